import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { digestsOf, divergence } from '../../../sim/history/digest-comparison.ts';
import { fork } from '../../../sim/history/fork.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { everywhere, meddling, stateOf } from '../any-run.ts';
import { actor, model as byHand } from '../builders.ts';

describe('a fork', () => {
  everywhere(
    'without interventions is its parent',
    ({ scenario, seed, interventions }) => {
      const parent = play(load(scenario), seed, interventions);
      for (const t of [0, Math.floor(parent.ticks / 2), parent.ticks]) {
        const run = fork(parent, t, []);
        run.advance(Infinity);
        expect(divergence(parent, run.history)).toBeNull();
        expect(run.history.events).toEqual(parent.events);
        expect(run.history.happened).toBe(parent.happened);
        expect(run.history.chronicle).toEqual(parent.chronicle);
        expect(run.history.series).toEqual(parent.series);
      }
    },
    25,
  );

  everywhere(
    'differs from its parent from its tick on and not before, and names that tick',
    (world) => {
      const { scenario, seed, interventions } = world;
      fc.pre(scenario.time.ticks >= 2);
      const of = load(scenario);
      const parent = play(of, seed, interventions);
      const t = Math.floor(parent.ticks / 2);
      const run = fork(parent, t, meddling(of, t));
      run.advance(Infinity);
      expect(divergence(parent, run.history)).toBe(t);
      expect(run.history.events.filter((event) => event.tick < t)).toEqual(
        parent.events.filter((event) => event.tick < t),
      );
      expect(stateOf(seek(run.history, t))).toEqual(stateOf(seek(parent, t)));
      for (const early of [0, t - 1]) expect(stateOf(seek(run.history, early))).toEqual(stateOf(seek(parent, early)));
      // It is the run of both lists of interventions.
      const whole = play(of, seed, [...interventions, ...meddling(of, t)]);
      expect(digestsOf(run.history)).toEqual(digestsOf(whole));
      expect(run.history.chronicle).toEqual(whole.chronicle);
    },
    25,
  );

  everywhere(
    'may be forked again, and be longer than its parent',
    ({ scenario, seed, interventions }) => {
      const of = load(scenario);
      const half = Math.ceil(scenario.time.ticks / 2);
      const early = interventions.filter(({ tick: when }) => when < half);
      const parent = play(of, seed, early, { ticks: half });
      const child = fork(parent, half, meddling(of, half), { ticks: half + 10 });
      child.advance(Infinity);
      const grandchild = fork(child.history, Math.floor(half / 2), [], { ticks: half + 20 });
      grandchild.advance(Infinity);
      const whole = play(of, seed, [...early, ...meddling(of, half)], { ticks: half + 20 });
      expect(digestsOf(grandchild.history)).toEqual(digestsOf(whole));
      for (let t = 0; t <= half + 20; t += 7)
        expect(stateOf(seek(grandchild.history, t))).toEqual(stateOf(seek(whole, t)));
    },
    25,
  );

  it('takes no intervention that lies before it', () => {
    const of = byHand({ actors: [actor('a'), actor('b')] });
    const parent = play(of, '1');
    expect(() => fork(parent, 5, meddling(of, 4))).toThrow('an intervention at tick 4 lies before the fork at 5');
    expect(() => seek(parent, 41)).toThrow('tick 41 is outside this history (0 to 40)');
    expect(() => seek(parent, 1.5)).toThrow(RangeError);
    expect(() => fork(parent, -1, [])).toThrow(RangeError);
  });
});
