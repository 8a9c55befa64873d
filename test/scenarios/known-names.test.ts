import { describe, expect, it } from 'vitest';
import { histories } from '../../scenarios/index.ts';
import { knownNames } from '../../scenarios/known-names.ts';
import { check } from '../../sim/check/check.ts';
import { spanishScenarioTexts } from '../../viz/i18n/es/scenarios/index.ts';

describe.each(Object.entries(knownNames))('the names in use in %s', (id, { actors, treaties }) => {
  const checked = check(histories[id]);
  if ('faults' in checked) throw new Error(`${id} has faults`);
  const { value: scenario } = checked;
  const ids = new Set(scenario.actors.map((actor) => actor.id));

  it('are of its actors, each once, and of treaties of its time', () => {
    const all = scenario.actors.map((actor) => actors[actor.id] ?? actor.name);
    expect(new Set(all).size).toBe(all.length);
    for (const actor of [...Object.keys(actors), ...treaties.flatMap(({ founders }) => founders)])
      expect(ids).toContain(actor);
    const { start, ticks, ticksPerYear } = scenario.time;
    for (const { from, to } of treaties) {
      expect(from).toBeLessThan(to);
      expect(from).toBeLessThan(start + Number(ticks) / ticksPerYear);
      expect(to).toBeGreaterThan(start);
    }
  });

  it('are those of its treaties, and of all that are recorded as allied', () => {
    const isNamed = (who: readonly string[], year: number, years: number): boolean =>
      treaties.some(
        ({ founders, obligation, from }) =>
          obligation === 'defence' &&
          [...founders].sort().join() === [...who].sort().join() &&
          Math.abs(from - year) <= years,
      );
    for (const fact of scenario.history.facts)
      if (fact.kind === 'allied') expect(isNamed(fact.who, fact.from, 5), fact.id).toBe(true);
  });

  it('are spoken in Spanish too', () => {
    const texts = [...Object.values(actors), ...treaties.map(({ name }) => name)];
    expect(texts.filter((text) => !Object.hasOwn(spanishScenarioTexts, text))).toEqual([]);
  });
});
