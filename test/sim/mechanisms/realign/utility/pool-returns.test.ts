import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../../sim/engine/run.ts';
import { TERM, TERMS } from '../../../../../sim/mechanisms/realign/utility/terms.ts';
import {
  appraise,
  utilityOfJoining,
  utilityOfStaying,
} from '../../../../../sim/mechanisms/realign/utility/treaty-utility.ts';
import { Weights } from '../../../../../sim/mechanisms/realign/utility/weights.ts';
import type { Model } from '../../../../../sim/model/model.ts';
import { actor, allianceOf, model, only, treaty } from '../../../builders.ts';
import { type Actor, type Clauses, KINDS, POOL, play, pool, TWO } from '../../produce/one-pool.ts';

/** What staying in the pool, and coming in, is worth after so many years of paying into it. */
function worth(of: Model, ticks = 1, weights = {}): { stay: number[]; enter: number; terms: Float64Array } {
  const world = play(of, ticks);
  const all = allianceOf(world, 'pool')!;
  const n = world.shape.actors;
  const buffer = {
    terms: new Float64Array(TERMS.length),
    foes: new Float64Array(n),
    partners: new Int32Array(n),
  };
  const by = Weights.parse(weights);
  const inside = all.members.map((member) =>
    appraise(world, by, member.actor, utilityOfStaying(all, member, buffer), 1, buffer),
  );
  const outside = appraise(world, by, n - 1, utilityOfJoining(world, all, n - 1, buffer), 1, buffer);
  expect(buffer.foes.every((x) => x === 0)).toBe(true);
  return { stay: inside, enter: outside, terms: buffer.terms };
}

describe('what a pool is expected to pay', () => {
  const GRAIN: Actor = { resources: { grain: 100, iron: 0 } };
  const IRON: Actor = { resources: { grain: 0, iron: 100 } };
  const league: Clauses = { formality: 0.6, targetRate: 0.03, benefitSharing: 'contribution' };
  const GREAT: Actor = { resources: { grain: 500, iron: 500 } };

  it('makes a trade league of those who complement each other worth joining and staying in', () => {
    const { stay: inside, enter: outside } = worth(pool('economic', league, [GRAIN, IRON]));
    for (const member of inside) expect(member).toBeGreaterThan(0.3);
    expect(outside).toBeGreaterThan(0);
    expect(worth(pool('economic', league, [GRAIN, IRON]), 1, { proceeds: 0 }).enter).toBeLessThan(0);
  });

  it('is more where the members complement each other than where they are alike', () => {
    const of = (members: Actor[]) => worth(pool('economic', league, members), 1, { complementarity: 0 }).stay[0]!;
    expect(of([GRAIN, IRON])).toBeGreaterThan(of([GRAIN, GRAIN]));
  });

  it('makes a great power want out where benefits go to need, the small in, and neither where they go to who pays', () => {
    const by = (benefitSharing: 'need' | 'contribution') =>
      worth(pool('economic', { ...league, targetRate: 0.1, benefitSharing }, [GREAT, TWO[0]!, TWO[1]!]), 8);
    expect(by('need').stay[0]).toBeLessThan(0);
    expect(by('need').stay[1]).toBeGreaterThan(0);
    expect(by('contribution').stay[0]).toBeGreaterThan(0);
    expect(by('need').enter).toBeGreaterThan(by('contribution').enter);
  });

  it('is nothing in a treaty of defence, whatever its weight', () => {
    const at = (proceeds: number) => worth(pool('defensive', {}, TWO), 3, { proceeds });
    expect(at(20)).toEqual(at(0));
    expect(at(20).terms[TERM.proceeds]).toBe(0);
  });

  it('sets against a rival quota what goes to that pool, not what goes to defence', () => {
    const { terms } = worth(pool('economic', { targetRate: 0.1 }, TWO), 1, { effort: 1 });
    expect(terms[TERM.effort]).toBeCloseTo(-0.1, 12);
  });
});

describe('the rule by which a market divides decides who stays', () => {
  /** Whether the great power of three has left after thirty years, by seed. */
  const left = (benefitSharing: 'need' | 'contribution') =>
    ['1', '2', '3', '4', '5'].filter((seed) => {
      const of = model({
        ticks: 30,
        resources: KINDS,
        actors: [
          actor('great', { resources: { grain: 400, iron: 600 } }),
          actor('one', { resources: { grain: 60, iron: 40 } }),
          actor('two', { resources: { grain: 40, iron: 60 } }),
        ],
        dyadDefaults: { calculative: 0.6, relational: 0.6 },
        treaties: [
          treaty('market', ['great', 'one', 'two'], {
            ...POOL,
            purpose: 'economic',
            formality: 0.6,
            exitNotice: 0,
            benefitSharing,
          }),
        ],
        mechanisms: {
          govern: [],
          realign: [{ name: 'departures' }, { name: 'moves', parameters: { deliberation: 1, calm: 1 } }],
        },
      });
      const world = start(of);
      const course = begin(of, seed, [], () => {});
      for (let t = 0; t < 30; t++) tick(course, world);
      return !allianceOf(world, 'market')?.members.some(({ actor: i }) => i === 0);
    }).length;

  it('a great power leaves one that gives to need, and keeps to one that gives to who pays', () => {
    expect(left('need')).toBe(5);
    expect(left('contribution')).toBe(0);
  });
});

describe('a free rider in a market', () => {
  const riding = (benefitSharing: 'equal' | 'contribution', rides: boolean) => {
    const of = model({
      resources: KINDS,
      actors: ['m0', 'm1', 'm2'].map((id, k) =>
        actor(id, { resources: { grain: 50, iron: 50 }, strategy: rides && k === 0 ? 'free-rider' : 'unconditional' }),
      ),
      treaties: [treaty('pool', ['m0', 'm1', 'm2'], { ...POOL, purpose: 'economic', formality: 0, benefitSharing })],
      mechanisms: only({
        perceive: [{ name: 'observation' }],
        contribute: [{ name: 'pledges' }],
        produce: [{ name: 'pools' }, { name: 'payoffs' }],
        grow: [{ name: 'growth', parameters: { reinvestment: 0 } }],
      }),
    });
    const world = play(of, 10);
    const stocks = [0, 1].map((i) => world.columns.resources[2 * i]! + world.columns.resources[2 * i + 1]!);
    return { stocks, market: worth(of, 10).stay };
  };

  it('grows with the others where all get alike, and not where who pays gets', () => {
    const [rider, payer] = riding('equal', true).stocks;
    expect(rider).toBeCloseTo(payer!, 9);
    expect(rider).toBeGreaterThan(100);
    expect(riding('contribution', true).stocks[0]).toBeLessThan(riding('contribution', true).stocks[1]!);
  });

  it('makes it worth less to those who pay', () => {
    expect(riding('equal', true).market[1]).toBeLessThan(riding('equal', false).market[1]!);
  });
});
