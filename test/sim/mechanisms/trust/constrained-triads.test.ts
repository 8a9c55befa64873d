import { describe, expect, it } from 'vitest';
import { analysisNumber, analysisOf, classic } from '../../../../bench/validate/published/row.ts';
import { sampleMean } from '../../../../bench/validate/statistics.ts';
import { findAnalysis } from '../../../../sim/analysis/index.ts';
import { play } from '../../../../sim/history/record.ts';
import { setting, steps, turnBetween, unbalancedIn } from '../../analysis/signed-graph.ts';
import { always } from '../../arbitrary.ts';

describe('constrained triad dynamics', () => {
  it('never leave more triads unbalanced, and turn one tie at a look', () => {
    always(setting, ({ seed, p: _, ...settings }) => {
      const path = steps('classics/triads-constrained', settings, seed);
      path.slice(1).forEach((after, t) => {
        turnBetween(path[t]!, after);
        expect(unbalancedIn(after)).toBeLessThanOrEqual(unbalancedIn(path[t]!));
      });
      const { unbalancedShare } = analysisNumber('classics/triads-constrained', settings, seed) as Record<
        string,
        number[]
      >;
      unbalancedShare!.slice(1).forEach((share, t) => {
        expect(share).toBeLessThanOrEqual(unbalancedShare![t]!);
      });
    });
  });

  it('part a world of even odds by lot: δ² is 1/n on average, since every division is as likely', () => {
    const rule = findAnalysis('structural-balance')!;
    const model = classic('classics/triads-constrained', { actors: 7, rho0: 0.5, ticks: 24 });
    const found = Array.from({ length: 1500 }, (_, seed) => rule.of(play(model, String(seed)), {}));
    const settled = found.filter(({ balanced }) => balanced === 1).map(({ deltaSquared }) => Number(deltaSquared));
    const { low, high } = sampleMean(settled, 0.999);
    expect(low).toBeLessThan(1 / 7);
    expect(high).toBeGreaterThan(1 / 7);
  });

  it('found two alliances when the camps stand, and no more', () => {
    const history = play(classic('classics/triads-constrained'), '1');
    const founded = history.events.filter(({ kind }) => kind === 'founded');
    const { campSizes } = analysisOf(history);
    expect(founded.map(({ who }) => who.length).sort((a, b) => b - a)).toEqual(campSizes);
    expect(history.events).toHaveLength(2);
  });
});
