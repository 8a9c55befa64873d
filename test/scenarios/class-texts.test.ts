import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classTexts } from '../../scenarios/class-texts.ts';
import { scenarios } from '../../scenarios/index.ts';
import { check } from '../../sim/check/check.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { classTextsOf, withClassTexts } from '../../sim/schema/class-texts.ts';

const played = Object.entries(scenarios)
  .map(([id, raw]) => [id, accepted(check(raw))] as const)
  .filter(([, { classroom }]) => classroom);

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;
const numbersIn = (text: string): string => [...new Set(text.match(/\d+/g))].sort().join(' ');

it('there is a Spanish file for each scenario that a class can play, and for no other', () => {
  const files = readdirSync(new URL('../../scenarios/es/', import.meta.url));
  expect(files.sort()).toEqual(played.map(([id]) => `${id}.json`).sort());
  expect(played.length).toBeGreaterThan(2);
});

it('a scenario or a language without texts of its own has none', async () => {
  expect(await classTexts('classics/glove', 'es')).toEqual({});
  expect(await classTexts('nato', 'en')).toEqual({});
  expect(await classTexts('constructor', 'es')).toEqual({});
});

describe.each(played)('what a class reads of %s', (id, scenario) => {
  it('is there in Spanish, path by path, with the same numbers', async () => {
    const english = classTextsOf(scenario);
    const spanish = await classTexts(id, 'es');
    expect(Object.keys(spanish).sort()).toEqual([...english.keys()].sort());
    expect([...english].filter(([path, text]) => numbersIn(text) !== numbersIn(spanish[path]!))).toEqual([]);
    const same = [...english].filter(([path, text]) => spanish[path] === text).map(([, text]) => text);
    expect(same.filter((text) => wordsIn(text) > 1)).toEqual([]);
  });

  it('stands in its place once it is translated, and nothing else changes', async () => {
    const spanish = await classTexts(id, 'es');
    const translated = withClassTexts(scenario, spanish);
    expect(Object.fromEntries(classTextsOf(translated))).toEqual(spanish);
    expect(withClassTexts(translated, Object.fromEntries(classTextsOf(scenario)))).toEqual(scenario);
    const { classroom: _, teaching: __, ...rest } = translated;
    const { classroom: ___, teaching: ____, ...before } = scenario;
    expect(rest).toEqual(before);
    expect(accepted(check(translated))).toEqual(translated);
  });

  it('fits: a page of primer, roles of 60 to 90 words, interests of a sentence or two', () => {
    const { classroom, teaching } = scenario;
    const primer = wordsIn(teaching!.primer);
    expect(primer).toBeGreaterThan(250);
    expect(primer).toBeLessThan(450);
    for (const [actor, role] of Object.entries(teaching!.roles)) {
      expect([actor, wordsIn(role) >= 60 && wordsIn(role) <= 90]).toEqual([actor, true]);
    }
    for (const { words } of Object.values(classroom!.secrets).flat())
      expect(words.match(/[.?!](\s|$)/g)!.length, words).toBeLessThanOrEqual(2);
  });
});
