import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../builders.ts';
import { phases, type Shocks } from './storm.ts';

describe('a new leader', () => {
  /** The term of obligation in the answer to a call in each year, of an ally who signed in the year 0 and is led anew from the year 2 on. */
  const obligation = (family: Shocks[number]['family'], year: number, at = 2) => {
    const of = model({
      ticks: year + 1,
      actors: [actor('victim'), actor('friend', { loyalty: 1 })],
      threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
      treaties: [treaty('pact', ['victim', 'friend'], { formality: 1 })],
      shocks: [
        {
          id: 'heir',
          name: 'Heir',
          family,
          at,
          changes: [{ target: { actors: ['friend'] }, field: 'horizon', operation: 'set', amount: 0.5 }],
        },
      ],
      mechanisms: only({
        shock: [{ name: 'scheduled-shocks' }],
        perceive: [{ name: 'observation' }],
        crisis: [{ name: 'attacks', parameters: { aggression: 8, most: 0.95, devastation: 0 } }],
      }),
    });
    for (const history of replications(200, of))
      for (const event of eventsOf(history, 'honoured', 'reneged'))
        if (event.tick === year) return event.because.find(({ term }) => term === 'obligation')?.value ?? 0;
    throw new Error('nobody was called');
  };

  it('holds to the word of the last one but half as strongly, and comes round to it with the years', () => {
    const [before, at, later, end] = [1, 2, 5, 32].map((year) => obligation('leadership', year));
    expect(at!).toBeCloseTo(before! / 2, 6);
    expect(later!).toBeCloseTo(0.75 * before!, 6);
    expect(end!).toBeGreaterThan(0.99 * before!);
    expect(obligation('power', 2)).toBeCloseTo(before!, 6);
  });

  it('is bound in full by what was signed no earlier than it came', () => {
    expect(obligation('leadership', 1, 0)).toBeCloseTo(obligation('power', 1, 0), 6);
    expect(obligation('leadership', 1, 1)).toBeCloseTo(obligation('power', 1, 1) / 2, 6);
  });

  it('comes to whom the shock changes, and of a feeling to the one whose it is', () => {
    const of = model({
      ticks: 4,
      actors: [actor('a'), actor('b')],
      shocks: [
        {
          id: 'heir',
          name: 'Heir',
          family: 'leadership',
          at: 1,
          changes: [
            { target: { dyads: [{ from: 'a', to: 'b' }] }, field: 'relational', operation: 'set', amount: 0.9 },
          ],
        },
      ],
      mechanisms: phases,
    });
    const { succession } = seek(play(of, '1'), 4).columns;
    expect([...succession]).toEqual([2, 0]);
  });
});
