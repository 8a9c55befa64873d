import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { stockSource } from '../../../viz/details/stock-source.ts';

/** The world as its record has it: nothing but growth, and no growth but the record’s. */
const asRecorded = (id: keyof typeof histories) => {
  const { capabilities, ...rest } = histories[id] as { capabilities?: unknown };
  const phases = ['shock', 'perceive', 'contribute', 'produce', 'crisis', 'trust', 'govern', 'realign'];
  const checked = check({
    ...rest,
    ...(capabilities ? { capabilities } : {}),
    mechanisms: {
      ...Object.fromEntries(phases.map((phase) => [phase, []])),
      grow: [{ name: 'growth', parameters: { reinvestment: 0, dividend: 0, learning: 0 } }],
    },
  });
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return { scenario: checked.value, history: play(load(checked.value), '1') };
};

describe.each(Object.keys(histories) as (keyof typeof histories)[])('a stock of %s', (id) => {
  const { scenario, history } = asRecorded(id);
  const ticks = Array.from({ length: 12 }, (_, k) => Math.floor((k * (history.ticks - 1)) / 11));

  it.each(ticks)('has the year of the number on show for its source, tick %d', (tick) => {
    const { resources } = seek(history, tick + 1).columns;
    for (const [i, { id: actor }] of scenario.actors.entries())
      for (const [k, kind] of scenario.resources.entries()) {
        const { year, figure, rule } = stockSource(histories[id], actor, kind.id, tick);
        const value = resources[i * scenario.resources.length + k]!;
        expect(rule?.source, `${actor} ${kind.id}`).toBeTruthy();
        expect(value / figure!, `${actor} ${kind.id} of ${year}`).toBeCloseTo(1, 6);
      }
  });
});

describe('in Europe', () => {
  const year = (tick: number) => stockSource(histories['europe-1879-1914'], 'GBR', 'power', tick).year;

  it('the figure of a year comes at the end of the quarter before it', () => {
    expect([year(0), year(2), year(3), year(6), year(7), year(43)]).toEqual([1879, 1879, 1880, 1880, 1881, 1890]);
  });

  it('the source that is told says of no other year', () => {
    const { rule, figure } = stockSource(histories['europe-1879-1914'], 'GBR', 'power', 44);
    expect(rule?.source).toMatch(/National Material Capabilities/);
    expect(rule?.source).not.toMatch(/1879/);
    expect(figure).toBe(0.17947);
  });
});

it('in NATO a figure that is carried back says to which year', () => {
  const { rule } = stockSource(histories.nato, 'GBR', 'gdp', 0);
  expect(rule?.source).toMatch(/carried back to 1950/);
});

it.each([[null], [{}], [{ capabilities: 'none', actors: [{ id: 'a' }] }], [{ capabilities: [{ years: [1] }] }]])(
  'a scenario of any form has none rather than a fault: %j',
  (scenario) => {
    expect(stockSource(scenario, 'a', 'x', 3)).toEqual({ rule: undefined, year: undefined, figure: undefined });
  },
);
