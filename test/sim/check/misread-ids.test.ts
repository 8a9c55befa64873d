import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { check, faultSentence } from '../../../sim/check/check.ts';
import { misreadIds } from '../../../sim/check/misread-ids.ts';
import { draft } from './three-powers.ts';

const warnings = (...ids: string[]): string[] => {
  const actors = [...draft().actors, ...ids.map((id) => ({ id, name: id, resources: {} }))];
  const checked = check({ ...draft(), actors });
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
  return misreadIds(checked.value).map(faultSentence);
};

describe('an id that other programs misread', () => {
  it.each([
    ['NA', 'no value'],
    ['na', 'no value'],
    ['None', 'no value'],
    ['null', 'no value'],
    ['NULL', 'no value'],
    ['nan', 'no value'],
    ['NaN', 'no value'],
    ['TRUE', 'true or false'],
    ['false', 'true or false'],
    ['T', 'true or false'],
    ['yes', 'true or false'],
    ['Inf', 'a number'],
    ['MAR1', 'a date'],
    ['Sept-12', 'a date'],
    ['may2020', 'a date'],
  ])('%s is warned of', (id, reading) => {
    expect(warnings(id)).toEqual([`actors[3].id: other programs may read "${id}" in a table as ${reading}`]);
  });

  it('as the same as another', () => {
    expect(warnings('US')).toEqual(['actors[3].id: programs that ignore case take "US" for "us"']);
  });

  it.each(['NAM', 'Nancy', 'marble', 'truth', 'MAR', 'A1'])('%s is not', (id) => {
    expect(warnings(id)).toEqual([]);
  });

  it('is none of those that are bundled', () => {
    for (const scenario of Object.values(scenarios)) {
      const checked = check(scenario);
      expect('value' in checked && misreadIds(checked.value)).toEqual([]);
    }
  });
});
