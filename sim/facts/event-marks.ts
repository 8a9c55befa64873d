import type { AllianceRecord } from '../history/chronicle.ts';
import type { History } from '../history/history.ts';
import type { Model } from '../model/model.ts';
import type { Fact } from '../schema/history.ts';
import type { AnswerEvent, Event } from '../world/event.ts';
import { isExitOf, opposed } from './occasion.ts';
import { membershipIn, pairIn, type RecordedTreaty, recordedTreaties } from './recorded-treaties.ts';
import { tickOf } from './span.ts';

// Whether an event of a run is one of the record. docs/model.md (Observation, Facts) has the rule; facts are judged as they judge
// themselves, one event at a time.

/** Found in the record at its date, found there at another date or with others, or not found. */
export type EventMark = 'recorded' | 'near' | 'otherwise';

/** Years by which a date may be missed, beyond the fact’s own tolerance, and still be near. */
export const NEAR = 5;

const RANK: Readonly<Record<EventMark, number>> = { otherwise: 0, near: 1, recorded: 2 };
const worse = (a: EventMark, b: EventMark): EventMark => (RANK[a] < RANK[b] ? a : b);
const better = (a: EventMark, b: EventMark): EventMark => (RANK[a] < RANK[b] ? b : a);

/** A run whose marks would take more comparisons than this bears none: so many facts and events only a stranger's file has. */
const MOST_WORK = 50_000_000;

/** What the marks of one run are read off. */
interface Recording {
  model: Model;
  treaties: readonly RecordedTreaty[];
  /** By id, which several may have borne one after the other. */
  alliances: ReadonlyMap<string, readonly AllianceRecord[]>;
  of: { readonly [Kind in Fact['kind']]: readonly Fact[] };
}

/**
 * Marks the events of a run, in their order; undefined for one of a kind about which the record says nothing.
 * @returns undefined for a scenario without a record.
 */
export function eventMarks(history: History): (EventMark | undefined)[] | undefined {
  const { model, events } = history;
  const facts = model.scenario.history.facts;
  if (facts.length === 0 || workOf(history) > MOST_WORK) return undefined;
  const kept = (kind: Fact['kind']): Fact[] => facts.filter((fact) => fact.kind === kind);
  const recording: Recording = {
    model,
    treaties: recordedTreaties(model),
    alliances: byId(history.chronicle.alliances),
    of: {
      allied: kept('allied'),
      member: kept('member'),
      left: kept('left'),
      war: kept('war'),
      metric: kept('metric'),
    },
  };
  return events.map((event) => markOf(event, recording));
}

/** Pairs looked at, times what each is held against. */
function workOf({ model, events }: History): number {
  const { history, treaties, actors } = model.scenario;
  const each = (event: Event): number => (event.kind === 'founded' ? event.who.length : 1) * event.who.length;
  const pairs = events.reduce((sum, event) => sum + each(event) + (event.kind === 'joined' ? actors.length : 0), 0);
  return pairs * (history.facts.length + treaties.length);
}

function byId(records: readonly AllianceRecord[]): Map<string, AllianceRecord[]> {
  const found = new Map<string, AllianceRecord[]>();
  for (const record of records) {
    const alike = found.get(record.id);
    if (alike) alike.push(record);
    else found.set(record.id, [record]);
  }
  return found;
}

function markOf(event: Event, recording: Recording): EventMark | undefined {
  switch (event.kind) {
    case 'founded':
      return event.obligations.some(isArms) ? bindingMark(pairsAmong(event.who), event.tick, recording) : undefined;
    case 'joined':
      return entryMark(event.alliance, event, recording);
    case 'merged':
      return entryMark(event.into, event, recording);
    case 'left':
    case 'expelled':
    case 'dissolved':
      return exitMark(event.alliance, event, recording);
    case 'split':
      return exitMark(event.from, event, recording);
    case 'attacked':
      return warMark([event.who[0]!], [event.victim], event.tick, recording);
    case 'fought':
      return warMark(event.who, event.against, event.tick, recording);
    case 'honoured':
    case 'reneged':
      return answerMark(event, recording);
    default:
      return undefined;
  }
}

const isArms = (obligation: string): boolean => obligation === 'defence' || obligation === 'offence';

/** An occasion lasts up to, not including, its end. */
const MOMENT = 1e-8; // years

/** A date within `years` of what lasts from `from` to `to` is the record’s own; up to NEAR more and it is near. */
function dateMark(model: Model, tick: number, from: number, to: number, years: number): EventMark {
  const less = to > from ? MOMENT : 0;
  const isWithin = (more: number): boolean =>
    tick >= tickOf(model, from, more) && tick <= tickOf(model, to, less - more);
  return isWithin(years) ? 'recorded' : isWithin(years + NEAR) ? 'near' : 'otherwise';
}

const occasionMark = (model: Model, tick: number, { kind, from, to, tolerance = 0 }: Fact): EventMark =>
  dateMark(model, tick, from, to, kind === 'metric' ? 0 : tolerance);

const beginningMark = (model: Model, tick: number, { from, tolerance = 0 }: Fact): EventMark =>
  dateMark(model, tick, from, from, tolerance);

const best = (marks: readonly EventMark[]): EventMark => marks.reduce(better, 'otherwise');

type Pair = readonly [string, string];

const pairsAmong = (who: readonly string[]): Pair[] => who.flatMap((a, k) => who.slice(k + 1).map((b): Pair => [a, b]));

/** Whether the record has the pairs that an event binds by arms beginning to be allied at its time. */
function bindingMark(pairs: readonly Pair[], tick: number, recording: Recording): EventMark | undefined {
  const { of, treaties } = recording;
  if (of.allied.length === 0 && of.member.length === 0) return undefined;
  const marks = pairs.map(([a, b]) => pairMark(a, b, tick, recording));
  const isUnsaid = ([a, b]: Pair, k: number): boolean =>
    marks[k] === 'otherwise' && pairIn(treaties, a, b, tick) === 'silent';
  if (pairs.length === 0 || pairs.every(isUnsaid)) return undefined;
  const [most, least] = [best(marks), marks.reduce(worse, 'recorded')];
  // The same treaty with other members is near it.
  return most === least ? most : 'near';
}

function pairMark(a: string, b: string, tick: number, { model, of, treaties }: Recording): EventMark {
  const allied = of.allied.filter(({ who }) => who.includes(a) && who.includes(b));
  const entered = of.member.filter((fact) => isEntryOf(fact, a, b, recordedIn(fact, treaties), model));
  const mark = best([...allied, ...entered].map((fact) => beginningMark(model, tick, fact)));
  return mark === 'otherwise' && pairIn(treaties, a, b, tick) === 'in' ? 'near' : mark;
}

const recordedIn = ({ id, alliance = id }: Fact, treaties: readonly RecordedTreaty[]): RecordedTreaty | undefined =>
  treaties.find((treaty) => treaty.id === alliance);

/** Whether the fact has one of two come to a treaty of arms in which it then met the other. */
function isEntryOf(fact: Fact, a: string, b: string, treaty: RecordedTreaty | undefined, model: Model): boolean {
  if (!treaty?.arms || (!fact.who.includes(a) && !fact.who.includes(b))) return false;
  const at = tickOf(model, fact.from);
  return membershipIn(treaty, a, at) === 'in' && membershipIn(treaty, b, at) === 'in';
}

type Entry = Extract<Event, { kind: 'joined' | 'merged' }>;

function entryMark(id: string, { tick, who }: Entry, recording: Recording): EventMark | undefined {
  const { of } = recording;
  if (of.allied.length === 0 && of.member.length === 0) return undefined;
  const treaty = atStart(id, recording);
  if (treaty) {
    const marks = who.flatMap((actor) => memberMark(treaty, actor, tick, recording) ?? []);
    return marks.length > 0 ? marks.reduce(worse, 'recorded') : undefined;
  }
  const alliance = allianceAt(recording, id, tick);
  if (!alliance?.obligations.some(isArms)) return undefined;
  const others = membersAt(alliance, tick).filter((actor) => !who.includes(actor));
  return bindingMark(
    who.flatMap((a) => others.map((b): Pair => [a, b])),
    tick,
    recording,
  );
}

/** Whether the record has an actor come to a treaty then; undefined where it does not say whether it was a member. */
function memberMark(
  treaty: RecordedTreaty,
  actor: string,
  tick: number,
  { model, of }: Recording,
): EventMark | undefined {
  const facts = of.member.filter(({ alliance, who }) => alliance === treaty.id && who.includes(actor));
  const mark = best(facts.map((fact) => beginningMark(model, tick, fact)));
  if (mark !== 'otherwise') return mark;
  const state = membershipIn(treaty, actor, tick);
  return state === 'silent' ? undefined : state === 'in' ? 'near' : 'otherwise';
}

type Exit = Extract<Event, { kind: 'left' | 'expelled' | 'dissolved' | 'split' }>;

/** Figures of facts that say something of how members or treaties go. */
const EXITS: readonly string[] = ['membersLeft', 'revoltsPutDown', 'collapse'];

function exitMark(id: string, event: Exit, recording: Recording): EventMark | undefined {
  const { model, of } = recording;
  const about = of.metric.filter(({ metric = '' }) => EXITS.includes(metric));
  // What takes its place binds the same actors, and is marked itself.
  const isReplaced = event.kind === 'dissolved' && event.how === 'superseded';
  if ((of.left.length === 0 && about.length === 0) || isReplaced) return undefined;
  const treaty = atStart(id, recording);
  const mark = best([
    ...of.left.map((fact) => leavingMark(fact, id, event, model)),
    ...endsOf(treaty, recording).map((fact) =>
      event.kind === 'dissolved' ? occasionMark(model, event.tick, fact) : 'otherwise',
    ),
  ]);
  if (mark !== 'otherwise') return mark;
  if (!treaty) return allianceAt(recording, id, event.tick)?.obligations.some(isArms) ? 'otherwise' : undefined;
  const isUnsaid = event.who.every((actor) => membershipIn(treaty, actor, event.tick) === 'silent');
  return isUnsaid ? undefined : 'otherwise';
}

/** Who goes when the record has it leave, but not by its own act, is near it. */
function leavingMark(fact: Fact, id: string, event: Exit, model: Model): EventMark {
  if (!fact.who.some((actor) => event.who.includes(actor))) return 'otherwise';
  if (fact.alliance !== undefined && fact.alliance !== id) return 'otherwise';
  const mark = occasionMark(model, event.tick, fact);
  const isOwnAct = fact.who.some((actor) => isExitOf(event, actor, fact.alliance));
  return mark === 'recorded' && !isOwnAct ? 'near' : mark;
}

/** The facts by which a treaty of the start ends. */
const endsOf = (treaty: RecordedTreaty | undefined, { model, of }: Recording): Fact[] =>
  [...of.left, ...of.metric].filter(
    ({ alliance, kind, metric, value = 0, from }) =>
      treaty?.ends &&
      alliance === treaty.id &&
      (kind === 'left' || (metric === 'collapse' && value > 0.5)) &&
      tickOf(model, from) === treaty.to,
  );

function warMark(
  who: readonly string[],
  against: readonly string[],
  tick: number,
  { model, of }: Recording,
): EventMark | undefined {
  if (of.war.length === 0) return undefined;
  const wars = of.war.filter(({ who: [one = '', ...others] }) =>
    others.some((other) => opposed({ who, against }, one, other)),
  );
  return best(wars.map((fact) => occasionMark(model, tick, fact)));
}

/** Whether the record has the one answer the other’s call in that way. */
function answerMark(event: AnswerEvent, { model, of }: Recording): EventMark | undefined {
  const about = of.metric.filter(({ metric }) => metric === 'honoured');
  if (about.length === 0) return undefined;
  const figure = event.kind === 'honoured' ? 1 : 0;
  const agreeing = about.filter(
    ({ who: [helper = '', caller = ''], value = Number.NaN, tolerance = 0 }) =>
      event.who[0] === helper && event.caller === caller && Math.abs(figure - value) <= tolerance,
  );
  return best(agreeing.map((fact) => occasionMark(model, event.tick, fact)));
}

/** A treaty of the start, which the record follows. */
const atStart = (id: string, { model, treaties }: Recording): RecordedTreaty | undefined =>
  model.scenario.treaties.some((treaty) => treaty.id === id) ? treaties.find((treaty) => treaty.id === id) : undefined;

/** The alliance that bore this id at the tick. */
const allianceAt = ({ alliances }: Recording, id: string, tick: number): AllianceRecord | undefined =>
  alliances.get(id)?.find(({ founded, ended }) => founded <= tick && (ended === null || ended >= tick));

const membersAt = ({ spans }: AllianceRecord, tick: number): string[] =>
  spans.filter(({ from, to }) => from <= tick && (to === null || to > tick)).map(({ actor }) => actor);
