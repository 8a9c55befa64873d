import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { histories } from '../../scenarios/index.ts';
import { filledWithLessons, TEACHING_DOCUMENT } from '../../scripts/teaching-document.ts';

const text = readFileSync(new URL(`../../${TEACHING_DOCUMENT}`, import.meta.url), 'utf8');

it('the lessons are as the scenarios have them (npm run teaching)', () => {
  expect(text).toBe(filledWithLessons(text));
});

it('there is a lesson for every history that has one', () => {
  const titles = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  const taught = (Object.values(histories) as { title: string; teaching?: unknown }[]).filter(
    ({ teaching }) => teaching,
  );
  expect(taught.length).toBeGreaterThan(2);
  expect(titles).toEqual(taught.map(({ title }) => title));
});

it('no cell of a table and no place of a text was left empty', () => {
  expect(text).not.toMatch(/undefined|NaN|\| *\|/);
});
