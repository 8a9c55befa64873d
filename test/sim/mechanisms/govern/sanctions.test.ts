import { describe, expect, it } from 'vitest';
import { seek } from '../../../../sim/history/seek.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];

describe('an under-payer', () => {
  const lazy = (more: TreatyMore, calculative: number) =>
    model({
      ticks: 20,
      actors: ['a', 'b', 'c'].map((id) => actor(id, { strategy: 'free-rider', loyalty: 0 })),
      dyadDefaults: { calculative, relational: calculative },
      treaties: [
        treaty('abc', ['a', 'b', 'c'], {
          targetRate: 0.5,
          monitoring: 0.5,
          sanction: 1,
          governance: 'majority',
          ...more,
        }),
      ],
      mechanisms: only({ contribute: [{ name: 'pledges' }], govern: [{ name: 'sanctions' }] }),
    });

  it('is fined where it is watched, and the fine costs both', () => {
    const of = lazy({}, 0.2);
    const events = replications(10, of).flatMap((history) => eventsOf(history, 'sanctioned'));
    expect(events.length).toBeGreaterThan(20);
    for (const { chance } of events) expect(chance!.draw).toBeLessThan(chance!.probability);
    const after = seek(replications(1, of)[0]!, 20).columns.resources;
    for (const stock of after) expect(stock).toBeLessThan(100);
  });

  it.each<[string, TreatyMore]>([
    ['where nobody watches', { monitoring: 0 }],
    ['where no sanction is agreed', { sanction: 0 }],
    ['where nothing was asked', { targetRate: 0 }],
  ])('is let be %s', (_, more) => {
    expect(replications(5, lazy(more, 0.2)).flatMap((history) => eventsOf(history, 'sanctioned'))).toEqual([]);
  });

  it('is forgiven by those who trust it less often than one who is not trusted is fined', () => {
    const fined = (trust: number) =>
      replications(10, lazy({ governance: 'consensus' }, trust)).flatMap((history) => eventsOf(history, 'sanctioned'))
        .length;
    expect(fined(0.1)).toBeGreaterThanOrEqual(fined(1));
  });
});
