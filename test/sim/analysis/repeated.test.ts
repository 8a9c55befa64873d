import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisNumber, analysisOf, classic } from '../../../bench/validate/published/row.ts';
import { checkPlaced, faultSentence } from '../../../sim/check/check.ts';
import { start } from '../../../sim/engine/run.ts';
import { hex } from '../../../sim/exact/hash.ts';
import { digestsOf } from '../../../sim/history/digest-comparison.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { keepsWord, triggerProspectOf, triggerValuesOf } from '../../../sim/mechanisms/contribute/grim-trigger.ts';
import type { Columns } from '../../../sim/world/columns.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { always } from '../arbitrary.ts';

interface Found {
  threshold: number;
  sustained: number;
  reward: number;
  temptation: number;
  penalty: number;
  cooperating: number;
  defecting: number;
  contributions: number[];
  held: number;
  earnings: number[];
}
const ID = 'classics/repeated';
const ask = (settings: Record<string, number>): Found => analysisNumber(ID, settings) as unknown as Found;

const games = fc.record({
  n: fc.integer({ min: 2, max: 40 }),
  return: fc.integer({ min: 1, max: 1_500 }).map((x) => x / 1_000),
  discount: fc.integer({ min: 0, max: 1_000 }).map((x) => x / 1_000),
  endowment: fc.constantFrom(0.01, 1, 20, 1e6),
  periods: fc.integer({ min: 1, max: 12 }),
  tempted: fc.integer({ min: 0, max: 14 }),
});

describe('grim trigger', () => {
  it('sustains co-operation iff δ ≥ (1 − m)/((n − 1) m), in theory and in the run', () => {
    always(
      games,
      (game) => {
        const found = ask(game);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        const { n, return: m, discount, periods, tempted } = game;
        const bound = (1 - m) / ((n - 1) * m);
        expect(found.threshold).toBeCloseTo(Math.max(0, bound), 12);
        if (Math.abs(discount - bound) > 1e-6) expect(found.sustained).toBe(discount > bound ? 1 : 0);
        const collapses = found.sustained === 0 && tempted > 0 && tempted <= periods;
        expect(found.held).toBe(collapses ? 0 : 1);
        expect(found.contributions).toHaveLength(periods);
        found.contributions.forEach((given, t) => {
          const expected = !collapses || t + 1 < tempted ? 1 : t + 1 === tempted ? (n - 1) / n : 0;
          expect(given).toBeCloseTo(expected, 12);
        });
      },
      150,
    );
  });

  it('weighs what summing up a long future weighs', () => {
    always(
      fc.record({
        n: fc.integer({ min: 2, max: 9 }),
        m: fc.integer({ min: 1, max: 99 }),
        d: fc.integer({ min: 0, max: 90 }),
      }),
      ({ n, m, d }) => {
        const [share, discount] = [m / 100, d / 100];
        const prospect = triggerProspectOf(20, (n - 1) * 20, share);
        let [going, defecting] = [0, 0];
        for (let t = 400, weight = discount ** 400; t >= 0; t--, weight = discount ** t) {
          going += weight * share * n * 20;
          defecting += weight * (t === 0 ? 20 + share * (n - 1) * 20 : 20);
        }
        const values = triggerValuesOf(prospect, discount);
        expect(values[0] / (1 - discount)).toBeCloseTo(going, 6);
        expect(values[1] / (1 - discount)).toBeCloseTo(defecting, 6);
        if (Math.abs(going - defecting) > 1e-6) expect(keepsWord(values)).toBe(going > defecting);
      },
    );
  });

  it.each<[string, Record<string, number>, Partial<Found>]>([
    ['at the threshold itself it holds', { discount: 0.5 }, { sustained: 1, held: 1, reward: 32, penalty: 20 }],
    ['just below it does not', { discount: 0.4999999 }, { sustained: 0, held: 0 }],
    ['a return of 1 tempts nobody', { return: 1, discount: 0 }, { threshold: 0, sustained: 1, held: 1, penalty: 80 }],
    ['nor one beyond', { return: 2, discount: 0 }, { threshold: 0, sustained: 1, held: 1 }],
    [
      'n m = 1 leaves nothing to lose: only all patience ties',
      { return: 0.25, discount: 1 },
      { threshold: 1, sustained: 1 },
    ],
    ['and any less gives way', { return: 0.25, discount: 0.999 }, { threshold: 1, sustained: 0, held: 0 }],
    ['n m < 1 is not worth it however patient one is', { return: 0.2, discount: 1 }, { sustained: 0, held: 0 }],
    ['who is never tempted never defects', { discount: 0, tempted: 0 }, { sustained: 0, held: 1 }],
    ['nor who would be after the end', { discount: 0, tempted: 21 }, { held: 1 }],
    ['in the first period already', { discount: 0, tempted: 1, periods: 2, n: 2 }, { contributions: [0.5, 0] }],
  ])('%s', (_, settings, expected) => {
    expect(ask(settings)).toMatchObject(expected);
  });

  it('pays each what the game says', () => {
    // Seven periods together, one with the first alone, twelve apart.
    const { earnings } = ask({});
    expect(earnings[0]).toBeCloseTo(7 * 32 + 44 + 12 * 20, 9);
    for (const earned of earnings.slice(1)) expect(earned).toBeCloseTo(7 * 32 + 24 + 12 * 20, 9);
  });

  it('tells who left the agreement and why, and that the others gave it up', () => {
    const { events } = play(classic(ID), '1');
    expect(events.map(({ tick, kind, who }) => [tick, kind, who.length])).toEqual([
      [0, 'founded', 4],
      [7, 'left', 1],
      [8, 'dissolved', 3],
    ]);
    const terms = events[1]!.because.reduce((sum, { value }) => sum + value, 0);
    expect(terms).toBeCloseTo(0.55 * 44 + 0.45 * 20 - 32, 9);
    expect(events[1]!.score).toBeCloseTo(terms, 9);
  });

  it('forgives no mistake: a person’s order for one period ends it for good, however patient all are', () => {
    const model = classic(ID, { discount: 0.9 });
    const order = { kind: 'decide', tick: 4, actor: 'P3', choice: { act: 'contribute', rate: 0.9, ticks: 1 } };
    const placed = checkPlaced([order], model.scenario);
    if ('faults' in placed) throw new Error(placed.faults.map(faultSentence).join('\n'));
    const { contributions, held } = analysisOf(play(model, '1', placed.value)) as unknown as Found;
    expect(contributions.slice(0, 4)).toEqual([1, 1, 1, 1]);
    expect(contributions[4]).toBeCloseTo(0.975, 12);
    expect(contributions.slice(5).every((given) => given === 0)).toBe(true);
    expect(held).toBe(0);
  });

  it('enters at any tick, and leaves alone what it does not own', () => {
    const history = play(classic(ID), '1');
    digestsOf(history).forEach((at, t) => {
      expect(hex(...digest(seek(history, t + 1)))).toBe(at);
    });
    const [first, last] = [start(history.model).columns, seek(history, 20).columns];
    for (const name of Object.keys(first) as (keyof Columns)[])
      if (!history.model.shape.live.has(name)) expect([name, last[name]]).toEqual([name, first[name]]);
  });
});
