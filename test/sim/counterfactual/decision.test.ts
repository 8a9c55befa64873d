import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import {
  hasDecider,
  type InputChange,
  type MinimalChange,
  minimalChange,
} from '../../../sim/counterfactual/minimal-change.ts';
import { load } from '../../../sim/engine/load.ts';
import { begin, tick } from '../../../sim/engine/run.ts';
import { fork } from '../../../sim/history/fork.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import type { Occasion } from '../../../sim/model/occasion.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { Event, EventKind } from '../../../sim/world/event.ts';

// A change that is offered as one of a decision itself: the same occasion arises, and the decision is another. Read off the engine's
// own account of the tick, without the code that searches.

const RUNS: readonly [scenario: string, seed: string, ticks: number][] = [
  ['europe-1879-1914', '1', 144],
  ['europe-1879-1914', '7', 144],
  ['delian-league', '1', 75],
  ['delian-league', '3', 75],
  ['nato', '2', 75],
];
const KINDS: readonly EventKind[] = [
  'honoured',
  'reneged',
  'attacked',
  'notice',
  'stayed',
  'founded',
  'joined',
  'refused',
  'expelled',
  'sanctioned',
  'left',
  'dissolved',
  'amends',
  'fought',
];
/** Of each kind in each run. */
const SOME = 4;

function runOf(id: string, seed: string, ticks: number): History {
  const checked = check(scenarios[id]);
  if ('faults' in checked) throw new Error(`${id} has faults`);
  return play(load(checked.value), seed, [], { ticks: Math.min(ticks, checked.value.time.ticks) });
}

function answer(history: History, index: number): MinimalChange {
  const search = minimalChange(history, index);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

type Entry = { event: Event } | { occasion: Occasion };

/** All that happens and is decided in a tick, in order, once the interventions are placed there. */
function tickOf(history: History, at: number, placed: readonly Intervention[] = []): Entry[] {
  const entries: Entry[] = [];
  const world = seek(history, at);
  const run = begin(
    history.model,
    history.seed,
    [...history.interventions, ...placed],
    (event) => entries.push({ event }),
    (occasion) => entries.push({ occasion }),
  );
  tick(run, world);
  return entries.filter((entry) => !('event' in entry) || entry.event.kind !== 'intervention');
}

/** Kind, actors, treaty and parties: what makes two events the same, however much was paid or lost. */
function same(a: Event, b: Event): boolean {
  const FIELDS = ['kind', 'alliance', 'into', 'from', 'victim', 'attacker', 'caller', 'against', 'to', 'won'];
  const of = (event: Event): string =>
    JSON.stringify([...FIELDS.map((field) => Reflect.get(event, field)), [...event.who].sort()]);
  return of(a) === of(b);
}

/** The same, where a treaty that is founded has another name. */
const alike = (event: Event) => (entry: Entry) =>
  'event' in entry &&
  (event.kind === 'founded'
    ? entry.event.kind === 'founded' && [...entry.event.who].sort().join() === [...event.who].sort().join()
    : same(event, entry.event));

/** Whether an occasion is the one on which the event was decided. */
function isDue({ kind, who, ...event }: Event, occasion: Occasion): boolean {
  const [first = ''] = who;
  const about: unknown = Reflect.get(event, 'alliance');
  switch (kind) {
    case 'attacked':
      return occasion.kind === 'exposure' && occasion.who[0] === Reflect.get(event, 'victim');
    case 'amends':
      return occasion.kind === 'amends' && occasion.who[0] === first && occasion.about === Reflect.get(event, 'victim');
    case 'refused':
    case 'expelled':
    case 'sanctioned':
      return occasion.kind === 'vote' && occasion.who[0] === first && occasion.about === about;
    case 'left':
    case 'dissolved':
      return occasion.kind === 'renewal' && occasion.about === about;
    case 'founded':
    case 'joined':
    case 'notice':
    case 'stayed':
      return occasion.kind === 'deliberation' && occasion.who[0] === first;
    default:
      return false;
  }
}

/** Events up to the occasion, and the occasion itself. */
function upTo(entries: readonly Entry[], event: Event): { before: Event[]; due: Occasion | undefined } {
  const own = entries.findIndex(alike(event));
  const end = own < 0 ? entries.length : own;
  const isIts = (entry: Entry): boolean => 'occasion' in entry && isDue(event, entry.occasion);
  const at = entries.slice(0, end).map(isIts).lastIndexOf(true);
  const found = entries[at];
  const before = entries.slice(0, at < 0 ? end : at).flatMap((entry) => ('event' in entry ? [entry.event] : []));
  return { before, due: found && 'occasion' in found ? found.occasion : undefined };
}

function expectDecided(history: History, event: Event, { intervention, from, to, path }: InputChange): void {
  const plain = tickOf(history, event.tick);
  const other = tickOf(history, event.tick, [intervention]);
  expect(other.some(alike(event))).toBe(false);
  const { before, due } = upTo(plain, event);
  const events = other.flatMap((entry) => ('event' in entry ? [entry.event] : []));
  // What happened before it happens again, in the same order.
  const common = events.slice(0, before.length);
  expect(common.map((one, k) => same(one, before[k]!))).toEqual(before.map(() => true));
  if (event.kind === 'honoured' || event.kind === 'reneged') {
    const kind = event.kind === 'honoured' ? 'reneged' : 'honoured';
    const answered = events[before.length]!;
    expect(same(answered, { ...event, kind })).toBe(true);
    expect(answered.chance?.draw).toBe(event.chance?.draw);
    // The change works in the direction of the terms.
    const [was, is] = [event.score!, answered.score!];
    if (kind === 'reneged') expect(is).toBeLessThan(was);
    else expect(is).toBeGreaterThan(was);
  } else if (event.kind === 'fought') {
    expect(same(events[before.length]!, { ...event, won: !event.won })).toBe(true);
  } else if (event.by !== 'splits') {
    expect(due).toBeDefined();
    const again = other.some(
      (entry) => 'occasion' in entry && isDue(event, entry.occasion) && entry.occasion.draw === due!.draw,
    );
    expect(again).toBe(true);
    // More ill will never makes an attacker refrain.
    if (event.kind === 'attacked' && path.split('.')[1] === event.who[0] && path.includes('hostility'))
      expect(to).toBeLessThan(from);
  }
}

describe.each(RUNS)('what would have changed a decision: %s, seed %s', (id, seed, ticks) => {
  const history = runOf(id, seed, ticks);
  const known = new Set(history.model.ids);

  it.each(KINDS)('is asked again, and decided otherwise: %s', (kind) => {
    const indices = [...history.events.keys()].filter((k) => {
      const event = history.events[k]!;
      return event.kind === kind && hasDecider(event);
    });
    // Some of them, from the first to the last.
    const chosen = indices.filter((_, k) => k % Math.max(1, Math.floor(indices.length / SOME)) === 0).slice(0, SOME);
    for (const index of chosen) {
      const event = history.events[index]!;
      const { smallest, indirect, forks } = answer(history, index);
      expect(forks).toBeLessThanOrEqual(150);
      if (smallest) {
        expectDecided(history, event, smallest);
        expect(indirect).toBeUndefined();
        for (const decider of smallest.deciders) expect(known.has(decider)).toBe(true);
        if (kind !== 'fought') expect(smallest.deciders.length).toBeGreaterThan(0);
      }
      if (indirect) {
        const branch = fork(history, event.tick, [indirect.intervention], { ticks: history.ticks });
        branch.advance(1);
        const then = branch.history.events.filter(({ tick: at }) => at === event.tick);
        expect(then.some((other) => alike(event)({ event: other }))).toBe(false);
      }
    }
  });
});

describe('an ally that is called', () => {
  it('answers otherwise for a number of its own, in the direction of the terms', () => {
    let own = 0;
    for (const [id, seed, ticks] of RUNS.slice(2)) {
      const history = runOf(id, seed, ticks);
      const calls = [...history.events.entries()].filter(([, { kind }]) => kind === 'honoured' || kind === 'reneged');
      for (const [index, event] of calls.slice(0, 14)) {
        const { smallest } = answer(history, index);
        if (!smallest) continue;
        expectDecided(history, event, smallest);
        expect(smallest.deciders).toEqual([event.who[0]]);
        if (smallest.path.split('.')[1] === event.who[0]) own++;
      }
    }
    expect(own).toBeGreaterThan(3);
  });

  it('is not told that ill will would have kept it from coming, where the attack would not have come', () => {
    const history = runOf('delian-league', '1', 75);
    const index = history.events.findIndex(
      ({ kind, who, ...event }) => kind === 'honoured' && who[0] === 'ATH' && Reflect.get(event, 'victim') === 'MEL',
    );
    const { smallest, indirect } = answer(history, index);
    expect(smallest).toBeUndefined();
    const event = history.events[index]!;
    const then = tickOf(history, event.tick, [indirect!.intervention]);
    expect(then.some((entry) => 'event' in entry && entry.event.kind === 'attacked')).toBe(false);
  });
});
