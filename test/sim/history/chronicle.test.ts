import { describe, expect } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import { openChronicle, recordEvent } from '../../../sim/history/chronicle.ts';
import type { Event } from '../../../sim/world/event.ts';
import { everywhere } from '../any-run.ts';

describe('a chronicle', () => {
  everywhere('tells in its events who was allied with whom at every tick', ({ scenario, seed, interventions }) => {
    const of = load(scenario);
    const world = start(of);
    const events: Event[] = [];
    const course = begin(of, seed, interventions, (event) => events.push(event));
    const chronicle = openChronicle(of);
    let written = 0;
    while (world.tick < Math.min(150, scenario.time.ticks)) {
      tick(course, world);
      while (written < events.length) recordEvent(chronicle, events[written++]!);
      const standing = world.alliances.map(({ id, members }) => [id, members.map((m) => of.ids[m.actor]!).sort()]);
      const recorded = chronicle.alliances
        .filter(({ ended }) => ended === null)
        .map(({ id, spans }) => [
          id,
          spans
            .filter(({ to }) => to === null)
            .map((span) => span.actor)
            .sort(),
        ]);
      expect(recorded.sort()).toEqual(standing.sort());
    }
  });
});
