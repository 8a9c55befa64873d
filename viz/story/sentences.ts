import type { Event } from '../../sim/event.ts';
import { type Story, withoutFounders } from './story.ts';

/** A stretch of a sentence; names carry whom they mean, so that a view may mark them. */
export interface Part {
  text: string;
  actor?: string;
  alliance?: string;
}

type Names = Pick<Story, 'actorName' | 'allianceName'>;

const plain = (text: string): Part => ({ text });

/** "A", "A and B", "A, B and C". */
function list(ids: readonly string[], names: Names): Part[] {
  const parts: Part[] = [];
  ids.forEach((id, k) => {
    if (k > 0) parts.push(plain(k === ids.length - 1 ? ' and ' : ', '));
    parts.push({ text: names.actorName(id), actor: id });
  });
  return parts;
}

/** The verb in the number of its subject. */
const verb = (who: readonly string[], one: string, many: string): Part => plain(` ${who.length === 1 ? one : many} `);

/** A treaty with its article, unless its name has one. */
const named = (name: string, alliance: string, article: string): Part[] =>
  /^the /i.test(name) ? [{ text: name, alliance }] : [plain(article), { text: name, alliance }];

/** What happened, in plain words. */
export function sentence(event: Event, names: Names): Part[] {
  const treaty = (id: string, article = 'the '): Part[] => named(names.allianceName(id), id, article);
  const { who } = event;
  const actors = list(who, names);
  switch (event.kind) {
    case 'founded':
      return [...actors, verb(who, 'founds', 'found'), ...novelty(event, names)];
    case 'joined':
      return [...actors, verb(who, 'joins', 'join'), ...treaty(event.alliance)];
    case 'refused':
      return [
        ...actors,
        verb(who, 'is', 'are'),
        plain('refused by '),
        ...treaty(event.alliance),
        plain(event.deadlock ? ': its members cannot agree' : ''),
      ];
    case 'notice':
      return [...actors, verb(who, 'gives', 'give'), plain('notice to '), ...treaty(event.alliance)];
    case 'left':
      return [...actors, verb(who, 'leaves', 'leave'), ...treaty(event.alliance)];
    case 'expelled':
      return [...actors, verb(who, 'is', 'are'), plain('expelled from '), ...treaty(event.alliance)];
    case 'merged':
      return [plain('The members of '), ...treaty(event.alliance), plain(' pass into '), ...treaty(event.into)];
    case 'split':
      return [
        ...actors,
        verb(who, 'splits', 'split'),
        plain('from '),
        ...treaty(event.from),
        plain(' as '),
        ...treaty(event.alliance),
      ];
    case 'dissolved':
      return [plain(`${ENDINGS[event.how] ?? 'This is the end of'} `), ...treaty(event.alliance)];
    case 'renewed':
      return [...actors, verb(who, 'renews', 'renew'), ...treaty(event.alliance)];
    case 'attacked':
      return [...actors, verb(who, 'attacks', 'attack'), ...list([event.victim], names)];
    case 'honoured':
      return [
        ...actors,
        verb(who, 'keeps its word to', 'keep their word to'),
        ...list([event.victim], names),
        plain(' against '),
        ...list([event.attacker], names),
      ];
    case 'reneged':
      return [
        ...actors,
        verb(who, 'leaves', 'leave'),
        ...list([event.victim], names),
        plain(' alone against '),
        ...list([event.attacker], names),
      ];
    case 'fought':
      return [
        ...actors,
        verb(who, event.won ? 'defeats' : 'loses to', event.won ? 'defeat' : 'lose to'),
        ...list(event.against, names),
      ];
    default:
      return lesser(event, actors, treaty);
  }
}

/** What was founded: a treaty that is only named after its founders is called by its kind, since they stand there already. */
function novelty({ alliance, name, who }: Event & { kind: 'founded' }, names: Names): Part[] {
  const short = withoutFounders(
    name,
    who.map((id) => names.actorName(id)),
  );
  if (short === name) return named(name, alliance, 'the ');
  return [
    plain(/^[aeiou]/i.test(short) ? 'an ' : 'a '),
    { text: short.charAt(0).toLowerCase() + short.slice(1), alliance },
  ];
}

// Names of treaties are singular or plural: here they are never the subject.
const ENDINGS: Record<string, string> = {
  lapsed: 'The term runs out for',
  deserted: 'Too few are left to keep up',
  cancelled: 'The members cancel',
  superseded: 'A new treaty replaces',
  merged: 'Another alliance absorbs',
};

/** What does not change who is allied with whom. */
function lesser(event: Event, actors: Part[], treaty: (id: string, article?: string) => Part[]): Part[] {
  const { who } = event;
  const about = 'alliance' in event && event.alliance ? [plain(' in '), ...treaty(event.alliance)] : [];
  switch (event.kind) {
    case 'shock':
      return [plain(event.name)];
    case 'shock-over':
      return [plain('A shock has passed'), ...(actors.length > 0 ? [plain(' for '), ...actors] : [])];
    case 'intervention':
      return [plain(`Intervention: ${event.what}`), ...(actors.length > 0 ? [plain(' ('), ...actors, plain(')')] : [])];
    case 'relieved':
      return [...actors, plain(who.length === 1 ? ' receives relief' : ' receive relief'), ...about];
    case 'sanctioned':
      return [
        ...actors,
        plain(who.length === 1 ? ' is fined for paying too little' : ' are fined for paying too little'),
        ...about,
      ];
    case 'dispute-opened':
      return [
        ...actors,
        plain(who.length === 1 ? ' opens a dispute' : ' open a dispute'),
        ...about,
        plain(` (${event.rung})`),
      ];
    case 'dispute-climbed':
      return [
        plain('The dispute of '),
        ...actors,
        plain(event.rung === 'exit' ? ' ends in exit' : ` climbs to ${event.rung}`),
        ...about,
      ];
    case 'dispute-settled':
      return [plain('The dispute of '), ...actors, plain(` is settled by ${event.rung}`), ...about];
    case 'renegotiated':
      return [...actors, verb(who, 'renegotiates', 'renegotiate'), ...treaty(event.alliance)];
    case 'no-occasion':
      return [...actors, verb(who, 'finds', 'find'), plain(`no occasion to ${event.what}`)];
    default:
      return [...actors, plain(` ${(event as { kind: string }).kind.replaceAll('-', ' ')}`), ...about];
  }
}

export const textOf = (parts: readonly Part[]): string => parts.map((part) => part.text).join('');
