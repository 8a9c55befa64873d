import { describe, expect, it } from 'vitest';
import { classic } from '../../../../../bench/validate/published/row.ts';
import { play } from '../../../../../sim/history/record.ts';
import { seek } from '../../../../../sim/history/seek.ts';
import type { Model } from '../../../../../sim/model/model.ts';
import { summarise } from '../../../../../sim/results/summary.ts';
import { ask, PLAIN } from '../laboratory-games.ts';

describe('groups', () => {
  const groupsOf = (model: Model, t: number) =>
    seek(play(model, '3'), t).alliances.map(({ members }) => members.map(({ actor }) => actor));

  it.each([
    [24, 4, [4, 4, 4, 4, 4, 4]],
    [10, 4, [5, 5]],
    [11, 4, [6, 5]],
    [3, 4, [3]],
    [2, 2, [2]],
    [5, 2, [3, 2]],
  ])('of %i, in fours or so (%i), hold everyone once', (actors, groupSize, sizes) => {
    const groups = groupsOf(classic(PLAIN, { actors, groupSize }), 5);
    expect(groups.map((group) => group.length)).toEqual(sizes);
    expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: actors }, (_, i) => i));
  });

  it('of partners stay, of strangers change', () => {
    const partners = classic(PLAIN, { partners: 1 });
    expect(groupsOf(partners, 1)).toEqual(groupsOf(partners, 9));
    expect(groupsOf(classic(PLAIN), 1)).not.toEqual(groupsOf(classic(PLAIN), 2));
  });

  it('ask for all, so that the index of free-riding is what was kept', () => {
    const model = classic(PLAIN);
    expect(summarise(play(model, '1')).metrics.freeRiding).toBeCloseTo(1 - ask(PLAIN).lastShare, 12);
  });
});
