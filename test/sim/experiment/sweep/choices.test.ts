import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../../scenarios/index.ts';
import { check, setValue } from '../../../../sim/check/check.ts';
import { sweepChoices } from '../../../../sim/experiment/sweep/choices.ts';
import { figuresOf } from '../../../../sim/experiment/sweep/measures.ts';

const europe = scenarios['europe-1879-1914']!;

describe('what may vary', () => {
  it.each(Object.entries(scenarios))('is accepted where it is set to what it is: %s', (_, scenario) => {
    const { vary } = sweepChoices(scenario);
    const set = vary.filter(({ value }) => value !== undefined);
    expect(set.length).toBeGreaterThan(20);
    // Each tenth: one check of a long scenario takes milliseconds.
    const refused = set.flatMap(({ path, value }, k) => {
      const changed = setValue(scenario, path, value);
      if ('fault' in changed) return [path];
      return k % 10 === 0 && 'faults' in check(changed.input) ? [path] : [];
    });
    expect(refused).toEqual([]);
  });

  it('has a range, a value and words where the schema has them', () => {
    const { vary } = sweepChoices(europe);
    const choice = (path: string) => vary.find((one) => one.path === path);
    expect(choice('dyads.GER.RUS.hostility')).toMatchObject({ min: 0, max: 1, of: 'German Empire, Russian Empire' });
    expect(choice('mechanisms.crisis.attacks.parameters.aggression')).toMatchObject({ min: 0, value: 0.04 });
    expect(choice('actors.GBR.autonomy')).toMatchObject({
      value: 0.9,
      of: 'British Empire',
      says: 'dislike of constraint',
    });
    expect(choice('time.ticks')).toMatchObject({ value: 144, whole: true });
    expect(choice('actors.GBR.strategy')?.choices).toContain('free-rider');
  });

  it('is named once, and not what no run depends on', () => {
    const paths = sweepChoices(europe).vary.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => /^(title|history|provenance|view)|\.(name|family|note)$/.test(path))).toEqual([]);
  });

  it('is what everybody has, of what is no scenario', () => {
    for (const input of [null, 7, [], { actors: 'none', mechanisms: 3, parameters: [1] }]) {
      const { vary, analyses, facts } = sweepChoices(input);
      expect(vary.some(({ path }) => path.startsWith('mechanisms.'))).toBe(true);
      expect([analyses, facts]).toEqual([[], 0]);
    }
  });
});

it('what is measured is what runs of the scenario can be asked for', () => {
  const checked = check(europe);
  if ('faults' in checked) throw new Error('a bundled scenario is at fault');
  const { metrics, facts } = sweepChoices(europe);
  const all = figuresOf(undefined, undefined as never).map(({ column }) => column.name);
  expect(metrics.map(({ name }) => name)).toEqual(all);
  expect(facts).toBe(checked.value.history.facts.length);
});
