import fc from 'fast-check';
import { check, checkPlaced, faultSentence } from '../../sim/check/check.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Scenario } from '../../sim/schema/scenario.ts';
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
        draft: draft(shape, s),
        placed: placed(shape, s, interventions),
        seed: fc.string({ minLength: 1, maxLength: 6 }),
      });
    })
    .map(({ draft: input, placed: list, seed }) => {
      const checked = check(input);
      if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
      const those = checkPlaced(list, checked.value);
      if ('faults' in those) throw new Error(those.faults.map(faultSentence).join('\n'));
      return { scenario: checked.value, interventions: those.value, seed };
    });
