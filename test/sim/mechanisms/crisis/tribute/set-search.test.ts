import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classic } from '../../../../../bench/validate/published/row.ts';
import { begin, start, tick } from '../../../../../sim/engine/run.ts';
import { play } from '../../../../../sim/history/record.ts';
import {
  AT_LEAST,
  hasSets,
  LEVELS,
  lower,
  raise,
} from '../../../../../sim/mechanisms/crisis/tribute/commitment-sets.ts';
import { reaches, sideStrength } from '../../../../../sim/mechanisms/crisis/tribute/ring.ts';
import { chooseBySets } from '../../../../../sim/mechanisms/crisis/tribute/set-search.ts';
import { chooseTarget } from '../../../../../sim/mechanisms/crisis/tribute/targets.ts';
import { WEALTH } from '../../../../../sim/mechanisms/crisis/tribute/wealth.ts';
import type { Model } from '../../../../../sim/model/model.ts';
import type { Intervention } from '../../../../../sim/schema/intervention.ts';
import { NO_DECISIONS } from '../../../../../sim/world/placed-decision.ts';
import { createScratch } from '../../../../../sim/world/scratch.ts';
import type { World } from '../../../../../sim/world/state.ts';
import { digest } from '../../../../../sim/world/state-digest.ts';
import { restore, snapshot } from '../../../../../sim/world/world.ts';
import { always } from '../../../arbitrary.ts';
import { withMechanism } from '../../../builders.ts';

const ID = 'classics/tribute';

/** A ring with any commitments in tenths, and any wealth. */
const rings = fc.integer({ min: 1, max: 32 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    // Few different ones, as in a run, or all.
    tenths: fc.oneof(
      fc.array(fc.constantFrom(0, 0, 0, 1, 10), { minLength: n * n, maxLength: n * n }),
      fc.array(fc.integer({ min: 0, max: 10 }), { minLength: n * n, maxLength: n * n }),
    ),
    wealth: fc.array(fc.constantFrom(0, 1, 20, 20, 300, 300, 5_000.5), { minLength: n, maxLength: n }),
    demand: fc.constantFrom(0, 1, 250, 10_000),
  }),
);

const models = new Map<number, Model>();
function ringOf(n: number, tenths: readonly number[], wealth: readonly number[]): { of: Model; world: World } {
  const of = models.get(n) ?? classic(ID, { actors: n });
  models.set(n, of);
  const world = start(of);
  world.columns.relational.set(tenths.map((tenth) => tenth / 10));
  WEALTH.set(wealth);
  return { of, world };
}

/** The rule itself: the greatest score, of equals the first. */
function plainTarget(commitment: Float32Array, n: number, leader: number, demand: number) {
  let best = { score: 0, target: -1, ours: 0, theirs: 0 };
  for (let target = 0; target < n; target++) {
    if (target === leader || !reaches(commitment, n, leader, target)) continue;
    const ours = sideStrength(WEALTH, commitment, n, leader, target);
    const theirs = sideStrength(WEALTH, commitment, n, target, leader);
    const score = ((ours - theirs) / ours) * Math.min(demand, WEALTH[target]!);
    if (score > best.score) best = { score, target, ours, theirs };
  }
  return best;
}

describe('the search for a target by sets', () => {
  it('finds whom the rule finds, and so does the search in any ring', () => {
    always(rings, ({ n, tenths, wealth, demand }) => {
      const { of, world } = ringOf(n, tenths, wealth);
      const { relational } = world.columns;
      expect(hasSets(world, { model: of, interventions: [], decisions: NO_DECISIONS })).toBe(true);
      const scratch = createScratch(n, 0);
      const { terms } = scratch.appraisal;
      for (let leader = 0; leader < n; leader++) {
        const { target, ours, theirs } = plainTarget(relational, n, leader, demand);
        const expected = target < 0 ? [-1] : [target, ours, theirs];
        const found = (chosen: number) => (chosen < 0 ? [-1] : [chosen, terms[0], terms[1]]);
        expect(found(chooseBySets(terms, leader, demand))).toEqual(expected);
        expect(found(chooseTarget(scratch, relational, n, leader, demand))).toEqual(expected);
      }
    });
  });

  it('reads sets that follow each change of a commitment', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 300 });
    always(fc.tuple(rings, changes), ([{ n, tenths, wealth }, list]) => {
      const { of, world } = ringOf(n, tenths, wealth);
      const { relational } = world.columns;
      hasSets(world, { model: of, interventions: [], decisions: NO_DECISIONS });
      const expected = [...tenths];
      for (const [a, b, isRise] of list) {
        const [i, j] = [a % n, b % n];
        const now = expected[i * n + j]!;
        expected[i * n + j] = isRise ? Math.min(10, now + 1) : Math.max(0, now - 1);
        (isRise ? raise : lower)(relational, i, j);
      }
      expect([...relational]).toEqual(expected.map((tenth) => Math.fround(tenth / 10)));
      const kept = [LEVELS.slice(0, 32 * n), AT_LEAST.slice()];
      world.shocked = [];
      expect(hasSets(world, { model: of, interventions: [], decisions: NO_DECISIONS })).toBe(true);
      expect([LEVELS.slice(0, 32 * n), AT_LEAST.slice()]).toEqual(kept);
    });
  });

  it('is not made where a commitment is no tenth, where there are too many actors, or where others change commitments', () => {
    const { of, world } = ringOf(3, new Array(9).fill(0), [1, 2, 3]);
    for (const [value, isTenth] of [
      [0.3, true],
      [0.35, false],
      [1.1, false],
      [Number.NaN, false],
    ] as const) {
      world.columns.relational[1] = value;
      world.shocked = [];
      expect(hasSets(world, { model: of, interventions: [], decisions: NO_DECISIONS })).toBe(isTenth);
    }
    expect(
      hasSets(ringOf(32, [], []).world, { model: ringOf(32, [], []).of, interventions: [], decisions: NO_DECISIONS }),
    ).toBe(true);
    expect(
      hasSets(ringOf(33, [], []).world, { model: ringOf(33, [], []).of, interventions: [], decisions: NO_DECISIONS }),
    ).toBe(false);
    expect(
      hasSets(start(of), {
        model: withMechanism(of, 'trust', 'other', () => {}),
        interventions: [],
        decisions: NO_DECISIONS,
      }),
    ).toBe(false);
  });
});

const settings = fc.record({
  actors: fc.integer({ min: 1, max: 32 }),
  years: fc.constant(60),
  wealth: fc.constantFrom(0, 50, 400),
  spread: fc.constantFrom(0, 200, 900),
  demand: fc.constantFrom(0, 1, 100, 250, 5_000),
  destructiveness: fc.constantFrom(0, 0.1, 0.25, 0.6, 10),
  harvest: fc.constantFrom(0, 1, 20, 300),
  activations: fc.constantFrom(1, 3, 20),
});
const seeds = fc.string({ minLength: 1, maxLength: 5 });

/** The model without sets: they are not used where a second mechanism might change commitments. */
const withoutSets = (of: Model): Model => withMechanism(of, 'crisis', 'idle', () => {});

const shock = (tick: number, amount: number, duration: number | null): Intervention => ({
  tick,
  kind: 'shock',
  shock: {
    id: `rift-${tick}`,
    name: 'Rift',
    family: 'identity',
    expost: false,
    changes: [
      {
        target: { dyads: [{ from: 'A1', to: 'A2' }] },
        field: 'relational',
        operation: 'add',
        amount,
        duration,
        halfLife: 0,
      },
    ],
  } as never,
});

describe('a run with sets', () => {
  it('is the run without them, events and their reasons included', () => {
    always(fc.tuple(settings, seeds), ([given, seed]) => {
      const of = classic(ID, { ...given });
      const bySets = play(of, seed);
      const plain = play(withoutSets(of), seed);
      expect(bySets.digests).toEqual(plain.digests);
      expect(bySets.events).toEqual(plain.events);
    });
  });

  it('is so where people change commitments and shocks on them come and go', () => {
    const of = classic(ID, { actors: 6, years: 80 });
    const placed: Intervention[] = [
      { tick: 9, kind: 'set', path: 'dyads.A1.A2.relational', value: 0.6 },
      { tick: 10, kind: 'set', path: 'dyads.A3.A4.relational', value: 0.37 },
      shock(20, 0.4, 3),
      shock(40, 0.25, 2),
      shock(60, -0.3, null),
    ];
    for (let seed = 0; seed < 20; seed++) {
      const bySets = play(of, `${seed}`, placed);
      expect(bySets.events).toEqual(play(withoutSets(of), `${seed}`, placed).events);
      expect(bySets.digests).toEqual(play(withoutSets(of), `${seed}`, placed).digests);
      expect(bySets.digests).not.toEqual(play(of, `${seed}`).digests);
    }
  });

  it('may alternate with another run, and may be taken back to an earlier state', () => {
    const of = classic(ID, { years: 60 });
    const expected = ['a', 'b'].map((seed) => [...play(of, seed).digests]);
    const runs = ['a', 'b'].map((seed) => ({ run: begin(of, seed, []), world: start(of), digests: [] as number[] }));
    const before = runs.map(({ world }) => snapshot(world));
    for (const pass of [0, 1]) {
      for (let t = 0; t < 60; t++)
        for (const { run, world, digests } of runs) {
          tick(run, world);
          digests.push(...digest(world));
        }
      expect(runs.map(({ digests }) => digests)).toEqual(expected);
      runs.forEach(({ world, digests }, k) => {
        restore(world, before[k]!);
        // Even if somebody asks for the digest before the next tick.
        if (pass === 0) digest(world);
        digests.length = 0;
      });
    }
  });
});
