import { describe, expect, it } from 'vitest';
import { pairYearsOf, watchPairYears } from '../../../sim/facts/pair-years.ts';
import { record } from '../../../sim/history/record.ts';
import type { Fact } from '../../../sim/schema/history.ts';
import { treaty, withMechanism } from '../builders.ts';
import { type Draft, end, entente, fact, pact, runOf, type Script } from './scripted-run.ts';

/** Four actors make six pairs; twenty years of them are 120. */
function brier(history: Fact[], script: Script, draft: Draft = {}): number {
  const { model } = runOf({}, { ...draft, history });
  const scripted = withMechanism(model, 'realign', 'by-hand', (world, context) => script[world.tick]?.(world, context));
  const { observe, brier: found } = watchPairYears(scripted);
  const { world, advance } = record(scripted, '1');
  for (let more = true; more; ) {
    more = advance(1);
    observe(world);
  }
  return found();
}

describe('the distance of a run from the record of pairs', () => {
  const given = [fact('allied', 'A B', 5, 15)];

  it.each<[string, Script, number]>([
    ['is nothing where it is the same', { 5: pact(0, 1), 15: end }, 0],
    ['is a pair-year for each year too early', { 3: pact(0, 1), 15: end }, 2 / 120],
    ['and for each too late', { 5: pact(0, 1), 16: end }, 1 / 120],
    ['and for each pair too many', { 5: pact(0, 1, 2), 15: end }, 20 / 120],
    ['and for each year in which they are not allied', {}, 10 / 120],
    ['whatever else than arms binds them', { 5: entente(0, 1) }, 10 / 120],
  ])('%s', (_, script, expected) => {
    expect(brier(given, script)).toBeCloseTo(expected, 12);
  });

  it('leaves out pairs about which the record is silent', () => {
    const draft = { treaties: [treaty('old', ['A', 'B'])] };
    const history = [fact('allied', 'C D', 0, 20)];
    expect(pairYearsOf(runOf({}, { ...draft, history }).model).cases).toBe(100);
    expect(brier(history, {}, draft)).toBeCloseTo(20 / 100, 12);
    expect(brier(history, { 0: pact(2, 3), 9: end }, draft)).toBeCloseTo(0, 12);
  });

  it('is the state at the end of each year', () => {
    const quarters: Draft = { ticks: 16, ticksPerYear: 4, history: [fact('allied', 'A B', 1.9, 3)] };
    const { allied, cases } = pairYearsOf(runOf({}, quarters).model);
    expect(cases).toBe(24);
    // The first pair of each of the four years.
    expect([0, 6, 12, 18].map((at) => allied[at])).toEqual([0, 1, 1, 0]);
  });

  it('is no number where the record says nothing of alliances', () => {
    expect(brier([fact('war', 'A B', 5, 6)], {})).toBeNaN();
    expect(brier([], {}, { treaties: [treaty('old', ['A', 'B'])] })).toBeNaN();
  });
});
