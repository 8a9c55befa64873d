import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../builders.ts';
import { chronicle, ordered, pair } from './ordered-moves.ts';

describe('a treaty with a term', () => {
  it('that is still worth having is renewed when it is up', () => {
    const of = model({
      ticks: 16,
      actors: ['a', 'b'].map((id) => actor(id)),
      dyadDefaults: { calculative: 1, relational: 1 },
      threats: [{ id: 't', name: 'T', strength: 400, hostility: { a: 1, b: 1 }, proximity: { a: 1, b: 1 } }],
      treaties: [treaty('pact', ['a', 'b'], { term: 5 })],
      mechanisms: { ...ordered, perceive: [{ name: 'observation' }] },
    });
    expect(chronicle(of, [])).toEqual(['5 renewed a b', '10 renewed a b', '15 renewed a b']);
  });

  it('that is not lapses, and says why', () => {
    const of = model({
      ticks: 16,
      actors: ['a', 'b'].map((id) => actor(id, { autonomy: 1 })),
      dyadDefaults: { calculative: 0, relational: 0, hostility: 0.8 },
      treaties: [treaty('pact', ['a', 'b'], { term: 5, formality: 1 })],
      mechanisms: ordered,
    });
    const [event] = play(of, '1').events;
    expect(event).toMatchObject({ tick: 5, kind: 'dissolved', how: 'lapsed', who: ['a', 'b'] });
    expect(event!.score).toBeLessThan(0);
    expect(event!.because.length).toBeGreaterThan(1);
  });

  it('and older than it was renewed before the world began', () => {
    const of = pair({ term: 5, age: 7 });
    expect(play(of, '1').events[0]!.tick).toBe(3);
  });
});

describe('a treaty up for renewal', () => {
  /** A treaty between ill-matched partners that is up for renewal every three years. */
  const failing = (sunkCost: number) =>
    model({
      ticks: 40,
      actors: ['a', 'b'].map((id) => actor(id, { autonomy: 0.5, biases: { sunkCost } })),
      dyadDefaults: { calculative: 0.3, relational: 0.3, hostility: 0.4 },
      treaties: [treaty('pact', ['a', 'b'], { term: 3, formality: 0.7, age: 6 })],
      mechanisms: only({ realign: [{ name: 'renewals' }] }),
    });
  const lasts = (of: ReturnType<typeof model>) =>
    replications(30, of).reduce((sum, history) => sum + (eventsOf(history, 'dissolved')[0]?.tick ?? 40), 0);

  it('what has been put into a failing alliance prolongs it', () => {
    expect(lasts(failing(1))).toBeGreaterThan(lasts(failing(0)));
  });

  /** The strong gain a say, the weak protection: Morrow 1991. Both pairs have the same strength together. */
  const couple = (a: number, b: number) =>
    model({
      ticks: 60,
      actors: [
        actor('a', { resources: { arms: a }, autonomy: 0.6 }),
        actor('b', { resources: { arms: b }, autonomy: a === b ? 0.6 : 0.1 }),
        actor('x', { resources: { arms: 100 } }),
      ],
      dyads: [
        { from: 'a', to: 'b', calculative: 0.5, relational: 0.5, hostility: 0.15 },
        { from: 'a', to: 'x', hostility: 0.4, calculative: 0.2, relational: 0.2 },
        { from: 'b', to: 'x', hostility: 0.4, calculative: 0.2, relational: 0.2 },
      ],
      treaties: [treaty('pact', ['a', 'b'], { term: 4, formality: 0.8 })],
      mechanisms: only({
        perceive: [{ name: 'observation' }],
        realign: [{ name: 'renewals', parameters: { inertia: 0, noise: 0.2 } }],
      }),
    });

  it('alliances of unequals outlast those of equals', () => {
    expect(lasts(couple(180, 20))).toBeGreaterThan(lasts(couple(100, 100)));
  });
});
