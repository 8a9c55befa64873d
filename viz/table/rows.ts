import type { Frame } from '../../sim/results/replay.ts';
import type { Event } from '../../sim/world/event.ts';
import { alliancesAt, figuresAt, firstAt } from '../run-view/moment.ts';
import type { AllianceView, RunView } from '../run-view/run-view.ts';

/** What a member pays into one alliance: effort against what is asked of it, resource units a tick. */
export interface Payment {
  alliance: AllianceView;
  effort: number;
  quota: number;
}

/** One actor at one moment: all that the network shows of it, and what it does not. */
export interface ActorRow {
  actor: number;
  name: string;
  alliances: AllianceView[];
  /** Actors in any of them. */
  allies: number[];
  pays: Payment[];
  /** Its part of all that the pools give; NaN where it is in none, or they give nothing. */
  gets: number;
  /** Mean trust that its allies have in it; NaN without allies. */
  trusted: number;
  /** Its figures by their names. */
  figures: Readonly<Record<string, number>>;
  /** The last thing worth a line that it had a part in, up to this moment. */
  last: Event | undefined;
}

/** @param frame the state at the end of the tick; without it nobody is seen to pay, get or trust. */
export function rowsAt(run: RunView, tick: number, frame: Frame | undefined, figures: readonly string[]): ActorRow[] {
  const present = alliancesAt(run, tick);
  const given = sum((frame?.alliances ?? []).flatMap(({ members }) => members.map(({ benefit }) => benefit)));
  const kept = figures.map((name) => [name, figuresAt(run, name, tick)] as const).filter(([, all]) => all.length > 0);
  return run.actors.map(({ id, name }, actor) => {
    const own = present.filter(({ members }) => members.includes(actor));
    const allies = [...new Set(own.flatMap(({ members }) => members))].filter((other) => other !== actor);
    const memberships = own.map(({ alliance }) => ({ alliance, membership: membershipOf(frame, alliance.id, id) }));
    const taken = memberships.flatMap(({ alliance, membership }) => (membership ? [{ alliance, ...membership }] : []));
    return {
      actor,
      name,
      alliances: own.map(({ alliance }) => alliance),
      allies,
      pays: taken.map(({ alliance, effort, quota }) => ({ alliance, effort, quota })),
      gets: taken.length > 0 && given > 0 ? sum(taken.map(({ benefit }) => benefit)) / given : Number.NaN,
      trusted: frame ? meanTrust(frame, allies, actor, run.actors.length) : Number.NaN,
      figures: Object.fromEntries(kept.map(([key, all]) => [key, all[actor]!])),
      last: lastEventOf(run, id, tick),
    };
  });
}

const membershipOf = (frame: Frame | undefined, alliance: string, actor: string) =>
  frame?.alliances.find(({ id }) => id === alliance)?.members.find((member) => member.actor === actor);

const meanTrust = ({ trust }: Frame, allies: readonly number[], actor: number, n: number): number =>
  allies.reduce((sum, other) => sum + trust[other * n + actor]!, 0) / allies.length;

/** Where an event names actors besides `who`. */
const PARTS = ['victim', 'attacker', 'against', 'mediator', 'to'] as const;

const parts = new WeakMap<RunView, Map<string, Event[]>>();

/** The events worth a line by the actors that had a part in them, in order; gathered once a run. */
function partsOf(run: RunView): Map<string, Event[]> {
  const known = parts.get(run);
  if (known) return known;
  const found = new Map<string, Event[]>(run.actors.map(({ id }) => [id, []]));
  for (const event of run.news) {
    const named = PARTS.flatMap((part) => (Reflect.get(event, part) as string | string[] | undefined) ?? []);
    for (const id of new Set([...event.who, ...named])) found.get(id)?.push(event);
  }
  parts.set(run, found);
  return found;
}

function lastEventOf(run: RunView, id: string, tick: number): Event | undefined {
  const events = partsOf(run).get(id) ?? [];
  return events[firstAt(events, tick + 1) - 1];
}

/** What a column is sorted by: `actor`, `alliances`, `allies`, `pays`, `gets`, `trusted`, `last`, or the name of a figure. */
export type ActorColumn = string;

export interface Sorting {
  column: ActorColumn;
  descending: boolean;
}

function valueIn(row: ActorRow, column: ActorColumn): number | string {
  switch (column) {
    case 'actor':
      return row.name;
    case 'alliances':
      return row.alliances.length;
    case 'allies':
      return row.allies.length;
    case 'pays':
      return shareOf(row.pays);
    case 'gets':
      return row.gets;
    case 'trusted':
      return row.trusted;
    case 'last':
      return row.last?.tick ?? Number.NaN;
    default:
      return row.figures[column] ?? Number.NaN;
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What is paid of what is asked, where anything is. */
function shareOf(pays: readonly Payment[]): number {
  const asked = pays.filter(({ quota }) => quota > 0);
  return sum(asked.map(({ effort }) => effort)) / sum(asked.map(({ quota }) => quota));
}

/** Sorted anew; rows without a value come last either way, and of equals the first stays first. */
export function sorted(rows: readonly ActorRow[], { column, descending }: Sorting, language: string): ActorRow[] {
  const { compare } = new Intl.Collator(language);
  const sign = descending ? -1 : 1;
  return rows
    .map((row, k) => ({ row, k, value: valueIn(row, column) }))
    .sort((a, b) => {
      if (typeof a.value === 'string' || typeof b.value === 'string')
        return sign * compare(String(a.value), String(b.value)) || a.k - b.k;
      const missing = Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value));
      return missing || sign * (a.value - b.value) || a.k - b.k;
    })
    .map(({ row }) => row);
}
