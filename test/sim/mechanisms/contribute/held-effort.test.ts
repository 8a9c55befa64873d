import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import type { Choice, Intervention } from '../../../../sim/schema/intervention.ts';
import { actor, allianceOf, eventsOf, model, only, treaty } from '../../builders.ts';

const decide = (tick: number, who: string, choice: Choice): Intervention => ({
  kind: 'decide',
  tick,
  actor: who,
  choice,
});

/** A pact of defence and a market among three whose budgets grow by a tenth a year. */
const of = model({
  ticks: 20,
  resources: [{ id: 'arms', name: 'Arms', unit: 'points', growth: 0.1 }],
  actors: ['a', 'b', 'c'].map((id) => actor(id)),
  treaties: [
    treaty('pact', ['a', 'b', 'c'], { targetRate: 0.2 }),
    treaty('market', ['a', 'b', 'c'], { purpose: 'economic', targetRate: 0.2 }),
  ],
  mechanisms: only({ contribute: [{ name: 'pledges' }], produce: [{ name: 'pools' }], grow: [{ name: 'growth' }] }),
});

/** What `who` pays for defence and into the market in a tick, as shares of its budget at its start. */
const shares = (placed: Intervention[], tick: number, who = 0): [number, number] => {
  const history = play(of, '1', placed);
  const { budget } = seek(history, tick).columns;
  const after = seek(history, tick + 1);
  const { effort } = allianceOf(after, 'market')!.members[who]!;
  return [after.columns.effort[who]! / budget[who]!, effort / budget[who]!];
};

describe('the effort of a held actor', () => {
  it('stays at its share of the budget, for defence and in each pool, as the budget grows', () => {
    const placed = [decide(6, 'a', { act: 'hold', ticks: 10 })];
    const before = shares(placed, 5);
    expect(before[0]).toBeGreaterThan(0);
    expect(before[1]).toBeGreaterThan(0);
    for (const tick of [6, 10, 15])
      shares(placed, tick).forEach((share, k) => {
        expect(share).toBeCloseTo(before[k]!, 12);
      });
    expect(shares([], 10)[0]).not.toBeCloseTo(before[0], 3);
    expect(shares(placed, 17)[0]).not.toBeCloseTo(before[0], 4);
  });

  it('is what a person decides, of one pool or of all other treaties', () => {
    const placed = [
      decide(6, 'a', { act: 'hold', ticks: 10 }),
      decide(6, 'a', { act: 'contribute', rate: 0.4, alliance: 'market', ticks: 2 }),
      decide(7, 'a', { act: 'contribute', rate: 0.3, ticks: 1 }),
    ];
    const kept = shares(placed, 5)[0];
    expect(shares(placed, 6)[0]).toBeCloseTo(kept, 12);
    expect(shares(placed, 6)[1]).toBeCloseTo(0.4, 12);
    expect(shares(placed, 7)[0]).toBeCloseTo(0.3, 12);
    expect(shares(placed, 12)[0]).toBeCloseTo(0.3, 12);
    expect(shares(placed, 12)[1]).toBeCloseTo(0.4, 12);
  });

  it('is held longer by a later hold, and not shorter', () => {
    const placed = [decide(6, 'a', { act: 'hold', ticks: 8 }), decide(8, 'a', { act: 'hold', ticks: 1 })];
    expect(shares(placed, 13)[0]).toBeCloseTo(shares(placed, 5)[0], 12);
  });
});

it('an effort for what is no rival pool of the actor has no occasion, and one for a pool stands for good', () => {
  const told = (choice: Choice) => eventsOf(play(of, '1', [decide(2, 'a', choice)]), 'intervention', 'no-occasion');
  expect(told({ act: 'contribute', rate: 0.1, alliance: 'pact' })).toMatchObject([{ kind: 'no-occasion', tick: 2 }]);
  expect(told({ act: 'contribute', rate: 0.1, alliance: 'market' })).toMatchObject([{ kind: 'intervention', tick: 2 }]);
  expect(shares([decide(2, 'a', { act: 'contribute', rate: 0.1, alliance: 'market' })], 18)[1]).toBeCloseTo(0.1, 12);
});
