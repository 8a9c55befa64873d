import { describe, expect, it } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import { beginLiveRun } from '../../../sim/history/live-run.ts';
import { play } from '../../../sim/history/record.ts';
import { preview } from '../../../sim/preview/preview.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { Event } from '../../../sim/world/event.ts';
import { everywhere, stateOf } from '../any-run.ts';
import { actor, model, treaty } from '../builders.ts';

describe('a live run', () => {
  everywhere(
    'has in the end the history of a recorded run with the same interventions',
    ({ scenario, seed, interventions }) => {
      const of = load(scenario);
      const placed = [...interventions].sort((a, b) => a.tick - b.tick);
      const recorded = play(of, seed, placed);
      const live = beginLiveRun(of, seed);
      const events: Event[] = [];
      for (let t = 0; t < live.ticks; t++) {
        const today = placed.filter((one) => one.tick === t);
        // Now and then a tick is run without what people say later, undone, and run again.
        if (t % 3 === 1) {
          live.add(today.slice(0, 1));
          live.advance(t + 1);
          live.rewind();
          live.add(today.slice(1));
        } else live.add(today);
        if (t % 5 === 2) preview(of, live.world, of.ids[0]!, { act: 'contribute', rate: 0.5 });
        if (t % 7 === 3) live.history();
        events.push(...live.advance(t + 1).events);
      }
      expect(live.advance(live.ticks + 5)).toEqual({ events: [], calls: [] });
      const history = live.history();
      expect(history).toEqual(recorded);
      expect(events).toEqual(recorded.events);
    },
    12,
    { actors: 8, ticks: 40 },
  );

  const two = model({
    actors: [actor('A'), actor('B'), actor('C')],
    treaties: [treaty('pact', ['A', 'B'])],
    ticks: 30,
  });
  const contribute = (at: number, rate: number): Intervention => ({
    kind: 'decide',
    tick: at,
    actor: 'A',
    choice: { act: 'contribute', rate },
  });

  it('is at the state of its last tick, and after a rewind at that before', () => {
    const live = beginLiveRun(two, '1');
    live.advance(7);
    const [world, run] = [start(two), begin(two, '1', [])];
    for (let t = 0; t < 6; t++) tick(run, world);
    live.rewind();
    expect(stateOf(live.world)).toEqual(stateOf(world));
    live.add([contribute(6, 1)]);
    live.advance(7);
    expect(live.world.columns.rate[0]).toBe(1);
    expect(live.history().interventions).toEqual([contribute(6, 1)]);
  });

  it('undoes one tick, and none that is recorded', () => {
    const live = beginLiveRun(two, '1');
    expect(() => live.rewind()).toThrow('tick 0 is final');
    live.advance(3);
    live.rewind();
    expect(() => live.rewind()).toThrow('tick 2 is final: there is no tick to undo');
    live.advance(3);
    expect(live.history().ticks).toBe(3);
    expect(() => live.rewind()).toThrow('tick 3 is final');
  });

  it('takes nothing that comes too late', () => {
    const live = beginLiveRun(two, '1');
    live.advance(5);
    expect(() => live.add([contribute(4, 1)])).toThrow('an intervention at tick 4 comes after that tick, now is 5');
    live.add([contribute(5, 1), contribute(9, 0)]);
    expect(live.interventions).toHaveLength(2);
  });

  it('says before the end nothing that the seed knows: where a state is the same, so is what is foretold', () => {
    const foretold = ['1', '2', 'another'].map((seed) => {
      const live = beginLiveRun(two, seed);
      return preview(two, live.world, 'A', { act: 'leave', alliance: 'pact' });
    });
    expect(foretold[1]).toEqual(foretold[0]);
    expect(foretold[2]).toEqual(foretold[0]);
  });
});
