import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import type { RecordedHistory } from '../../../sim/results/recorded-history.ts';
import { laneHeight, rowsOf } from '../../../viz/record/lane-height.ts';
import { itemAt, laneItems } from '../../../viz/record/lane-layout.ts';
import { spoken, toldOf } from '../../../viz/record/words.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { type RunView, toRunView } from '../../../viz/run-view/run-view.ts';
import { yearsLabel } from '../../../viz/run-view/time.ts';
import { axisOf } from '../../../viz/ui/measure.ts';
import { createSession } from '../../../workers/session.ts';

const runOf = async (id: string): Promise<[RunView, RecordedHistory]> => {
  const scenario = histories[id]!;
  const run = toRunView(scenario as ScenarioView, await createSession().run({ scenario, seed: '1' }));
  return [run, run.replay.record!];
};

describe('the rows of the record', () => {
  it.each([
    [[], []],
    [[[0, 5]], [0]],
    [
      [
        [0, 5],
        [5, 9],
      ],
      [0, 0],
    ],
    [
      [
        [0, 5],
        [4, 9],
        [5, 6],
        [8, 9],
      ],
      [0, 1, 0, 0],
    ],
  ] as [number[][], number[]][])('of %j are %j', (spells, rows) => {
    expect(rowsOf(spells.map(([from, to]) => ({ from: from!, to: to! })))).toEqual(rows);
  });
});

describe.each(Object.keys(histories))('the record of %s in its lane', (id) => {
  it.each(['wide', 'narrow', 'folded'] as const)('has everything in its place and its time: %s', async (form) => {
    const [run, record] = await runOf(id);
    const axis = axisOf(form === 'narrow' ? 390 : 1_000, run.ticks, form === 'narrow' ? 16 : 150);
    const height = laneHeight(record, run.ticks, form);
    // A few lines; those of a record with more than twenty treaties are thin, and lie apart.
    expect(height).toBeLessThanOrEqual(90);
    const items = laneItems(record, run.ticks, axis, form);
    const spells = items.filter(({ spell }) => spell);
    expect(spells).toHaveLength(record.spells.length);
    expect(items.flatMap(({ marks }) => marks)).toHaveLength(record.marks.length);
    for (const { at, left, top, width, height: tall } of items) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(left + width / 2).toBeGreaterThanOrEqual(axis.left);
      expect(left + width / 2).toBeLessThanOrEqual(axis.right + 1);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + tall).toBeLessThanOrEqual(height);
    }
    if (form !== 'folded')
      for (const a of spells)
        for (const b of spells)
          if (a !== b && a.top === b.top)
            expect(a.left + a.width <= b.left + 1e-6 || b.left + b.width <= a.left + 1e-6).toBe(true);
  });

  it('can be pointed at, everything in it', async () => {
    const [run, record] = await runOf(id);
    const items = laneItems(record, run.ticks, axisOf(1_000, run.ticks, 150), 'wide');
    items.forEach(({ left, top, width, height }, k) => {
      expect(itemAt(items, left + width / 2, top + height / 2)).toBe(k);
    });
    expect(itemAt(items, 10, 10)).toBe(-1);
  });

  it('says what it was, when, and from where that is known', async () => {
    const [run, record] = await runOf(id);
    const items = laneItems(record, run.ticks, axisOf(1_000, run.ticks, 150), 'wide');
    for (const item of items) {
      const told = toldOf(run, item);
      expect(told.length).toBe(item.spell ? 1 : item.marks.length);
      for (const { name, years, source } of told) {
        expect(name).not.toBe('');
        expect(years).toMatch(/\d/);
        expect(source).not.toBe('');
      }
      expect(spoken(told)).not.toMatch(/undefined|NaN|, ,/);
    }
  });
});

it('years are those that the record gives', async () => {
  expect([
    yearsLabel(1904, 1905, 1879),
    yearsLabel(-478, -404, -478),
    yearsLabel(1956, 1956, 1952),
    yearsLabel(-3, 5, -3),
  ]).toEqual(['1904–1905', '478–404 BCE', '1956', '3 BCE–5 CE']);
  const told = async (id: string): Promise<string[]> => {
    const [run, record] = await runOf(id);
    const items = laneItems(record, run.ticks, axisOf(1_000, run.ticks, 150), 'wide');
    return items.flatMap((item) => toldOf(run, item)).map(({ name, years }) => `${name} ${years}`);
  };
  const [europe, greece, nato] = await Promise.all(Object.keys(histories).map(told));
  for (const one of [
    'Cyprus Convention 1878–1880',
    'Dual Alliance 1879–1914',
    'war: Empire of Japan and Russian Empire 1904–1905',
  ])
    expect(europe).toContain(one);
  for (const one of [
    'The Athenians and their allies 478–404 BCE',
    'The Greeks sworn against the Mede 481–462 BCE, and the record says no more of it',
    'war: Athens and Samos 440–439 BCE',
  ])
    expect(greece).toContain(one);
  expect(nato).toContain('North Atlantic Treaty 1949–2024');
  expect(nato!.filter((one) => one.startsWith('metric: United States 1956'))).toEqual(
    Array(2).fill('metric: United States 1956'),
  );
});

it('a run of which the record speaks has marks for its events, another has none', async () => {
  const [run] = await runOf('europe-1879-1914');
  const marked = run.events.filter((event) => run.markOf(event) !== undefined);
  expect(new Set(marked.map(({ kind }) => kind))).toContain('founded');
  expect(run.events.filter(({ kind }) => kind === 'shock').every((event) => run.markOf(event) === undefined)).toBe(
    true,
  );
  // The classroom's predictions are about facts of the record, so it goes with it.
  const silent = { ...(histories['europe-1879-1914'] as object), history: [], classroom: undefined };
  const other = toRunView(
    silent as unknown as ScenarioView,
    await createSession().run({ scenario: silent, seed: '1' }),
  );
  expect(other.replay.record).toBeUndefined();
  expect(other.events.every((event) => other.markOf(event) === undefined)).toBe(true);
});
