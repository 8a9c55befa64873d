import { expect, it } from 'vitest';
import { wholeSpec } from '../../../formats/sweep/whole-spec.ts';
import { checkSweep } from '../../../sim/experiment/sweep/make-plan.ts';

it('a file of points is refused before it is taken apart where it has more values than can be held', () => {
  const checked = checkSweep({
    format: 'foedus-sweep/1',
    scenario: {},
    vary: Array.from({ length: 200 }, (_, k) => ({ path: `parameters.p${k}`, from: 0, to: 1 })),
    design: { kind: 'points', file: 'points.csv' },
  });
  if ('faults' in checked) throw new Error(checked.faults[0]!.message);
  const never = (): never => expect.unreachable();
  const refuse = (place: string, what: string): never => {
    throw new Error(`${place}: ${what}`);
  };
  const text = (): string => `p0\n${'0\n'.repeat(100_002)}`;
  expect(() => wholeSpec(checked.value, { scenario: never, json: never, text }, refuse)).toThrow(
    'points.csv: more than 100000 records',
  );
});
