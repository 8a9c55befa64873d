import { describe, expect, it } from 'vitest';
import { start } from '../../../sim/engine/run.ts';
import { horizonOf } from '../../../sim/world/horizon.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../builders.ts';

describe('the horizon', () => {
  it('of a culture that looks far ahead is longer, and never beyond certainty', () => {
    const far = (timeOrientation: number, horizon: number): number => {
      const culture = {
        powerDistance: 0.5,
        individualism: 0.5,
        uncertaintyAvoidance: 0.5,
        context: 0.5,
        timeOrientation,
      };
      return horizonOf(start(model({ actors: [actor('a', { culture, horizon })] })), 0);
    };
    expect(far(0.5, 0.8)).toBeCloseTo(0.8, 12);
    expect(far(0, 0.8)).toBeCloseTo(0.6, 12);
    expect(far(1, 0.6)).toBeCloseTo(0.75, 12);
    expect(far(1, 1)).toBe(1);
  });

  it('is what makes an ally mind its name: who looks far ahead is the likelier to keep its word', () => {
    const willing = (timeOrientation: number): number => {
      const culture = {
        powerDistance: 0.5,
        individualism: 0.5,
        uncertaintyAvoidance: 0.5,
        context: 0.5,
        timeOrientation,
      };
      const of = model({
        ticks: 1,
        actors: [actor('a'), actor('b', { culture }), actor('c'), actor('d')],
        threats: [{ id: 't', name: 'T', strength: 300, hostility: { a: 1 }, proximity: { a: 1 } }],
        treaties: [treaty('ab', ['a', 'b'], { targetRate: 0 }), treaty('bcd', ['b', 'c', 'd'], { targetRate: 0 })],
        mechanisms: only({
          perceive: [{ name: 'observation' }],
          crisis: [{ name: 'attacks', parameters: { aggression: 10, most: 0.95 } }],
        }),
      });
      const [event] = replications(40, of).flatMap((history) => eventsOf(history, 'honoured', 'reneged'));
      return event!.chance!.probability;
    };
    expect(willing(1)).toBeGreaterThan(willing(0.5) + 0.01);
    expect(willing(0.5)).toBeGreaterThan(willing(0) + 0.01);
  });
});
