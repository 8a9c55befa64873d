import { describe, expect, it } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { start } from '../../../sim/engine/run.ts';
import { digestsOf, divergence, finalDigest } from '../../../sim/history/digest-comparison.ts';
import { fork } from '../../../sim/history/fork.ts';
import type { History } from '../../../sim/history/history.ts';
import { play, record } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { bytesOf } from '../../../sim/world/columns.ts';
import type { Event } from '../../../sim/world/event.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { bundled, stateOf } from '../any-run.ts';
import { actor, model as byHand } from '../builders.ts';

const europe = load(bundled.find(([id]) => id === 'europe-1879-1914')![1].scenario);

describe('a long run', () => {
  it('is entered and forked as well when its events went to the sink', () => {
    const sunk: Event[] = [];
    const caps = { events: 20 };
    const short = play(europe, '1', [], { caps, sink: (event) => sunk.push(event) });
    const whole = play(europe, '1');
    expect(short.events).toHaveLength(20);
    expect([...short.events, ...sunk]).toEqual(whole.events);
    expect(short.happened).toBe(whole.happened);
    expect(short.chronicle).toEqual(whole.chronicle);
    for (const t of [0, 10, 60, 144]) {
      const run = fork(short, t, []);
      run.advance(Infinity);
      expect(run.history.chronicle).toEqual(whole.chronicle);
      expect(run.history.happened).toBe(whole.happened);
      expect(run.history.events).toEqual(whole.events);
      expect(divergence(whole, run.history)).toBeNull();
    }
  });

  it('keeps no more keyframes than its cap, evenly spread, and is entered anywhere from them', () => {
    for (const keyframes of [2, 3, 8]) {
      const run = record(europe, '1', [], { ticks: 1_500, caps: { keyframes } });
      let most = 0;
      while (run.advance(1)) most = Math.max(most, run.history.keyframes.length);
      expect(most).toBeLessThanOrEqual(keyframes);
      const ticks = run.history.keyframes.map(({ tick: when }) => when);
      expect(ticks).toEqual(ticks.map((_, k) => k * run.history.keyframeEvery));
      expect(ticks.at(-1)! + run.history.keyframeEvery).toBeGreaterThan(1_500 - run.history.keyframeEvery);
      for (const t of [1, 777, 1_499]) expect(digest(seek(run.history, t)).join()).toBe(digestAt(run.history, t));
    }
  });

  it('keeps its keyframes within their bytes', () => {
    const bytes = bytesOf(europe.shape);
    const history = play(europe, '1', [], { ticks: 600, caps: { keyframeBytes: 5 * bytes } });
    expect(history.keyframes.length).toBeLessThanOrEqual(5);
    expect(history.keyframes.length).toBeGreaterThan(1);
  });

  it('thins its series to every other sample, each still the one of its tick', () => {
    const of = byHand({ actors: [actor('a', { strategy: 'free-rider' }), actor('b')], ticks: 10_000 });
    const history = play(of, '1');
    const { series } = history;
    expect(series.samples).toBeLessThanOrEqual(4_096);
    expect(series.stride).toBe(4);
    expect(series.samples).toBe(Math.floor(10_000 / series.stride) + 1);
    for (const s of [0, 1, 100, 2_500]) {
      const { strength } = seek(history, s * series.stride).columns;
      const row = series.actors.subarray(s * 5 * 2, s * 5 * 2 + 2);
      expect([...row]).toEqual([...Float32Array.from(strength)]);
    }
  });

  // The full hundred thousand ticks at ten actors are in the benchmark; here the bytes of a tenth against those of a fifth.
  it('takes no more memory for twice the ticks, digests apart', () => {
    const caps = { events: 500, keyframes: 16 };
    const once = play(europe, '1', [], { ticks: 5_000, caps });
    const twice = play(europe, '1', [], { ticks: 10_000, caps });
    expect(twice.happened).toBeGreaterThan(once.happened);
    expect(twice.events).toHaveLength(500);
    expect(bytesHeld(twice)).toBeLessThanOrEqual(1.2 * bytesHeld(once));
    expect(twice.digests.byteLength).toBe(10_000 * 8);
  });

  it('of no tick at all has a state, a digest and a sample, and can be forked', () => {
    const history = play(europe, '1', [], { ticks: 0 });
    expect(history.ticks).toBe(0);
    expect(digestsOf(history)).toEqual([]);
    expect(finalDigest(history)).toMatch(/^[0-9a-f]{16}$/);
    expect(stateOf(seek(history, 0))).toEqual(stateOf(start(europe)));
    expect(history.series.samples).toBe(1);
    expect(divergence(history, play(europe, '2', [], { ticks: 0 }))).toBeNull();
    const run = fork(history, 0, [], { ticks: 5 });
    run.advance(Infinity);
    expect(divergence(run.history, play(europe, '1', [], { ticks: 5 }))).toBeNull();
  });

  it('differs from a shorter one first where the shorter ends', () => {
    expect(divergence(play(europe, '1', [], { ticks: 7 }), play(europe, '1', [], { ticks: 9 }))).toBe(7);
  });

  it('is the same whether taken on tick by tick or all at once', () => {
    const run = record(europe, '1');
    let steps = 1;
    while (run.advance(1)) steps++;
    expect(steps).toBe(europe.scenario.time.ticks);
    expect(run.advance(1)).toBe(false);
    expect(divergence(run.history, play(europe, '1'))).toBeNull();
  });
});

const digestAt = (history: History, t: number): string => history.digests.slice(2 * t - 2, 2 * t).join();

function bytesHeld({ keyframes, series, events }: History): number {
  const frames = keyframes.reduce(
    (sum, frame) => sum + frame.buffer.byteLength + JSON.stringify(frame.alliances).length,
    0,
  );
  return frames + series.world.byteLength + series.actors.byteLength + JSON.stringify(events).length;
}
