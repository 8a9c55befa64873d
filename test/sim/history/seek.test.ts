import { describe, expect } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { everywhere, stateOf } from '../any-run.ts';

describe('a history', () => {
  everywhere('is entered at any tick as it was left there', ({ scenario, seed, interventions }) => {
    const of = load(scenario);
    const history = play(of, seed, interventions);
    const world = start(of);
    const course = begin(of, seed, interventions, () => {});
    const stride = Math.max(1, Math.floor(history.ticks / 12));
    for (let t = 0; t <= history.ticks; t++) {
      if (t % stride === 0 || t === history.ticks) expect(stateOf(seek(history, t))).toEqual(stateOf(world));
      if (t < history.ticks) tick(course, world);
    }
  });
});
