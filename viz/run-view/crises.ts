import type { Event } from '../../sim/world/event.ts';
import { firstAt } from './moment.ts';
import { compose, listPhrase, type NameLookup, type PhrasePart } from './phrase.ts';

type Of<K extends Event['kind']> = Extract<Event, { kind: K }>;

/** An attack with all that came of it in the same breath: calls upon allies, their answers, the war. */
export interface CrisisView {
  tick: number;
  /** In the order in which they happened; the attack is the first. */
  events: readonly Event[];
  attack: Of<'attacked'>;
  /** How it ended; undefined where nothing says so. */
  outcome: Of<'fought'> | undefined;
  /** Answers to calls. */
  kept: number;
  broken: number;
}

/** A line of the list of events: one event, or a crisis, which opens. */
export interface EventEntry {
  tick: number;
  events: readonly Event[];
  crisis: CrisisView | undefined;
}

const FOLLOWS: ReadonlySet<Event['kind']> = new Set(['honoured', 'reneged', 'violated', 'fought']);

/** Events in their order, with what belongs to one attack put together. */
export function entriesOf(events: readonly Event[]): EventEntry[] {
  const entries: EventEntry[] = [];
  for (let k = 0; k < events.length; ) {
    const first = events[k]!;
    const own = first.kind === 'attacked' ? crisisFrom(events, k) : [first];
    k += own.length;
    entries.push({ tick: first.tick, events: own, crisis: own.length > 1 ? crisisOf(own) : undefined });
  }
  return entries;
}

/** The log has an attack, the answers to its calls and its war one after another. */
function crisisFrom(events: readonly Event[], start: number): Event[] {
  const own = [events[start]!];
  for (let k = start + 1; k < events.length; k++) {
    const event = events[k]!;
    if (event.tick !== own[0]!.tick || event.by !== own[0]!.by || !FOLLOWS.has(event.kind)) break;
    own.push(event);
    if (event.kind === 'fought') break;
  }
  return own;
}

function crisisOf(events: readonly Event[]): CrisisView {
  const attack = events[0] as Of<'attacked'>;
  const last = events.at(-1)!;
  const count = (kind: Event['kind']): number => events.filter((event) => event.kind === kind).length;
  return {
    tick: attack.tick,
    events,
    attack,
    outcome: last.kind === 'fought' ? last : undefined,
    kept: count('honoured'),
    broken: count('reneged'),
  };
}

/** Who attacked whom, and how it ended. */
export function crisisHeadline({ attack, outcome }: CrisisView, names: NameLookup): PhrasePart[] {
  const end = outcome === undefined ? 'open' : outcome.won ? 'won' : 'lost';
  return compose(`event.crisis-${end}`, {
    who: { parts: listPhrase(attack.who, names) },
    count: attack.who.length,
    victim: { parts: listPhrase([attack.victim], names) },
  });
}

/** The two sides of a war; ids of actors or threats, those first about whom it is. */
export interface War {
  tick: number;
  attackers: readonly string[];
  defenders: readonly string[];
}

const wars = new WeakMap<readonly Event[], War[]>();

/** All wars of a run, in order: those that were fought, and attacks of which no fight is told. Gathered once a run. */
export function warsOf(events: readonly Event[]): readonly War[] {
  const known = wars.get(events);
  if (known) return known;
  const found: War[] = [];
  let open: Of<'attacked'> | undefined;
  const close = (): void => {
    if (open) found.push({ tick: open.tick, attackers: open.who, defenders: [open.victim] });
    open = undefined;
  };
  for (const event of events) {
    if (event.kind === 'attacked') {
      close();
      open = event;
    } else if (event.kind === 'fought') {
      if (open && (open.tick !== event.tick || open.who[0] !== event.who[0])) close();
      open = undefined;
      found.push({ tick: event.tick, attackers: event.who, defenders: event.against });
    }
  }
  close();
  wars.set(events, found);
  return found;
}

/** Those of one tick. */
export function warsAt({ events }: { events: readonly Event[] }, tick: number): readonly War[] {
  const all = warsOf(events);
  return all.slice(firstAt(all, tick), firstAt(all, tick + 1));
}
