import { describe, expect, it } from 'vitest';
import type { Event } from '../../../../sim/world/event.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../builders.ts';
import { fighting, menaced, pact, war } from './wars.ts';

/** The chance of attack in the year: mean over the seeds in which one came, weighted as they came. */
const attacks = (of: ReturnType<typeof model>, count = 400): Event[] =>
  replications(count, of).flatMap((history) => eventsOf(history, 'attacked'));

describe('an attack', () => {
  it('is less likely on one who has an ally', () => {
    const [alone, allied] = [attacks(menaced([])), attacks(menaced([pact]))];
    expect(alone.length).toBeGreaterThan(allied.length);
    expect(alone[0]!.chance!.probability).toBeGreaterThan(allied[0]!.chance!.probability * 1.2);
  });

  it('is deterred the more, the more the ally is trusted and the stronger it is', () => {
    const chance = (relational: number, arms: number): number => {
      const of = model({
        ticks: 1,
        actors: [
          actor('victim'),
          actor('friend', { resources: { arms } }),
          actor('weight', { resources: { arms: 300 - arms } }),
        ],
        dyadDefaults: { calculative: relational, relational },
        threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
        treaties: [pact],
        mechanisms: only({
          perceive: [{ name: 'observation', parameters: { noise: 0 } }],
          crisis: [{ name: 'attacks', parameters: war }],
        }),
      });
      return attacks(of, 60)[0]!.chance!.probability;
    };
    expect(chance(1, 100)).toBeLessThan(chance(0.5, 100));
    expect(chance(0.5, 100)).toBeLessThan(chance(0, 100));
    expect(chance(0.5, 200)).toBeLessThan(chance(0.5, 100));
  });

  it('comes only from those who bear ill will and are near', () => {
    const of = model({
      ticks: 60,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { hostility: 0, proximity: 1 },
      dyads: [
        { from: 'b', to: 'a', mutual: false, hostility: 1 },
        { from: 'c', to: 'a', mutual: false, hostility: 1, proximity: 0 },
      ],
      mechanisms: fighting({ ...war, grudge: 0 }),
    });
    const events = replications(20, of).flatMap((history) => eventsOf(history, 'attacked'));
    expect(events.length).toBeGreaterThan(20);
    expect(new Set(events.map(({ who }) => who.join()))).toEqual(new Set(['b']));
    expect(new Set(events.map((event) => 'victim' in event && event.victim))).toEqual(new Set(['a']));
  });

  it.each([
    [['nonaggression' as const], 0],
    [['defence' as const], 0],
    [['offence' as const], 0],
    [['consultation' as const], 1],
    [['neutrality' as const], 1],
  ])('by a partner bound by %j happens: %d', (obligations, happens) => {
    const of = model({
      ticks: 40,
      actors: [actor('a'), actor('b')],
      dyadDefaults: { hostility: 1, proximity: 1 },
      treaties: [treaty('bond', ['a', 'b'], { obligations })],
      mechanisms: fighting(),
    });
    const events = replications(10, of).flatMap((history) => eventsOf(history, 'attacked'));
    expect(events.length > 0).toBe(happens === 1);
  });

  it('is never made twice on one victim in a tick, and says its chance', () => {
    const of = model({
      ticks: 30,
      actors: ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
      dyadDefaults: { hostility: 1, proximity: 1 },
      mechanisms: fighting(),
    });
    for (const history of replications(5, of)) {
      const events = eventsOf(history, 'attacked').map((event) => `${event.tick} ${'victim' in event && event.victim}`);
      expect(new Set(events).size).toBe(events.length);
      for (const { chance } of eventsOf(history, 'attacked')) {
        expect(chance!.draw).toBeLessThan(chance!.probability);
        expect(chance!.probability).toBeLessThanOrEqual(0.95);
      }
    }
  });

  it('happens about as often a year whether a tick is a year or a month', () => {
    const counts = [1, 12].map((ticksPerYear) => {
      const of = model({
        ticks: 300 * ticksPerYear,
        ticksPerYear,
        actors: [actor('victim'), actor('other')],
        threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
        mechanisms: fighting({ aggression: 0.4, devastation: 0, grudge: 0 }),
      });
      return replications(8, of).reduce((sum, history) => sum + eventsOf(history, 'attacked').length, 0) / (8 * 300);
    });
    expect(counts[0]! / counts[1]!).toBeGreaterThan(0.75);
    expect(counts[0]! / counts[1]!).toBeLessThan(1.25);
  });
});
