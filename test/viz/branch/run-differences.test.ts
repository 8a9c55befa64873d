import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../sim/results/summary.ts';
import type { Event } from '../../../sim/world/event.ts';
import {
  differenceCurves,
  metricDifferences,
  otherEndings,
  runDifferencesOf,
} from '../../../viz/branch/run-differences.ts';
import { replay } from '../run-view/replay-builder.ts';

describe('two runs beside each other', () => {
  it('part where something happens in one only, whatever the reasons; what people placed is no such thing', () => {
    const { events, alliances } = replay();
    const parting = (branch: Event[]) => runDifferencesOf({ events, alliances }, { events: branch, alliances });
    const at = events.findIndex(({ kind }) => kind === 'founded');
    const placed: Event = { tick: 0, by: 'interventions', kind: 'intervention', who: [], what: 'x', because: [] };
    const otherwise: Event[] = [placed, ...events.map((event) => ({ ...event, because: [] }))];
    expect(parting(otherwise)).toBeUndefined();
    const gone = events[at]!;
    const come: Event = { tick: gone.tick, by: 'x', because: [], kind: 'attacked', who: ['GER'], victim: 'FRA' };
    const instead = (...put: Event[]): Event[] => [...events.slice(0, at), ...put, ...events.slice(at + 1)];
    expect(parting(instead())).toEqual({ tick: gone.tick, original: gone, branch: undefined });
    expect(parting(instead(come))).toEqual({ tick: gone.tick, original: gone, branch: come });
  });

  it('are drawn by the measures that differ, the most for its range first, samples of one stride beside each other', () => {
    const series = (stride: number, rows: number[][]) => ({
      stride,
      samples: rows.length,
      worldNames: ['same', 'little', 'much'],
      world: Float64Array.from(rows.flat()),
    });
    const original = series(1, [
      [5, 0, 0],
      [5, 10, 1],
      [5, 10, 1],
    ]);
    const branch = series(2, [
      [5, 0, 0],
      [5, 9, 3],
    ]);
    expect(differenceCurves(original, branch)).toEqual([
      { name: 'much', ticks: [0, 2], values: [0, 2], most: 2, size: 2 / 3 },
      { name: 'little', ticks: [0, 2], values: [0, -1], most: 1, size: 0.1 },
    ]);
    expect(differenceCurves(original, original)).toEqual([]);
  });

  it('are told by the figures that differ, branch less original', () => {
    const summary = (metrics: Record<string, number>, analysis?: Record<string, unknown>) =>
      ({ metrics, ...(analysis && { analysis }) }) as Summary;
    expect(
      metricDifferences(
        summary({ left: 2, joined: 3, cohesion: 0 }, { value: 8, who: ['A'] }),
        summary({ left: 5, joined: 3, cohesion: 0.5 }, { value: 2, who: ['B'] }),
      ),
    ).toEqual([
      { name: 'left', original: 2, branch: 5, difference: 3, share: 0.6 },
      { name: 'cohesion', original: 0, branch: 0.5, difference: 0.5, share: 1 },
      { name: 'value', original: 8, branch: 2, difference: -6, share: -0.75 },
    ]);
  });

  it('are told by the alliances that end otherwise', () => {
    const before = replay();
    const alliances = before.alliances
      .filter(({ id }) => id !== 'balkan')
      .map((one) => (one.id === 'cyprus' ? { ...one, ended: null } : one))
      .map((one) => (one.id === 'triple' ? { ...one, spans: one.spans.filter(({ actor }) => actor !== 'ITA') } : one));
    expect(otherEndings(before, { alliances }).map(({ name }) => name)).toEqual([
      'Cyprus Convention',
      'Triple Alliance',
      'Balkan Pact',
    ]);
    const [, triple, balkan] = otherEndings(before, { alliances });
    expect(triple).toMatchObject({ original: { members: ['AUH', 'GER', 'ITA'] }, branch: { members: ['AUH', 'GER'] } });
    expect(balkan).toMatchObject({ original: { ended: 138 }, branch: undefined });
    expect(otherEndings(before, before)).toEqual([]);
  });
});
