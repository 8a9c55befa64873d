import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { play } from '../../../sim/history/record.ts';
import { decisionKey } from '../../../sim/schema/decision-slot.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { Scenario } from '../../../sim/schema/scenario.ts';
import type { Event } from '../../../sim/world/event.ts';
import { always, type Case, cases } from '../arbitrary.ts';

const crowded = cases({ actors: 8, ticks: 30 }, 24);

type Decision = Intervention & { kind: 'decide' };
const decisionsOf = ({ interventions }: Case): Decision[] =>
  interventions.filter((one): one is Decision => one.kind === 'decide');

describe('of every decision', () => {
  it('exactly one event says what came of it, who decided, and no event says so of anything else', () => {
    always(
      crowded,
      (world) => {
        const told = play(load(world.scenario), world.seed, world.interventions).events.filter(({ of }) => of);
        const placed = decisionsOf(world);
        expect(told.map(({ of }) => of).sort()).toEqual(placed.map(decisionKey).sort());
        for (const event of told) {
          const { as = 'player', actor } = placed.find((one) => decisionKey(one) === event.of)!;
          expect(event.decidedBy).toBe(as);
          expect(event.who).toContain(actor);
        }
      },
      150,
    );
  });

  it('the order in which they are placed has no effect', () => {
    always(
      fc.tuple(crowded, fc.infiniteStream(fc.nat())),
      ([world, luck]) => {
        const of = load(world.scenario);
        const { digests, events } = play(of, world.seed, world.interventions);
        const other = play(of, world.seed, mixed(world.interventions, luck));
        expect(other.digests).toEqual(digests);
        expect(other.events).toEqual(events);
      },
      100,
    );
  });
});

/** The decisions anywhere in the list. Settings and shocks stay in their order, since they build on each other. */
function mixed(interventions: readonly Intervention[], luck: Iterator<number>): Intervention[] {
  const list = interventions.filter(({ kind }) => kind !== 'decide');
  for (const one of interventions)
    if (one.kind === 'decide') list.splice(luck.next().value % (list.length + 1), 0, one);
  return list;
}

/** What a held actor would have done in an event: it is among those who act, and no person decided it. */
function actsIn(event: Event, held: ReadonlySet<string>): string[] {
  if (event.decidedBy) return [];
  const voters = event.because.flatMap(({ actor, term }) => (term === 'vote' && actor ? [actor] : []));
  return [...voters, ...actorsOf(event)].filter((id) => held.has(id));
}

function actorsOf(event: Event): readonly string[] {
  const { who } = event;
  switch (event.kind) {
    case 'founded':
      // Groups and camps in which a scenario begins are nobody’s choice.
      return event.by === 'laboratory' || event.by === 'public-good' || event.tick === 0 ? [] : who;
    case 'reneged':
      return event.silent ? [] : who;
    case 'fought':
      return [...who, ...event.against.slice(1)];
    case 'joined':
    case 'refused':
    case 'notice':
    case 'stayed':
    case 'left':
    case 'split':
    case 'attacked':
    case 'honoured':
    case 'violated':
    case 'voted':
    case 'amends':
    case 'tribute':
    case 'dispute-opened':
    case 'dispute-climbed':
    case 'dispute-settled':
    case 'deadlock':
      return who;
    default:
      return [];
  }
}

const holdAll = (ids: readonly string[], ticks: number): Intervention[] =>
  ids.map((actor) => ({ kind: 'decide', tick: 0, actor, choice: { act: 'hold', ticks } }));

/** Every second actor is held from the first tick to the last: the others still have whom to turn to. */
function expectStill(scenario: Scenario, seed: string, others: readonly Intervention[] = []): number {
  const { ticks } = scenario.time;
  // One that does not exist cannot be held, and being held ends with its spell.
  const held = scenario.actors.filter((one, k) => k % 2 === 0 && !one.existence).map(({ id }) => id);
  const { events } = play(load(scenario), seed, [...holdAll(held, ticks), ...others]);
  const ids = new Set(held);
  expect(events.filter((event) => actsIn(event, ids).length > 0)).toEqual([]);
  return events.length;
}

describe('a held actor', () => {
  it('does nothing that nobody decided: any world', () => {
    always(
      crowded,
      ({ scenario, interventions, seed }) => {
        const others = interventions.filter((one) => one.kind !== 'decide' || one.choice.act !== 'hold');
        expectStill(scenario, seed, others);
      },
      120,
    );
  });

  it.each(Object.entries(scenarios))('does nothing that nobody decided: %s', (_, raw) => {
    const checked = check(raw);
    if ('faults' in checked) throw new Error('a bundled scenario has faults');
    const { value } = checked;
    const short = { ...value, time: { ...value.time, ticks: Math.min(value.time.ticks, 150) } };
    expectStill(short, '1');
  });
});
