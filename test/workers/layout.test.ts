import { describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { startPositions, togetherness } from '../../workers/layout.ts';
import { createSession } from '../../workers/session.ts';
import { replay } from '../viz/run-view/replay-builder.ts';
import { placesOf } from './layout-builder.ts';

// Where the actors of a run stand in its picture, worked out once, where the run is made.

const run = replay();
const n = run.actors.length;

describe('places', () => {
  it('are the same every time, in the unit square', () => {
    const found = placesOf(run);
    expect(placesOf(replay())).toEqual(found);
    expect(found).toHaveLength(n);
    for (const [x, y] of found) expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
  });

  it('start from a circle where there is no map', () => {
    const start = startPositions(run.actors.map(({ id, name }) => ({ id, name })));
    for (const [x, y] of start) expect(Math.hypot(x - 0.5, y - 0.5)).toBeCloseTo(0.42);
  });

  it('are drawn together by years spent in one alliance', () => {
    const share = togetherness(run);
    const germany = 2;
    expect(share[germany * n + 3]).toBeGreaterThan(share[germany * n + 5]!);
    expect(share[germany * n + 9]).toBe(0);
  });

  it('have old allies nearer to each other than strangers', () => {
    // Eight in a circle: nothing but the alliance tells the first and the fifth from other pairs that face each other.
    const actors = [...'abcdefgh'].map((id) => ({ id, name: id }));
    const spans = ['a', 'e'].map((actor) => ({ actor, from: 0, to: null }));
    const alliances = [{ ...run.alliances[0]!, founded: 0, ended: null, spans }];
    const found = placesOf({ ticks: 40, actors, alliances });
    const across = (k: number): number => Math.hypot(found[k]![0] - found[k + 4]![0], found[k]![1] - found[k + 4]![1]);
    for (const other of [1, 2, 3]) expect(across(0)).toBeLessThan(0.8 * across(other));
  });

  it('of one actor alone are in the middle', () => {
    expect(placesOf({ ticks: 4, actors: run.actors.slice(0, 1), alliances: [] })).toEqual([[0.5, 0.5]]);
  });

  it('are those of the current run, with the likeness of its actors at the start', async () => {
    const session = createSession();
    const made = await session.run({ scenario: scenarios['europe-1879-1914'], seed: '7' });
    const { affinity } = await session.frame(0);
    expect(await session.layout()).toEqual(placesOf(made, affinity));
  });

  it('of a large world are worked out while others have their turn, and no longer once another run is asked for', async () => {
    const session = createSession();
    await expect(session.layout()).rejects.toThrow('no run has been made yet');
    await session.run({ scenario: scenarios['classics/landscape'], seed: '1' });
    const late = session.layout();
    const next = session.run({ scenario: scenarios['classics/landscape'], seed: '2' });
    await expect(late).rejects.toThrow('cancelled');
    await next;
    expect((await session.layout()).length).toBeGreaterThan(1);
  });
});
