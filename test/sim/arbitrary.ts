import fc from 'fast-check';
import { check, checkPlaced, faultSentence } from '../../sim/check/check.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Scenario } from '../../sim/schema/scenario.ts';
import { comings, withComings } from './arbitrary/existence.ts';
import { placed } from './arbitrary/interventions.ts';
import { draft } from './arbitrary/scenario.ts';
import { ids, type Shape } from './arbitrary/values.ts';

/** Any world a stranger might send, and what people might do in it. */
export interface Case {
  scenario: Scenario;
  interventions: Intervention[];
  seed: string;
}

/**
 * Asserts that a property holds in so many arbitrary cases: always the same ones, so that no commit fails by chance.
 * `FC_SEED=5 npx vitest run test/sim` looks at others.
 */
export function always<T>(of: fc.Arbitrary<T>, property: (value: T) => void, runs = 60): void {
  fc.assert(fc.property(of, property), { numRuns: runs, seed: Number(process.env.FC_SEED ?? 1) });
}

export interface Size {
  actors: number;
  ticks: number;
}

/** Scenarios of 2 to `size.actors` actors, with at most so many interventions that fit them. */
export const cases = (size: Size = { actors: 12, ticks: 60 }, interventions = 8): fc.Arbitrary<Case> =>
  fc
    .record({
      n: fc.integer({ min: 2, max: size.actors }),
      m: fc.integer({ min: 1, max: 3 }),
      d: fc.integer({ min: 0, max: 3 }),
      k: fc.integer({ min: 0, max: 2 }),
      p: fc.integer({ min: 0, max: 4 }),
      s: fc.integer({ min: 0, max: 4 }),
      ticks: fc.integer({ min: 1, max: size.ticks }),
      ticksPerYear: fc.constantFrom(1, 4, 12),
    })
    .chain(({ n, m, d, k, p, s, ticks, ticksPerYear }) => {
      const shape: Shape = {
        actors: ids('a', n),
        resources: ids('r', m),
        axes: ids('d', d),
        threats: ids('k', k),
        treaties: ids('p', p),
        ticks,
        ticksPerYear,
      };
      return fc.record({
        draft: fc.tuple(draft(shape, s), comings(shape)).map(([input, list]) => withComings(input, list, shape)),
        placed: placed(shape, s, interventions),
        seed: fc.string({ minLength: 1, maxLength: 6 }),
      });
    })
    .map(({ draft: input, placed: list, seed }) => {
      const checked = check(input);
      if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
      return { scenario: checked.value, interventions: soundIn(list, checked.value), seed };
    });

/** The interventions, without those on actors that do not exist then: these are refused, by name. */
function soundIn(list: readonly unknown[], scenario: Scenario): Intervention[] {
  const those = checkPlaced(list, scenario);
  if ('value' in those) return those.value;
  const absent = new Set<number>();
  for (const fault of those.faults) {
    const at = /^\[(\d+)\]/.exec(fault.path);
    if (!at || !/^"a\d+" does not exist in \d+$/.test(fault.message)) throw new Error(faultSentence(fault));
    absent.add(Number(at[1]));
  }
  return soundIn(
    list.filter((_, k) => !absent.has(k)),
    scenario,
  );
}
