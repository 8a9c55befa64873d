import { numeral } from '../i18n/index.ts';
import { compose, listPhrase, type NameLookup, named, type Phrase, type PhrasePart, plain } from './phrase.ts';

/** `join dual-alliance`, as the engine tells a decision, as a phrase without a subject in the words of the page: "join the Dual Alliance". */
export function decisionPhrase(what: string, names: NameLookup): PhrasePart[] | undefined {
  const [act = '', ...about] = what.split(' ');
  const [first] = about;
  const treaty = (id: string): Phrase => {
    const name = names.allianceName(id);
    // One that never was in force has no name.
    return { parts: name === id ? [plain(id)] : named(name, id) };
  };
  const actors = (ids: readonly string[]): Phrase => ({ parts: listPhrase(ids, names) });
  switch (act) {
    case 'hold':
      return compose('event.act-hold', {});
    case 'contribute': {
      const share = shareText(first);
      const [, alliance] = about.slice(1);
      if (alliance === undefined) return compose('event.act-contribute', { share });
      return compose('event.act-contribute-to', { share, alliance: treaty(alliance) });
    }
    case 'propose':
      return compose('event.act-propose', { who: actors(about.slice(1)) });
    case 'honour':
    case 'renege':
      return compose(`event.act-${act}`, {});
    case 'sign':
      if (about.length > 1) return compose('event.act-sign', { who: actors(about) });
      return first === undefined ? undefined : compose('event.act-amend', { alliance: treaty(first) });
    case 'join':
    case 'leave':
    case 'stay':
    case 'bear':
    case 'vote':
      return first === undefined ? undefined : compose(`event.act-${act}`, { alliance: treaty(first) });
    case 'cancel':
      return compose('event.act-cancel', { what: names.allianceName(about.join(' ')) });
    default:
      return undefined;
  }
}

/** A share of a budget as the engine writes it. */
export const shareText = (rate: string | undefined): string =>
  numeral({ style: 'percent', maximumSignificantDigits: 3 }).format(Number(rate));
