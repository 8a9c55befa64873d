import { describe, expect, it } from 'vitest';
import { classics } from '../../scenarios/classics/index.ts';
import { check, faultSentence } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { parameterControls, withParameters } from '../../sim/experiment/parameter-controls.ts';
import { play } from '../../sim/history/record.ts';
import { summarise } from '../../sim/results/summary.ts';

// What a classic tells people to look for is what they see: at the settings that a sentence names, or at any where it names none.

type Values = Parameters<typeof withParameters>[1];
type Found = Record<string, unknown>;

const named = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`parameters.${name}`, value]));

function found(id: string, values: Values = {}, seed = '1'): Found {
  const checked = check(withParameters(classics[`classics/${id}`], named(values)));
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('; '));
  return summarise(play(load(checked.value), seed)).analysis!;
}
const list = (figures: Found, key: string): number[] => figures[key] as number[];
const seeds = (count: number): string[] => Array.from({ length: count }, (_, k) => String(k + 1));
const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** The least that counts as above nothing: arithmetic leaves dust. */
const DUST = 1e-9;

describe('agreements', () => {
  it.each([0.01, 0.05, 0.25, 1, 5])('Barrett: the last bar not below 0 is the largest that holds, γ %d', (gamma) => {
    for (const N of [2, 3, 10, 40]) {
      const figures = found('agreement-barrett', { N, gamma });
      expect(list(figures, 'incentive').findLastIndex((x) => x >= -DUST) + 1).toBe(figures.largestStable);
    }
  });

  it('Barrett: as written four of ten sign, and those outside have more', () => {
    const figures = found('agreement-barrett');
    expect(figures.largestStable).toBe(4);
    expect(list(figures, 'outsiderPayoff')[3]).toBeGreaterThan(list(figures, 'signatoryPayoff')[3]!);
  });

  it.each([2, 3, 10, 100])('cartel of %d firms: the price rises, and who stays outside earns more', (n) => {
    const figures = found('agreement-cartel', { n });
    const [price, member, outside] = ['price', 'signatoryPayoff', 'outsiderPayoff'].map((key) => list(figures, key));
    for (let k = 1; k < n; k++) {
      expect(price![k]).toBeGreaterThan(price![k - 1]!);
      expect(outside![k - 1]).toBeGreaterThan(member![k - 1]!);
    }
    expect(list(figures, 'incentive').findLastIndex((x) => x >= -DUST) + 1).toBe(figures.largestStable);
  });

  it.each([
    [1, 1, 1],
    [2, 1, 1],
    [10, 3, 0.2],
    [100, 0.5, 4],
  ])('linear, N %d, b %d, γ %d: no bar beyond the third holds, and the more the worse', (N, b, gamma) => {
    const incentive = list(found('agreement-linear', { N, b, gamma }), 'incentive');
    for (const x of incentive.slice(0, 3)) expect(x).toBeGreaterThanOrEqual(-DUST);
    incentive.slice(3).forEach((x, k) => {
      expect(x).toBeLessThan(-DUST);
      expect(x).toBeLessThan(incentive[k + 2]!);
    });
  });
});

describe('divisions', () => {
  it('airport: as written an equal share is no more than the smallest need, and at 1, 2, 6 it is twice that', () => {
    expect(list(found('airport'), 'equal')).toEqual([1, 1, 1]);
    expect(list(found('airport', { needs: [1, 2, 6] }), 'equal')[0]).toBe(2);
    expect(list(found('airport'), 'shapley')[0]).toBeCloseTo(1 / 3);
  });

  it.each([100, 200, 300, 450, 700])('bankruptcy, estate %d: two ways, the same bars', (estate) => {
    const figures = found('bankruptcy', { estate });
    for (const [k, award] of list(figures, 'talmud').entries())
      expect(award).toBeCloseTo(list(figures, 'nucleolus')[k]!, 6);
  });

  it('coalitions by their sizes: two threes of six, and three answers for ten', () => {
    const figures = found('coalition-structure-sizes');
    expect(figures.sizes).toEqual([3, 3]);
    const perHead = list(figures, 'perHead');
    expect(perHead.indexOf(Math.max(...perHead))).toBe(2);
    expect(found('coalition-structure-sizes', { players: 10 }).structures).toEqual([
      [4, 3, 3],
      [3, 3, 3, 1],
      [3, 3, 2, 2],
    ]);
  });

  it('the best structure of the table is {1}{2}{34}, worth 150, and the core is empty', () => {
    const figures = found('coalition-structure');
    expect(figures.structures).toEqual(['{1}{2}{34}']);
    expect(figures.best).toBe(150);
    expect(figures.together as number).toBeLessThan(150);
    expect(figures.coreEmpty).toBe(true);
  });

  it('Gamson: the largest is left out, and the others divide 7 to 5', () => {
    const shares = list(found('gamson'), 'shares');
    expect(shares[0]).toBe(0);
    expect(shares[1]! / shares[2]!).toBeCloseTo(7 / 5);
    // Beside the largest, either would have less.
    expect(35 / 75).toBeLessThan(shares[1]!);
    expect(25 / 65).toBeLessThan(shares[2]!);
  });

  it.each([
    [2, 1],
    [1, 2],
    [5, 3],
  ])('gloves, %d left and %d right: the scarce kind gets all, by Shapley less', (left, right) => {
    const figures = found('glove', { left, right });
    const isScarce = (k: number): boolean => (left < right ? k < left : k >= left);
    for (const [k, x] of list(figures, 'nucleolus').entries()) expect(x).toBeCloseTo(isScarce(k) ? 1 : 0);
    for (const [k, x] of list(figures, 'shapley').entries())
      if (isScarce(k)) expect(x).toBeLessThan(1);
      else expect(x).toBeGreaterThan(0);
  });

  it('voting: a seventh of the weight, less than a hundredth of the power by one index and a tenth by the other', () => {
    const figures = found('voting');
    const ratio = (key: string): number => list(figures, key)[14]! / list(figures, key)[0]!;
    expect(ratio('shapleyShubik')).toBeLessThan(0.01);
    expect(ratio('banzhaf')).toBeGreaterThan(0.09);
    expect(ratio('banzhaf')).toBeLessThan(0.11);
  });
});

describe('landscapes', () => {
  it('no change of side raises the energy, whatever the sizes', () => {
    for (const sizes of [
      [8, 7, 6, 5, 4, 2],
      [1, 1, 1],
      [9, 3, 3, 3],
    ])
      for (const seed of seeds(5)) {
        const energy = list(found('landscape', { sizes }, seed), 'energy');
        for (const [k, x] of energy.slice(1).entries()) expect(x).toBeLessThanOrEqual(energy[k]! + DUST);
      }
  });

  it('1936 has two valleys, and seed 205 ends in the other one', () => {
    const usual = found('europe-1936');
    expect(usual.minima).toBe(2);
    expect(usual.finalMinimum).toBe(1);
    const other = found('europe-1936', {}, '205');
    expect(other.finalMinimum).toBe(2);
    const ids = (classics['classics/europe-1936'] as { actors: { id: string }[] }).actors.map(({ id }) => id);
    const sides = (figures: Found, id: string): number => list(figures, 'finalSides')[ids.indexOf(id)]!;
    expect(sides(usual, 'GER')).not.toBe(sides(usual, 'SOV'));
    expect(sides(other, 'GER')).toBe(sides(other, 'SOV'));
    const together = list(other, 'finalSides').filter((side) => side === sides(other, 'GER'));
    expect(together).toHaveLength(2);
  });
});

describe('balance', () => {
  it('1907: all twenty triads are in balance, and with GBR-ITA at 1 the four of the two are not', () => {
    const figures = found('powers-1907');
    expect([figures.triads, figures.unbalancedTriads]).toEqual([20, 0]);
    expect(list(figures, 'campSizes')).toEqual([3, 3]);
    expect(found('powers-1907', { 'GBR-ITA': 1 }).unbalancedTriads).toBe(4);
  });

  it('as a flow the unbalanced triads vanish, but with an early end they are still there', () => {
    const share = list(found('balance-flow'), 'unbalancedShare');
    expect(share.at(-1)).toBe(0);
    expect(list(found('balance-flow'), 'agreement').at(-1)).toBe(1);
    expect(share[0]).toBeGreaterThan(0);
    expect(list(found('balance-flow', { until: 0.1 }), 'unbalancedShare').at(-1)).toBeGreaterThan(0);
  });

  it('without steps back they are gone within some ten ticks, and two camps of about the same size remain', () => {
    for (const seed of seeds(6)) {
      const figures = found('triads-constrained', {}, seed);
      expect(list(figures, 'unbalancedShare')[12]).toBeLessThan(0.01);
      if (figures.balanced !== 1) continue;
      const [large = 0, small = 0] = list(figures, 'campSizes');
      expect(large - small).toBeLessThan(0.4 * 64);
    }
  });

  it('with rho0 at 0.8 one camp swallows the other', () => {
    for (const seed of seeds(6))
      expect(list(found('triads-constrained', { rho0: 0.8 }, seed), 'campSizes')).toEqual([64, 0]);
  });

  it('the level of friendship depends on p, and not on the start; with p at 0.7 all are friends', () => {
    const level = (rho0: number): number => found('triads', { rho0 }).stationaryDensity as number;
    expect(Math.abs(level(0.2) - level(0.8))).toBeLessThan(0.05);
    for (const seed of seeds(4)) expect(list(found('triads', { p: 0.7 }, seed), 'density').at(-1)).toBe(1);
  });
});

describe('giving', () => {
  it.each([
    [40, 30, 20, 10],
    [50, 50, 10],
    [90, 5, 5, 5],
  ])('the public good: with b at 0 whoever has more pays no smaller a share (%#)', (...endowments) => {
    const burdens = list(found('public-good', { endowments }), 'burdens');
    for (const [k, x] of burdens.slice(1).entries()) expect(x).toBeLessThanOrEqual(burdens[k]! + DUST);
  });

  it('the public good: as written the poorest starts out paying and stops', () => {
    const figures = found('public-good');
    expect(list(figures, 'efforts').at(-1)).toBeLessThan(0.01);
    const early = found('public-good', { periods: 1 });
    expect(list(early, 'efforts').at(-1)).toBeGreaterThan(0.01);
  });

  it('the grim trigger: at 0.45 it fails in period 8, from the threshold of 0.5 on it holds', () => {
    const contributions = list(found('repeated', { discount: 0.45 }), 'contributions');
    expect(contributions.slice(0, 7).every((x) => x === 1)).toBe(true);
    expect(contributions[7]).toBe(0.75);
    expect(contributions.slice(8).every((x) => x === 0)).toBe(true);
    expect(found('repeated').threshold).toBeCloseTo(0.5);
    for (const discount of [0.5, 0.8]) expect(found('repeated', { discount }).held).toBe(1);
  });

  it('strangers: contributions fall, to about a tenth of the endowment', () => {
    const lasts = seeds(20).map((seed) => found('laboratory', {}, seed).lastShare as number);
    expect(mean(lasts)).toBeGreaterThan(0.05);
    expect(mean(lasts)).toBeLessThan(0.17);
    const given = list(found('laboratory'), 'contributions');
    expect(given.slice(1).filter((x, k) => x < given[k]!).length).toBeGreaterThanOrEqual(7);
  });

  it('partners who punish: higher from the start, and about nine tenths at the end; most points early', () => {
    const runs = seeds(20).map((seed) => found('laboratory-punishment', {}, seed));
    expect(mean(runs.map(({ lastShare }) => lastShare as number))).toBeGreaterThan(0.82);
    expect(mean(runs.map(({ lastShare }) => lastShare as number))).toBeLessThan(0.98);
    const first = mean(seeds(20).map((seed) => found('laboratory', {}, seed).firstShare as number));
    expect(mean(runs.map(({ firstShare }) => firstShare as number))).toBeGreaterThan(first);
    const points = runs.map((figures) => list(figures, 'points'));
    expect(mean(points.map((dealt) => mean(dealt.slice(0, 3))))).toBeGreaterThan(
      2 * mean(points.map((dealt) => mean(dealt.slice(-3)))),
    );
  });

  it('tribute: mostly two or three actors hold nearly all', () => {
    const held = seeds(20).map((seed) => {
      const figures = found('tribute', {}, seed);
      const wealth = list(figures, 'wealth').toSorted((a, b) => b - a);
      return wealth.slice(0, 3).reduce((sum, x) => sum + x, 0) / (figures.totalWealth as number);
    });
    expect(held.filter((share) => share > 0.85).length).toBeGreaterThan(10);
  });
});

/** "Set needs to", "with p below", "With discount at": names of controls as a sentence has them. */
const CONTROL = /\b(?:[Ss]et|[Ww]ith) ([A-Za-z][\w-]*)(?= (?:to|at|below|above|nearer)\b)|, or with ([\w-]+) at/g;
const ordinary = new Set(['players']);

describe.each(Object.entries(classics))('the sentences of %s', (id, raw) => {
  const { view, summary, questions, parameters } = raw as {
    view: { look: string[] };
    summary: string;
    questions?: string[];
    parameters: Record<string, unknown>;
  };
  const controls = parameterControls(raw).map(({ key }) => key.replace(/^(parameters|model)\./, ''));

  it('name controls that are there', () => {
    for (const sentence of [...view.look, ...(questions ?? [])])
      for (const [, name] of sentence.matchAll(CONTROL))
        if (name && !ordinary.has(name) && !/^(weights|all|a|the|its)$/.test(name))
          expect(controls, `${id}: ${sentence}`).toContain(name);
  });

  it('say at which setting a number holds', () => {
    const bare = [...view.look, summary].filter((text) => /\d/.test(text) && Object.keys(parameters).length > 0);
    for (const text of bare)
      expect(text, id).toMatch(/[Aa]s written|[Aa]s recorded|[Ss]et |[Ww]ith |below 0|of 19\d\d|v\(s\)|U = /);
  });
});
