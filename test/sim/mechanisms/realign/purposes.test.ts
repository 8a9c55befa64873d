import { describe, expect, it } from 'vitest';
import type { Model } from '../../../../sim/engine/model.ts';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { TERM, TERMS } from '../../../../sim/mechanisms/realign/utility/terms.ts';
import {
  appraise,
  utilityOfJoining,
  utilityOfStaying,
} from '../../../../sim/mechanisms/realign/utility/treaty-utility.ts';
import { Weights } from '../../../../sim/mechanisms/realign/utility/weights.ts';
import type { World } from '../../../../sim/world/world.ts';
import { actor, allianceOf, dyadValue, model, only, treaty } from '../../builders.ts';

type Clauses = Parameters<typeof treaty>[2];
type Purpose = NonNullable<NonNullable<Clauses>['purpose']>;
type Actor = Parameters<typeof actor>[1];

const POOL: Clauses = { obligations: [], formality: 1, targetRate: 0.1, burdenSharing: 'target', monitoring: 0 };
const KINDS = [
  { id: 'grain', name: 'Grain', unit: 't' },
  { id: 'iron', name: 'Iron', unit: 't' },
];

/** Members of one pool, who pay what it asks, and a stranger; with nothing in the world but pools. */
function pool(purpose: Purpose, clauses: Clauses, members: Actor[], pays = true): Model {
  const ids = members.map((_, k) => `m${k}`);
  return model({
    resources: KINDS,
    interests: [{ id: 'order', name: 'Order', low: 'none', high: 'all' }],
    actors: [
      ...members.map((more, k) => actor(`m${k}`, { resources: { grain: 50, iron: 50 }, ...more })),
      actor('stranger', { resources: { grain: 50, iron: 50 } }),
    ],
    dyadDefaults: { calculative: 0.4, relational: 0.4, hostility: 0.4 },
    treaties: [treaty('pool', ids, { ...POOL, purpose, ...clauses })],
    mechanisms: only({
      produce: [{ name: 'pools' }, ...(pays ? [{ name: 'payoffs' }] : [])],
      grow: [{ name: 'growth', parameters: pays ? {} : { dividend: 0, learning: 0 } }],
    }),
  });
}

function play(of: Model, ticks = 1): World {
  const world = start(of);
  const course = begin(of, '1', [], () => {});
  for (let t = 0; t < ticks; t++) tick(course, world);
  return world;
}

const TWO: Actor[] = [{}, {}];

describe('a pool', () => {
  const PAID = ['resources', 'calculative', 'relational', 'hostility'] as const;
  const paid = (purpose: Purpose, clauses: Clauses = {}): string[] => {
    const [with_, without] = [true, false].map((pays) => play(pool(purpose, clauses, TWO, pays)));
    const changed: string[] = PAID.filter((name) => with_!.columns[name].join() !== without!.columns[name].join());
    return allianceOf(with_!, 'pool')!.fund > 0 ? [...changed, 'fund'] : changed;
  };

  it.each<[Purpose, string[]]>([
    ['economic', ['resources']],
    ['knowledge', ['resources']],
    ['political', ['calculative', 'hostility']],
    ['social', ['relational']],
    ['crisis-response', ['fund']],
    ['defensive', []],
    ['offensive', []],
  ])('that is %s pays in %j and in nothing else', (purpose, what) => {
    expect(paid(purpose)).toEqual(what);
  });

  it('that is not rival pays nothing of that, whatever its purpose', () => {
    for (const purpose of ['economic', 'knowledge', 'political', 'social', 'crisis-response'] as const)
      expect(paid(purpose, { rival: false })).toEqual([]);
  });

  it('into which nobody pays pays nobody', () => {
    for (const purpose of ['economic', 'knowledge', 'political', 'social', 'crisis-response'] as const)
      expect(paid(purpose, { targetRate: 0 })).toEqual([]);
  });

  it('of members without any means is empty, and harms no number', () => {
    const poor: Actor = { resources: { grain: 0, iron: 0 } };
    for (const purpose of ['economic', 'knowledge', 'political', 'social', 'crisis-response'] as const) {
      const world = play(pool(purpose, {}, [poor, poor]), 3);
      expect(allianceOf(world, 'pool')!.pool).toBe(0);
      for (const column of Object.values(world.columns))
        expect((column as Float64Array).every((x) => Number.isFinite(x))).toBe(true);
    }
  });
});

/** By how much an actor’s stocks grew over those of the stranger. */
function growth(world: World, i: number, before: number): number {
  const n = world.shape.actors - 1;
  const stock = (k: number) => world.columns.resources[2 * k]! + world.columns.resources[2 * k + 1]!;
  return stock(i) / before - stock(n) / 100;
}

describe('what the members of a pool have of it', () => {
  const GREAT_AND_SMALL: Actor[] = [{ resources: { grain: 400, iron: 400 } }, { resources: { grain: 20, iron: 20 } }];

  it('of a market goes by the rule: one that gives to need makes the small one grow faster', () => {
    const by = (benefitSharing: 'need' | 'contribution') => play(pool('economic', { benefitSharing }, GREAT_AND_SMALL));
    expect(growth(by('need'), 1, 40)).toBeGreaterThan(2 * growth(by('contribution'), 1, 40));
    expect(growth(by('contribution'), 1, 40)).toBeCloseTo(growth(by('contribution'), 0, 800), 9);
  });

  it('of knowledge is the same for all of them, whatever the rule', () => {
    for (const benefitSharing of ['need', 'contribution', 'resources', 'equal'] as const) {
      const world = play(pool('knowledge', { benefitSharing }, GREAT_AND_SMALL));
      expect(growth(world, 1, 40)).toBeCloseTo(growth(world, 0, 800), 12);
      expect(growth(world, 1, 40)).toBeCloseTo(0.15 * 0.1, 3);
    }
  });

  it('of regard is that outsiders trust and like them more, and they the outsiders no more than before', () => {
    const of = pool('political', {}, TWO);
    const world = play(of);
    expect(dyadValue(of, world, 'hostility', 'stranger', 'm0')).toBeLessThan(0.4);
    expect(dyadValue(of, world, 'calculative', 'stranger', 'm0')).toBeGreaterThan(0.4);
    expect(dyadValue(of, world, 'hostility', 'm0', 'stranger')).toBeCloseTo(0.4, 6);
    expect(dyadValue(of, world, 'calculative', 'm0', 'stranger')).toBeCloseTo(0.4, 6);
    expect(dyadValue(of, world, 'hostility', 'm0', 'm1')).toBeCloseTo(0.4, 6);
  });

  it('of fellowship is relational trust, less of it among the foreign than among the kindred but more than half', () => {
    const far: Actor[] = [0, 1].map((x) => ({
      culture: { powerDistance: x, individualism: x, uncertaintyAvoidance: x, context: x, timeOrientation: x },
    }));
    const warmth = (members: Actor[]) => {
      const of = pool('social', { communication: 1 }, members);
      return dyadValue(of, play(of), 'relational', 'm0', 'm1') - 0.4;
    };
    expect(warmth(far)).toBeLessThan(warmth(TWO));
    expect(warmth(far)).toBeGreaterThan(0.5 * warmth(TWO));
  });

  it('is the whole pool and no more, under every rule and aggregator', () => {
    const members: Actor[] = [{}, { resources: { grain: 300, iron: 1 } }, { resources: { grain: 0, iron: 7 } }];
    for (const benefitSharing of ['need', 'contribution', 'resources', 'equal'] as const)
      for (const aggregator of ['summation', 'weakest-link', 'best-shot', 'ces'] as const)
        for (const purpose of ['economic', 'knowledge', 'crisis-response'] as const) {
          const { pool: whole, members: all } = allianceOf(
            play(pool(purpose, { benefitSharing, aggregator }, members)),
            'pool',
          )!;
          expect(whole).toBeGreaterThan(0);
          expect(Math.abs(all.reduce((sum, { benefit }) => sum + benefit, 0) - whole)).toBeLessThan(1e-9);
        }
  });
});

describe('what members make of their effort together', () => {
  /** The pool as a factor of the effort. */
  const factor = (purpose: Purpose, members: Actor[], clauses: Clauses = {}) => {
    const { pool: made, members: all } = allianceOf(play(pool(purpose, clauses, members)), 'pool')!;
    return made / all.reduce((sum, { effort }) => sum + effort, 0);
  };
  const GRAIN: Actor = { resources: { grain: 100, iron: 0 } };
  const IRON: Actor = { resources: { grain: 0, iron: 100 } };
  const position = (x: number): Actor => ({ position: { order: x } });
  const OPPOSED = [position(-1), position(1)];

  it('is more where each has what the other lacks, by all that either lacks', () => {
    expect(factor('economic', TWO)).toBe(1);
    expect(factor('economic', [GRAIN, GRAIN])).toBe(1);
    expect(factor('economic', [GRAIN, IRON])).toBeCloseTo(1.5, 12);
    expect(factor('economic', [GRAIN, {}])).toBeCloseTo(1.25, 12);
  });

  it('is less where they are of different mind, but less so the better they talk', () => {
    const at = (communication: number) => factor('economic', OPPOSED, { communication });
    expect(at(0)).toBeCloseTo(0.8, 6);
    expect(at(1)).toBeGreaterThan(at(0.5));
    expect(at(1)).toBeLessThan(1);
  });

  it('is more knowledge where they see things differently and talk, but less where they do not', () => {
    expect(factor('knowledge', OPPOSED, { communication: 1 })).toBeGreaterThan(1.3);
    expect(factor('knowledge', OPPOSED, { communication: 0 })).toBeGreaterThan(factor('social', OPPOSED));
    expect(factor('knowledge', TWO)).toBe(1);
  });
});

describe('a relief fund', () => {
  const FLOOD = {
    id: 'flood',
    name: 'Flood',
    family: 'disaster' as const,
    at: 4,
    changes: ['resources.grain', 'resources.iron'].map((field) => ({
      target: { actors: ['m0'] },
      field,
      operation: 'scale' as const,
      amount: 0.2,
    })),
  };
  const fund = (shocks: (typeof FLOOD)[] = [], reserve = 3) => {
    const events: { kind: string; amount?: number }[] = [];
    const of = model({
      resources: KINDS,
      actors: ['m0', 'm1'].map((id) => actor(id, { resources: { grain: 50, iron: 50 } })),
      treaties: [treaty('pool', ['m0', 'm1'], { ...POOL, purpose: 'crisis-response' })],
      shocks,
      mechanisms: only({
        shock: [{ name: 'scheduled-shocks' }],
        produce: [{ name: 'pools' }, { name: 'payoffs', parameters: { reserve } }],
        crisis: [{ name: 'relief' }],
      }),
    });
    const course = begin(of, '1', [], (event) => events.push(event as never));
    const world = start(of);
    const funds: number[] = [];
    for (let t = 0; t < 8; t++) {
      tick(course, world);
      funds.push(world.alliances[0]!.fund);
    }
    return { world, funds, paid: events.filter(({ kind }) => kind === 'relief') };
  };

  it('saves all of its pool until it holds so many years of it', () => {
    const { world, funds } = fund();
    const { pool: yearly } = world.alliances[0]!;
    expect(funds.slice(0, 5)).toEqual([1, 2, 3, 3, 3].map((years) => expect.closeTo(years * yearly, 9)));
  });

  it('pays a member that a flood struck, and saves anew', () => {
    const { world, funds, paid } = fund([FLOOD]);
    expect(paid).toHaveLength(1);
    expect(funds[4]).toBe(0);
    expect(funds[5]).toBeGreaterThan(0);
    expect(paid[0]!.amount).toBeCloseTo(funds[3]!, 9);
    expect(world.columns.resources[0]).toBeCloseTo(50 * 0.2 + funds[3]! / 2, 9);
  });

  it('that saves nothing has nothing to pay', () => {
    expect(fund([FLOOD], 0).paid).toEqual([]);
  });
});

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
