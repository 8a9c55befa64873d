import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { apply } from '../../../../sim/mechanisms/realign/moves/accession.ts';
import type { MoveParams } from '../../../../sim/mechanisms/realign/moves/params.ts';
import { weighCosts } from '../../../../sim/mechanisms/realign/utility/costs.ts';
import { TERM } from '../../../../sim/mechanisms/realign/utility/terms.ts';
import { utilityOfStaying } from '../../../../sim/mechanisms/realign/utility/treaty-utility.ts';
import type { Mechanism, StepContext } from '../../../../sim/model/mechanism.ts';
import type { Model } from '../../../../sim/model/model.ts';
import type { World } from '../../../../sim/world/state.ts';
import { actor, allianceOf, model, only, treaty, withMechanism } from '../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];

/** One tick. */
const pass = (of: Model, world: World): void =>
  tick(
    begin(of, '1', [], () => {}),
    world,
  );

describe('how fair a burden feels', () => {
  /** Inequity of a and b after a year in which a, of `arms` to the 100 of b, pays so much to b’s 10. Felt at once. */
  function felt(arms: number, paid: number, parameters: object, more: TreatyMore = {}): [number, number] {
    const of = model({
      actors: [actor('a', { resources: { arms }, autonomy: 0.4 }), actor('b', { autonomy: 0.5 })],
      treaties: [treaty('ab', ['a', 'b'], { publicness: 0.5, ...more })],
      mechanisms: only({ produce: [{ name: 'pools', parameters: { memory: 1, ...parameters } }] }),
    });
    const world = start(of);
    const { strength, effort, threat } = world.columns;
    strength.set([arms, 100]);
    threat.fill(0.3);
    const { members } = world.alliances[0]!;
    [paid, 10].forEach((amount, k) => {
      effort[k] = amount;
      members[k]!.effort = amount;
    });
    pass(of, world);
    return [members[0]!.inequity, members[1]!.inequity];
  }

  // With half of the defence private, half of the difference of the shares is felt.
  it.each<[string, number, number, object, TreatyMore, [number, number]]>([
    ['equal partners that pay the same feel nothing', 100, 10, {}, {}, [0, 0]],
    ['who pays twice as much has a third against him', 100, 20, {}, {}, [1 / 12, -1 / 12]],
    // Shares of cost 1/2, of the protection (1/3 + 1/2)/2.
    ['the same sum of half the means is no more than the sum', 50, 10, { abilityToPay: 0 }, {}, [1 / 24, -1 / 24]],
    ['unless it is measured by the means: 2/3 of the sacrifice', 50, 10, { abilityToPay: 1 }, {}, [1 / 8, -1 / 8]],
    ['or half of it is', 50, 10, { abilityToPay: 0.5 }, {}, [1 / 12, -1 / 12]],
    [
      'where proceeds are divided by contribution, who pays more gets more, whatever his means',
      50,
      20,
      { abilityToPay: 1 },
      { rival: true, benefitSharing: 'contribution' },
      [0, 0],
    ],
  ])('%s', (_, arms, paid, parameters, more, expected) => {
    const [a, b] = felt(arms, paid, { concession: 0, ...parameters }, more);
    expect(a).toBeCloseTo(expected[0], 9);
    expect(b).toBeCloseTo(expected[1], 9);
  });

  it('the stronger has a say as far as the other bears constraint, and the weaker pays for it in autonomy', () => {
    const [plain, weak] = felt(300, 10, { concession: 0 });
    const [strong, led] = felt(300, 10, { concession: 0.4 });
    // (300 − 100)/(300 + 100) = ½, of the half that b, autonomy ½, bears.
    expect(plain - strong).toBeCloseTo(0.4 * 0.5 * 0.5, 9);
    expect(led - weak).toBeCloseTo(0.4 * 0.5 * 0.5, 9);
    // The weak feel it as far as they yield, here a with autonomy 0.4.
    const [alone] = felt(50, 10, { concession: 0 });
    const [under] = felt(50, 10, { concession: 0.4 });
    expect(under - alone).toBeCloseTo((0.4 * 0.6 * 50) / 150, 9);
  });
});

describe('constraint', () => {
  const constraint = (more: TreatyMore, powerDistance = 0.5): number => {
    const of = model({
      actors: ['a', 'b', 'c'].map((id) => actor(id, { autonomy: 0.5, culture: { powerDistance } })),
      treaties: [treaty('league', ['a', 'b', 'c'], { formality: 0.5, ...more })],
      mechanisms: only({}),
    });
    let felt = 0;
    const looking = withMechanism(of, 'realign', 'look', (world, { scratch: { appraisal } }) => {
      const league = world.alliances[0]!;
      const weights = { autonomy: 1 } as MoveParams['weights'];
      weighCosts(world, weights, 0, utilityOfStaying(league, league.members[0]!, appraisal), 1, appraisal);
      felt = -appraisal.terms[TERM.autonomy]!;
    });
    pass(looking, start(looking));
    return felt;
  };

  // Half autonomous, half formal, two thirds of the strength with the others.
  it.each<[string, TreatyMore, number, number]>([
    ['is lightest where one has a veto', { governance: 'consensus' }, 0.5, 0.75 / 6],
    ['is itself where a majority decides', { governance: 'majority' }, 0.5, 1 / 6],
    ['or weights do', { governance: 'weighted' }, 0.5, 1 / 6],
    ['is heaviest under a hegemon', { governance: 'hegemonic', leader: 'b' }, 0.5, 1.25 / 6],
    ['less so where rank is nothing new', { governance: 'hegemonic', leader: 'b' }, 1, 0.75 / 6],
    ['and never the hegemon’s own', { governance: 'hegemonic', leader: 'a' }, 0.5, 1 / 6],
  ])('%s', (_, more, powerDistance, expected) => {
    expect(constraint(more, powerDistance)).toBeCloseTo(expected, 9);
  });
});

describe('a newcomer that is let in for less than its share', () => {
  /** Quota of the members before and after c has bargained its way in, and its own; in shares of a budget. */
  function entry(governance: 'hegemonic' | 'majority') {
    const of = model({
      actors: ['a', 'b', 'c'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.9, relational: 0.9 },
      threats: [
        { id: 't', name: 'T', strength: 900, hostility: { a: 1, b: 1, c: 1 }, proximity: { a: 1, b: 1, c: 1 } },
      ],
      treaties: [treaty('league', ['a', 'b'], { governance, leader: 'a', targetRate: 0.2 })],
      mechanisms: {
        ...only({ perceive: [{ name: 'observation' }] }),
        realign: [{ name: 'moves', parameters: { deliberation: 0 } }],
      },
    });
    const world = start(of);
    // In the turn of the moves, whose parameters it needs.
    const ask: Mechanism['step'] = (now, context) => {
      const bargains = { worth: -0.05, without: 0 };
      expect(apply(now, context as StepContext<MoveParams>, now.alliances[0]!, 2, { because: [] }, bargains)).toBe(
        true,
      );
    };
    const mechanisms = of.mechanisms.map((rule) =>
      rule.mechanism.name === 'moves' ? { ...rule, mechanism: { ...rule.mechanism, step: ask } } : rule,
    );
    pass({ ...of, mechanisms }, world);
    const budget = world.columns.budget[0]!;
    return allianceOf(world, 'league')!.members.map(({ quota }) => quota / budget);
  }

  it('is paid for by all', () => {
    const [a, b, c] = entry('majority') as [number, number, number];
    expect(c).toBeLessThan(0.2);
    expect(a).toBeGreaterThan(0.2);
    expect(b).toBeCloseTo(a, 9);
    expect(a + b + c).toBeCloseTo(0.6, 9);
  });

  it('but not by a hegemon', () => {
    const [a, b, c] = entry('hegemonic') as [number, number, number];
    expect(c).toBeLessThan(0.2);
    expect(a).toBeCloseTo(0.2, 9);
    expect(a + b + c).toBeCloseTo(0.6, 9);
  });
});
