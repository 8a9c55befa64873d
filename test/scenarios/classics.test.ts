import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../bench/validate/published/index.ts';
import { agrees } from '../../bench/validate/published/row.ts';
import { classics } from '../../scenarios/classics/index.ts';
import { CLASSICS_DOCUMENT, classicsDocument } from '../../scripts/classics.ts';
import { findAnalysis } from '../../sim/analysis/index.ts';
import { check, faultSentence } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { play } from '../../sim/history/record.ts';
import { summarise } from '../../sim/results/summary.ts';

// Where a number of docs/validation.md’s second part comes out of the engine; `npm run validate` writes the table.

describe.each(Object.entries(classics))('%s', (id, raw) => {
  const checked = check(raw);
  const scenario = 'value' in checked ? checked.value : undefined;

  it('is a scenario of its name, which says what to look for', () => {
    expect('faults' in checked ? checked.faults.map(faultSentence) : []).toEqual([]);
    expect(scenario).toMatchObject({ id, kind: 'classic' });
    expect(scenario!.view?.look).toHaveLength(2);
    expect(scenario!.provenance.length).toBeGreaterThan(0);
  });

  it('answers by the keys that its analyses declare, all that JSON can hold, and the view has what it shows', () => {
    const history = play(load(scenario!), '1');
    const { analysis = {} } = summarise(history);
    const keys = scenario!.analyses.flatMap(({ name }) => Object.keys(findAnalysis(name)!.keys));
    expect(Object.keys(analysis).filter((key) => !keys.includes(key))).toEqual([]);
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
    if (scenario!.view && scenario!.view.chart !== 'actors')
      for (const key of scenario!.view.of) expect(Object.keys(analysis)).toContain(key);
  });
});

describe('what the papers say', () => {
  it.each(PUBLISHED.map((row) => [`${row.classic}: ${row.quantity}`, row] as const))('%s', (_, row) => {
    const ours = row.ours();
    expect(agrees(row, ours), `ours ${JSON.stringify(ours)}, expected ${JSON.stringify(row.expected)}`).toBe(true);
  });
});

it('are described in docs/classics.md as they are (npm run classics)', () => {
  expect(readFileSync(join(fileURLToPath(new URL('../..', import.meta.url)), CLASSICS_DOCUMENT), 'utf8')).toBe(
    classicsDocument(),
  );
});
