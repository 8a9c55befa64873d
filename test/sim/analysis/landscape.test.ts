import { describe, expect, it } from 'vitest';
import { analysisNumber, analysisOf, classic } from '../../../bench/validate/published/row.ts';
import { classics } from '../../../scenarios/classics/index.ts';
import { check, faultSentence, setPath } from '../../../sim/check/check.ts';
import { play } from '../../../sim/history/record.ts';
import { ID } from './landscape-games.ts';

describe('what does not fit the actors', () => {
  it.each([
    [ID, 'propensities', '1,2,3', 'propensities: expected one number, 15 (one for each pair) or 36'],
    [ID, 'start', '1,2', 'start: expected one number, or 6 (one for each actor), got a list of 2'],
    [ID, 'start', '3', 'parameters.start: expected a whole number from 0 to 2, got 3'],
    [ID, 'sizes', '-1,2', 'parameters.sizes[0]: expected a number from 0'],
    ['classics/europe-1936', 'religionPairs', '1,2', '136 (one for each pair) or 289'],
  ])('is refused: %s, %s = %s', (id, name, text, expected) => {
    const changed = setPath(classics[id], `parameters.${name}`, text);
    const checked = check('input' in changed ? changed.input : undefined);
    expect('faults' in checked ? checked.faults.map(faultSentence).join('\n') : '').toContain(expected);
  });

  it('is told of as well where a split names a stranger', () => {
    const changed = setPath(classics['classics/europe-1936'], 'analyses.landscape.parameters.compare', '["USA"]');
    const checked = check('input' in changed ? changed.input : undefined);
    expect('faults' in checked && checked.faults.map(faultSentence)).toEqual([
      'analyses[0].parameters.compare[0]: unknown actor "USA"',
    ]);
  });
});

describe('Europe in 1936', () => {
  it('places the nations by luck in one valley or the other, nearly always the deeper', () => {
    const ended = Array.from({ length: 40 }, (_, seed) => {
      const found = analysisOf(play(classic('classics/europe-1936'), String(seed)));
      return found.finalMinimum as number;
    });
    expect(ended.filter((k) => k === 1).length).toBeGreaterThan(35);
    expect(ended.every((k) => k === 1 || k === 2)).toBe(true);
  });

  it('ends in the other valley with seed 205, as the scenario says', () => {
    expect(analysisOf(play(classic('classics/europe-1936'), '205')).finalMinimum).toBe(2);
  });

  it('agrees with the paper on the strength of government and history alone, as its caveats say', () => {
    const factors = ['ethnic', 'border', 'religion', 'government', 'history'];
    const agreeing = Array.from({ length: 31 }, (_, k) => {
      const kept = factors.filter((_, f) => ((k + 1) >> f) & 1);
      const weights = Object.fromEntries(factors.map((name) => [name, kept.includes(name) ? 1 : 0]));
      const placed = analysisNumber('classics/europe-1936', { ...weights, ticks: 1 }).minimumPlaced as number[];
      return placed[0]! >= 15 ? [kept] : [];
    }).flat();
    expect(agreeing).toHaveLength(8);
    for (const kept of agreeing) expect(kept).toEqual(expect.arrayContaining(['government', 'history']));
    expect((analysisNumber('classics/europe-1936', { religion: 2, ticks: 1 }).minimumPlaced as number[])[0]).toBe(11);
  });
});
