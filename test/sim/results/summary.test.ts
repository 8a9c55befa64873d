import { describe, expect, it } from 'vitest';
import { histories as scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { finalDigest } from '../../../sim/history/digest-comparison.ts';
import { play, record } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { type Life, medianDuration } from '../../../sim/measures/duration.ts';
import { MEASURES } from '../../../sim/measures/index.ts';
import { RUN_MEASURES, summarise } from '../../../sim/results/summary.ts';

const ended = (lasted: number, entered = 0): Life => ({ entered, lasted, ended: true });
const lasting = (lasted: number, entered = 0): Life => ({ entered, lasted, ended: false });

describe('the Kaplan–Meier median of durations', () => {
  it.each<[string, Life[], number, boolean]>([
    // 1 − 1/4 = 3/4 at 1, × 2/3 = 1/2 at 2.
    ['is the middle one where all have ended', [ended(1), ended(2), ended(3), ended(4)], 2, true],
    // 5/6 at 6, the one lasting 6 is at risk there but not at 7: × 3/4 = 5/8; 10: × 1/2 = 5/16.
    [
      'counts the lasting ones at risk while they were seen',
      [ended(6), lasting(6), ended(7), lasting(9), ended(10), lasting(11)],
      10,
      true,
    ],
    // At 2 only the two under watch from the start are at risk: 1/2.
    [
      'counts the old ones at risk from their age at entry',
      [ended(2), ended(5), ended(30, 20), lasting(40, 10)],
      2,
      true,
    ],
    ['is the longest one seen where too few have ended', [ended(3), lasting(8), lasting(5)], 8, false],
    ['is the longest one seen where none has ended', [lasting(4), lasting(2)], 4, false],
    ['is 0 without any', [], 0, false],
    ['counts what ended as it began', [ended(0), ended(0), lasting(3)], 0, true],
  ])('%s', (_, lives, median, reached) => {
    expect(medianDuration(lives)).toEqual({ median, reached });
  });
});

describe('what a run comes to', () => {
  const checked = check(scenarios['europe-1879-1914']);
  if ('faults' in checked) throw new Error('the scenario has faults');
  const model = load(checked.value);

  it('counts the events it tells of', () => {
    const history = play(model, '1');
    const { metrics, events, alliances, digest } = summarise(history);
    const times = (...kinds: string[]) => history.events.filter(({ kind }) => kinds.includes(kind)).length;
    expect(events).toBe(history.events.length);
    expect(digest).toBe(finalDigest(history));
    expect(metrics.founded).toBe(times('founded'));
    expect(metrics.membershipChanges).toBe(
      times('founded', 'joined', 'left', 'expelled', 'merged', 'split', 'dissolved'),
    );
    expect(metrics.invocations).toBe(times('honoured', 'reneged'));
    expect(alliances.filter((alliance) => alliance.ended === null)).toHaveLength(metrics.alliances!);
  });

  it('holds every measure, each a number', () => {
    const { metrics } = summarise(play(model, '2', [], { ticks: 20 }));
    expect(Object.keys(metrics)).toEqual([...MEASURES, ...RUN_MEASURES].map(({ name }) => name));
    for (const value of Object.values(metrics)) expect(value).toBeTypeOf('number');
    expect(Object.values(metrics).filter(Number.isNaN)).toEqual([]);
  });

  it('tells of a run of no tick what stands at the start', () => {
    const summary = summarise(play(model, '1', [], { ticks: 0 }));
    expect(summary.metrics.alliances).toBe(checked.value.treaties.length);
    expect(summary.alliances.map(({ id }) => id)).toEqual(checked.value.treaties.map(({ id }) => id));
  });

  it('reads the last tick where the series has been thinned', () => {
    const run = record(model, '1', [], { ticks: 5_001 });
    run.advance(Infinity);
    expect(run.history.series.stride).toBeGreaterThan(1);
    const world = seek(run.history, 5_001);
    expect(summarise(run.history).metrics.alliances).toBe(world.alliances.length);
  });
});
