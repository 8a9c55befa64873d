import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classics } from '../../scenarios/classics/index.ts';
import { check, faultSentence, setPath } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { play } from '../../sim/history/record.ts';
import { summarise } from '../../sim/results/summary.ts';
import type { DescribedParameter } from '../../sim/schema/parameter.ts';
import type { Scenario } from '../../sim/schema/scenario.ts';
import { always } from '../sim/arbitrary.ts';

// Whoever runs a classic will try other numbers than the paper's: whatever its parameters allow is answered, in numbers that JSON can
// hold, or refused in a sentence that names the place.

const TICKS = 30;

/** Any value in its range; of a large one mostly what is near where it begins, so that a run stays short. */
function anyValue({ value, min, max, whole }: DescribedParameter): fc.Arbitrary<number | number[]> {
  const usual = typeof value === 'number' ? value : Math.max(...value);
  const high = Math.min(max, Math.max(min, 2 * Math.abs(usual), min + 8));
  const low = Math.max(min, -Math.abs(high));
  const one: fc.Arbitrary<number> = whole
    ? fc.integer({ min: Math.ceil(low), max: Math.floor(high) })
    : fc.oneof(
        fc.constantFrom(low, high, (low + high) / 2),
        fc.integer({ min: 0, max: 1000 }).map((k) => low + ((high - low) * k) / 1000),
      );
  return typeof value === 'number' ? one : fc.array(one, { minLength: 1, maxLength: 7 });
}

const put = (input: unknown, name: string, value: number | number[]): unknown => {
  const changed = setPath(input, `parameters.${name}`, JSON.stringify(value));
  if ('fault' in changed) throw new Error(faultSentence(changed.fault));
  return changed.input;
};

/** Paths of what JSON would lose. */
function lost(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (value === undefined || value === null) return [`${path}: ${String(value)}`];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => lost(part, `${path}.${key}`));
}

describe.each(Object.entries(classics))('%s', (id, raw) => {
  const { parameters } = (check(raw) as { value: Scenario }).value;
  const levers = Object.entries(parameters).filter(
    (entry): entry is [string, DescribedParameter] => typeof entry[1] !== 'number',
  );

  it('answers whatever its parameters allow', () => {
    const values = fc.record(Object.fromEntries(levers.map(([name, lever]) => [name, anyValue(lever)])));
    let answered = 0;
    always(
      fc.tuple(values, fc.subarray(levers.map(([name]) => name))),
      ([drawn, changed]) => {
        const input = changed.reduce<unknown>((given, name) => put(given, name, drawn[name]!), raw);
        const checked = check(input);
        if ('faults' in checked) {
          for (const fault of checked.faults) expect(fault.path, fault.message).not.toBe('');
          return;
        }
        answered++;
        const ticks = Math.min(TICKS, checked.value.time.ticks);
        const { analysis, metrics } = summarise(play(load(checked.value), '1', [], { ticks }));
        expect(lost({ analysis, metrics }, id)).toEqual([]);
      },
      40,
    );
    expect(answered).toBeGreaterThan(0);
  });
});
