import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { digestsOf, divergence } from '../../../sim/history/digest-comparison.ts';
import { fork } from '../../../sim/history/fork.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import type { Model } from '../../../sim/model/model.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import { COLUMN_NAMES, type Columns } from '../../../sim/world/columns.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { always, cases } from '../arbitrary.ts';
import { actor, model, only } from '../builders.ts';

// A scenario whose mechanisms all say which columns they write has the others digested once; nobody may notice.

const quiet = { shock: [{ name: 'interventions' }, { name: 'fading' }], measure: [{ name: 'metrics' }] };
const of = model({ ticks: 60, actors: ['a', 'b'].map((id) => actor(id)), mechanisms: only(quiet) });
const set = (tick: number, value: number): Intervention => ({ kind: 'set', tick, path: 'actors.a.loyalty', value });
const storm: Intervention = {
  kind: 'shock',
  tick: 20,
  shock: {
    id: 'storm',
    name: 'Storm',
    family: 'disaster',
    changes: [
      { target: { actors: ['b'] }, field: 'autonomy', operation: 'add', amount: 0.2, duration: 5, halfLife: 3 },
    ],
  },
} as Intervention;

/** Runs a model with each of its mechanisms watched. @returns what was written beside what its mechanism owns. */
function trespasses(of: Model, seed: string, interventions: readonly Intervention[] = []): string[] {
  const found = new Set<string>();
  const mechanisms = of.mechanisms.map((chosen) => {
    const { mechanism } = chosen;
    const step: typeof mechanism.step = (world, context) => {
      const others = COLUMN_NAMES.filter((name) => !mechanism.owns!.includes(name));
      const before = others.map((name) => world.columns[name].slice());
      mechanism.step(world, context);
      const isSame = (name: keyof Columns, k: number): boolean =>
        world.columns[name].every((x, at) => x === before[k]![at]);
      others.forEach((name, k) => {
        if (mechanism.phase !== 'shock' && !isSame(name, k)) found.add(`${mechanism.name} writes ${name}`);
      });
    };
    return { ...chosen, mechanism: { ...mechanism, step } };
  });
  const history = play({ ...of, mechanisms }, seed, interventions);
  // What was digested once is what stands there now.
  const world = seek(history, history.ticks);
  const fresh = digest(world);
  expect(fresh).toEqual([...history.digests.slice(-2)]);
  return [...found];
}

describe('a mechanism', () => {
  it('writes no column beside those that it owns, in any scenario that comes with the engine', () => {
    for (const raw of Object.values(scenarios)) {
      const checked = check(raw);
      if (!('value' in checked)) throw new Error('a scenario that comes with the engine is refused');
      expect(trespasses(load(checked.value), '7')).toEqual([]);
    }
  });

  it('nor in any other', () => {
    always(
      cases({ actors: 7, ticks: 40 }),
      ({ scenario, seed }) => {
        expect(trespasses(load(scenario), seed)).toEqual([]);
      },
      60,
    );
  });
});

describe('columns that no mechanism writes', () => {
  it('are told apart from those that one does', () => {
    const { live, still } = seek(play(of, '1'), 3).derived;
    expect(live.map(({ length }) => length)).toEqual([2 * of.shape.measures]);
    expect(still).toHaveLength(2);
  });

  it('are digested all the same: what a person sets in them shows from its tick on, and as long as it differs', () => {
    const plain = play(of, '1');
    const touched = play(of, '1', [set(10, 0.9)]);
    expect(divergence(plain, touched)).toBe(10);
    const back = digestsOf(play(of, '1', [set(10, 0.9), set(30, 0.5)]));
    expect(back.slice(30)).toEqual(digestsOf(plain).slice(30));
    expect(back[29]).not.toBe(digestsOf(plain)[29]);
  });

  it('show every step of what fades', () => {
    const digests = digestsOf(play(of, '1', [storm]));
    expect(new Set(digests.slice(24, 34)).size).toBe(10);
  });

  it('leave the same digest behind in a run, a state sought, and a fork', () => {
    const straight = play(of, '1', [storm, set(40, 0.1)]);
    const forked = fork(play(of, '1', [storm]), 35, [set(40, 0.1)]);
    forked.advance(Infinity);
    expect(divergence(straight, forked.history)).toBeNull();
    for (const t of [1, 19, 20, 21, 33, 41, 60]) {
      const [high, low] = digest(seek(straight, t));
      expect([high, low]).toEqual([...straight.digests.slice(2 * t - 2, 2 * t)]);
    }
  });
});
