import { describe, expect, it } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import { digestsOf, divergence, finalDigest } from '../../../sim/history/digest-comparison.ts';
import { play } from '../../../sim/history/record.ts';
import type { Model } from '../../../sim/model/model.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { Snapshot, World } from '../../../sim/world/state.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { restore, snapshot } from '../../../sim/world/world.ts';
import { bundled, everywhere } from '../any-run.ts';
import { withMechanism } from '../builders.ts';

/** The straight run, every state of it kept. */
function straight(of: Model, seed: string, interventions: readonly Intervention[], ticks: number) {
  const world = start(of);
  const course = begin(of, seed, interventions, () => {});
  const states: Snapshot[] = [snapshot(world)];
  while (world.tick < ticks) {
    tick(course, world);
    states.push(snapshot(world));
  }
  return { states, course };
}

const at = (of: Model, state: Snapshot): World => {
  const world = start(of);
  restore(world, state);
  return world;
};

describe('a run', () => {
  everywhere('is the same whenever scenario, seed and interventions are', ({ scenario, seed, interventions }) => {
    const one = play(load(scenario), seed, interventions);
    const other = play(load(JSON.parse(JSON.stringify(scenario))), seed, structuredClone(interventions));
    expect(digestsOf(other)).toEqual(digestsOf(one));
    expect(other.events).toEqual(one.events);
    expect(divergence(one, other)).toBeNull();
    expect(finalDigest(one)).toBe(one.ticks > 0 ? digestsOf(one).at(-1) : finalDigest(other));
  });

  it.each(bundled)('differs under another seed: %s', (_, { scenario }) => {
    const of = load(scenario);
    expect(divergence(play(of, '1'), play(of, '2'))).toBe(0);
    expect(divergence(play(of, '1'), play(of, '1 '))).toBe(0);
  });

  everywhere('goes on from any of its states as it went', ({ scenario, seed, interventions }) => {
    const of = load(scenario);
    const ticks = Math.min(scenario.time.ticks, 90);
    const { states, course } = straight(of, seed, interventions, ticks);
    for (let t = 0; t < ticks; t++) {
      const world = at(of, states[t]!);
      tick(course, world);
      expect(digest(world)).toEqual(digest(at(of, states[t + 1]!)));
    }
  });

  everywhere(
    'does not notice a mechanism that does nothing but draw',
    ({ scenario, seed, interventions }) => {
      const of = load(scenario);
      let drawn = 0;
      let idle = of;
      for (const phase of ['shock', 'crisis', 'measure'] as const)
        idle = withMechanism(idle, phase, `idle-${phase}`, (_, context) => {
          for (let k = 0; k < 5; k++) drawn += context.random().uniform();
        });
      const disturbed = play(idle, seed, interventions);
      expect(drawn > 0).toBe(disturbed.ticks > 0);
      const undisturbed = play(of, seed, interventions);
      expect(divergence(undisturbed, disturbed)).toBeNull();
      expect(disturbed.events).toEqual(undisturbed.events);
    },
    25,
  );

  everywhere(
    'gives each mechanism its own random numbers, however many another draws',
    ({ scenario, seed, interventions }) => {
      const of = load(scenario);
      const greedy = { ...of, mechanisms: of.mechanisms.map((rule) => drawingMore(rule)) };
      expect(divergence(play(of, seed, interventions), play(greedy, seed, interventions))).toBeNull();
    },
    25,
  );
});

/** The same mechanism, but it goes on drawing when its work is done. */
function drawingMore(rule: Model['mechanisms'][number]): Model['mechanisms'][number] {
  const { mechanism } = rule;
  return {
    ...rule,
    mechanism: {
      ...mechanism,
      step(world, context) {
        mechanism.step(world, context);
        for (let k = 0; k < 3; k++) context.random().uniform();
      },
    },
  };
}
