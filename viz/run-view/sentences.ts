import { type Event, foeOf, isAnswer } from '../../sim/world/event.ts';
import { isKey, type Key, numeral, t } from '../i18n/index.ts';
import { decisionPhrase, shareText } from './decision-phrase.ts';
import { pathWords } from './path-words.ts';
import { compose, listPhrase, type NameLookup, named, type Phrase, type PhrasePart, plain } from './phrase.ts';
import { kindNamed, withoutFounders } from './treaty-names.ts';

/** A kind may have a phrase for each way in which it happens. */
function phraseOf(event: Event): Key {
  const { kind, how, won, rung, why, support, silent, successor } = event as unknown as Record<string, unknown>;
  for (const way of [
    how,
    won,
    rung,
    why,
    support,
    silent === true && 'silent',
    successor !== undefined && 'succeeded',
  ]) {
    const key = `event.${kind}-${way}`;
    if (isKey(key)) return key;
  }
  const key = `event.${kind}`;
  return isKey(key) ? key : 'event.unknown';
}

/** What happened, in plain words; of a shock that changed nothing, also why. */
export function sentence(event: Event, names: NameLookup): PhrasePart[] {
  const told = happening(event, names);
  if (!('noEffect' in event) || event.noEffect === undefined) return told;
  return compose('event.without-effect', {
    happening: { parts: told },
    reason: t(`event.no-effect-${event.noEffect}`),
  });
}

function happening(event: Event, names: NameLookup): PhrasePart[] {
  const set = event.kind === 'intervention' ? settingIn(event.what, names) : undefined;
  if (set) return compose('event.intervention-set', set);
  const decided = event.kind === 'intervention' ? decisionIn(event, names) : undefined;
  if (decided) return decided;
  if (event.kind === 'no-occasion') return missed(event, names);
  const key = phraseOf(event);
  // A call may come from the victim or from the attacker, so the sentence names the foe, which is the other.
  const told = isAnswer(event) ? { ...event, foe: foeOf(event) } : event;
  const fields = Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, { parts: field(name, value, names) }]),
  );
  if (event.kind === 'voted' && event.subject !== undefined)
    fields.matter = { parts: compose('event.matter-of', { matter: fields.matter!, subject: fields.subject! }) };
  const what = key === 'event.unknown' ? { what: event.kind.replaceAll('-', ' ') } : {};
  return compose(key, { ...fields, count: event.who.length, novelty: { parts: novelty(event, names) }, ...what });
}

const TREATIES = ['alliance', 'into', 'from', 'barrier'];
const ACTORS = ['who', 'victim', 'caller', 'foe', 'against', 'mediator', 'to', 'refusedBy', 'subject', 'successor'];

function field(name: string, value: unknown, names: NameLookup): PhrasePart[] {
  if (TREATIES.includes(name)) return named(names.allianceName(String(value)), String(value));
  if (ACTORS.includes(name)) return listPhrase([value].flat().map(String), names);
  const key = `event.${name}-${String(value).replaceAll(' ', '-')}`;
  return [plain(isKey(key) ? t(key) : String(value))];
}

/** `actors.GER.loyalty = 0.2`, as the engine tells a setting, in the words of the page. */
function settingIn(what: string, names: NameLookup): { control: Phrase; value: string } | undefined {
  const [path = '', value = ''] = what.split(' = ');
  const control = value && pathWords(path, names);
  return control
    ? { control: { parts: control }, value: numeral({ maximumSignificantDigits: 6 }).format(Number(value)) }
    : undefined;
}

/** `contribute 0.05 to NATO`, as the engine tells a decision by which nothing else happens, in the words of the page. */
function decisionIn({ who, what }: Pick<Event, 'who'> & { what: string }, names: NameLookup): PhrasePart[] | undefined {
  const actor = { parts: listPhrase([...who], names) };
  if (/^hold \d+$/.test(what)) return compose('event.intervention-hold', { who: actor });
  const [, rate, alliance] = /^contribute ([\d.e-]+)(?: to (\S+))?$/.exec(what) ?? [];
  if (rate === undefined) {
    const act = decisionPhrase(what, names);
    return act && who.length > 0
      ? compose('event.intervention-decided', { who: actor, count: who.length, what: { parts: act } })
      : undefined;
  }
  const share = shareText(rate);
  if (alliance === undefined) return compose('event.intervention-contribute', { who: actor, share });
  const treaty = { parts: named(names.allianceName(alliance), alliance) };
  return compose('event.intervention-contribute-to', { who: actor, share, alliance: treaty });
}

/** A decision for which there was no occasion: what was to be done, in the words of the page. */
function missed({ who, what }: Pick<Event, 'who'> & { what: string }, names: NameLookup): PhrasePart[] {
  const setting = settingIn(what, names);
  const act = setting ? compose('event.act-set', setting) : decisionPhrase(what, names);
  const said = { parts: act ?? [plain(what)] };
  if (who.length === 0) return compose('event.no-occasion-nobody', { what: said });
  return compose('event.no-occasion', { who: { parts: listPhrase([...who], names) }, count: who.length, what: said });
}

/** What was founded: a treaty that is only named after its founders is called by its kind, since they stand there already. */
function novelty(event: Event, names: NameLookup): PhrasePart[] {
  if (event.kind !== 'founded') return [];
  const { alliance, name, who } = event;
  const founders = who.map((id) => names.actorName(id));
  const kind = kindNamed(name, founders);
  if (kind) return [{ text: t(`event.new-${kind}`), alliance }];
  const short = withoutFounders(name, founders);
  return short === name ? named(name, alliance) : kindOfTreaty(short, alliance);
}

/** "an entente", "a trade league": a treaty by its kind, which the engine names in English. */
export function kindOfTreaty(noun: string, alliance?: string): PhrasePart[] {
  const low = noun.charAt(0).toLowerCase() + noun.slice(1);
  const mark = (text: string): PhrasePart => (alliance === undefined ? plain(text) : { text, alliance });
  const key = `event.new-${low.replaceAll(' ', '-')}`;
  if (isKey(key)) return [mark(t(key))];
  return compose('event.novelty', { vowel: /^[aeiou]/.test(low) ? 'yes' : 'no', noun: { parts: [mark(low)] } });
}
