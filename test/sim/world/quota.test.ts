import { describe, expect, it } from 'vitest';
import { start } from '../../../sim/engine/run.ts';
import { actor, model, treaty } from '../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];

const close = (list: number[], expected: number[]) =>
  list.forEach((x, k) => {
    expect(x).toBeCloseTo(expected[k]!, 9);
  });

describe('a quota', () => {
  const quotas = (more: TreatyMore): number[] => {
    const of = model({
      resources: [{ id: 'arms', name: 'Arms', unit: 'points', yield: 1 }],
      actors: [
        actor('a', { resources: { arms: 100 }, valuation: 1 }),
        actor('b', { resources: { arms: 60 }, valuation: 3 }),
        actor('c', { resources: { arms: 40 }, valuation: 1 }),
      ],
      treaties: [treaty('abc', ['a', 'b', 'c'], { targetRate: 0.3, ...more })],
    });
    return start(of).alliances[0]!.members.map(({ quota }) => quota);
  };
  it.each<[NonNullable<TreatyMore>['burdenSharing'], number[]]>([
    ['equal', [20, 20, 20]],
    ['resources', [30, 18, 12]],
    ['target', [30, 18, 12]],
    // Nobody is threatened: by valuation alone.
    ['benefit', [12, 36, 12]],
  ])('by the rule of %s shares three tenths of the joint budget as %j', (burdenSharing, expected) => {
    close(quotas({ burdenSharing }), expected);
  });

  it('is never more than the whole budget of its member', () => {
    close(quotas({ burdenSharing: 'equal', targetRate: 1 }), [200 / 3, 60, 40]);
  });
});
