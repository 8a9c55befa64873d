import type { Model } from '../model/model.ts';
import type { Fact } from '../schema/history.ts';
import { bondOf, type Treaty } from '../schema/treaty.ts';
import { factSpanOf, tickOf } from './span.ts';
import { BY_ARMS } from './standing.ts';

// The treaties of the record: those in force at the start, as long as the record speaks of them, and those that facts name.
// docs/model.md (Observation, Facts) says what is read from which fact.

/** What the record says of an actor in a treaty, or of a pair: `silent` where it says nothing either way. */
export type Recorded = 'in' | 'out' | 'silent';

/** From this tick on, until the next entry. */
interface Turn {
  at: number;
  state: Recorded;
}

/** A treaty as the record has it. */
export interface RecordedTreaty {
  /** Id of the treaty at the start, or of the fact that records it. */
  id: string;
  /** Whether it obliges its members to fight for each other; undefined where the record does not say what it was. */
  arms: boolean | undefined;
  /** Ticks from its beginning, which may lie before the run, up to, not including, its end. */
  from: number;
  to: number;
  /** Whether the record says that it ended then, or only says no more of it. */
  ends: boolean;
  /** The only member to whom the others owe anything; undefined where all owe each other. */
  hub: string | undefined;
  /** For each actor that the record has as a member at any time. */
  turns: ReadonlyMap<string, readonly Turn[]>;
}

/** The tick after the last one that the years up to `to` overlap. */
export const tickAfter = (model: Model, { from, to }: Pick<Fact, 'from' | 'to'>): number => {
  const first = tickOf(model, from);
  return Math.max(first, factSpanOf(model, from, to, Infinity).last) + 1;
};

/** Every treaty of the record: those at the start, then those of facts, both in the scenario’s order. */
export function recordedTreaties(model: Model): RecordedTreaty[] {
  const { treaties, history } = model.scenario;
  return [
    ...treaties.map((treaty) => treatyAtStart(treaty, model)),
    ...history.facts.filter(namesNone).map((fact) => treatyOfFact(fact, model)),
  ];
}

/** Whether a fact is about a treaty that it does not name. */
const namesNone = ({ kind, alliance }: Fact): boolean =>
  kind === 'allied' || (kind === 'member' && alliance === undefined);

function treatyOfFact(fact: Fact, model: Model): RecordedTreaty {
  const [from, to] = [tickOf(model, fact.from), tickAfter(model, fact)];
  const turns: Turn[] = [
    { at: from, state: 'in' },
    { at: to, state: 'out' },
  ];
  return {
    id: fact.id,
    arms: fact.kind === 'allied' ? true : undefined,
    from,
    to,
    ends: true,
    hub: undefined,
    turns: new Map(fact.who.map((id) => [id, turns])),
  };
}

function treatyAtStart(treaty: Treaty, model: Model): RecordedTreaty {
  const { history, time } = model.scenario;
  const about = history.facts.filter(({ alliance }) => alliance === treaty.id);
  const from = tickOf(model, time.start, treaty.age);
  const turns = turnsOf(treaty, from, about, model);
  const end = endOf(turns, about, model);
  const to = end ?? lastWordOn(treaty, about, model);
  for (const [id, own] of turns) turns.set(id, closed(own, to, end === undefined));
  const { leader } = treaty;
  return {
    id: treaty.id,
    arms: (bondOf(treaty.obligations, treaty.casusFoederis) & BY_ARMS) !== 0,
    from,
    to,
    ends: end !== undefined,
    hub: treaty.structure === 'hub' && leader !== undefined ? leader : undefined,
    turns,
  };
}

/** Comings and goings that the facts about a treaty record; where one leaves, its return is not recorded. */
function turnsOf(treaty: Treaty, from: number, about: readonly Fact[], model: Model): Map<string, Turn[]> {
  const turns = new Map<string, Turn[]>(treaty.members.map((id) => [id, [{ at: from, state: 'in' }]]));
  const dated = about
    .filter(({ kind }) => kind === 'member' || kind === 'left')
    .sort((a, b) => a.from - b.from || a.to - b.to);
  for (const fact of dated) {
    const isMember = fact.kind === 'member';
    const [at, after] = [tickOf(model, fact.from), tickAfter(model, fact)];
    for (const id of fact.who)
      turns.set(id, [
        ...(turns.get(id) ?? []).filter((turn) => turn.at < at),
        { at, state: isMember ? 'in' : 'out' },
        { at: after, state: isMember ? 'out' : 'silent' },
      ]);
  }
  return turns;
}

/** The tick in which it collapsed by the record, or had fewer than two members left; undefined where neither is recorded. */
function endOf(turns: ReadonlyMap<string, readonly Turn[]>, about: readonly Fact[], model: Model): number | undefined {
  const collapsed = about.filter(({ metric, value = 0 }) => metric === 'collapse' && value > 0.5);
  const deserted = [...turns.values()]
    .flatMap((own) => own.map(({ at }) => at))
    .filter((at) => [...turns.values()].filter((own) => stateIn(own, at) !== 'out').length < 2);
  const ends = [...collapsed.map(({ from }) => tickOf(model, from)), ...deserted];
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** The record speaks of a treaty at the start up to the end of its term, or of the last fact that names it. */
function lastWordOn({ age, term }: Treaty, about: readonly Fact[], model: Model): number {
  const { start } = model.scenario.time;
  const lapses = term === null ? [] : [tickOf(model, start, age - term)];
  return Math.max(0, ...lapses, ...about.map((fact) => tickAfter(model, fact)));
}

const closed = (own: readonly Turn[], to: number, isOpen: boolean): Turn[] => [
  ...own.filter(({ at }) => at < to),
  { at: to, state: isOpen && stateIn(own, to) !== 'out' ? 'silent' : 'out' },
];

function stateIn(turns: readonly Turn[], tick: number): Recorded {
  let state: Recorded = 'out';
  for (const turn of turns) if (turn.at <= tick) state = turn.state;
  return state;
}

/** What the record says of an actor’s membership at a tick. */
export const membershipIn = ({ turns }: RecordedTreaty, id: string, tick: number): Recorded =>
  stateIn(turns.get(id) ?? [], tick);

/** Whether the record has two actors allied at a tick: bound by defence or offence, under whatever treaty. */
export function pairIn(treaties: readonly RecordedTreaty[], a: string, b: string, tick: number): Recorded {
  let found: Recorded = 'out';
  for (const treaty of treaties) {
    if (treaty.arms === false || (treaty.hub !== undefined && treaty.hub !== a && treaty.hub !== b)) continue;
    const states = [membershipIn(treaty, a, tick), membershipIn(treaty, b, tick)];
    if (states.includes('out')) continue;
    if (treaty.arms && !states.includes('silent')) return 'in';
    found = 'silent';
  }
  return found;
}
