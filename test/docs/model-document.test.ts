import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filledDocument, MODEL_DOCUMENT, mechanisms, roomsIn, tables } from '../../scripts/model-tables.ts';
import { MEASURES } from '../../sim/measures/index.ts';
import { ANSWER_TERMS } from '../../sim/mechanisms/crisis/attack/honour.ts';
import { RUN_MEASURES } from '../../sim/results/summary.ts';

const text = readFileSync(join(fileURLToPath(new URL('../..', import.meta.url)), MODEL_DOCUMENT), 'utf8');

/** What stands under a heading, as far as the next of its own rank or a higher one. */
function under(heading: RegExp): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => /^#+ /.test(line) && heading.test(line));
  if (at < 0) return '';
  const rank = lines[at]?.indexOf(' ') ?? 0;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= rank);
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

describe('the model document', () => {
  it('has its tables as the code has them (npm run model-tables)', () => {
    expect(text).toBe(filledDocument(text));
  });

  it('has room for every table, once', () => {
    expect(roomsIn(text).sort()).toEqual([...tables().keys()].sort());
  });

  it('has the seven elements of ODD, in their order', () => {
    const elements = [...text.matchAll(/^## \d (.+)$/gm)].map((match) => match[1]);
    expect(elements).toEqual([
      'Purpose and patterns',
      'Entities, state variables and scales',
      'Process overview and scheduling',
      'Design concepts',
      'Initialization',
      'Input data',
      'Submodels',
    ]);
  });

  it('describes every mechanism', () => {
    const headings: readonly string[] = under(/Submodels$/).match(/^#### .+$/gm) ?? [];
    const missing = mechanisms.filter(({ name }) => !headings.includes(`#### \`${name}\``));
    expect(missing.map(({ phase, name }) => `${phase}/${name}`)).toEqual([]);
  });

  it('lists every term of an ally’s answer, and says how many they are', () => {
    const listed = text.split('**Who comes.**')[1]!.split('```')[1]!;
    const terms = [...listed.matchAll(/^([a-z]+) +\S/gm)].map(([, term]) => term);
    expect(terms).toEqual([...ANSWER_TERMS]);
    expect(ANSWER_TERMS).toHaveLength(10);
    expect(text).toContain('logistic choice over ten terms');
  });

  it('names every measure', () => {
    const observation = under(/Observation$/);
    const missing = [...MEASURES, ...RUN_MEASURES].filter(({ name }) => !observation.includes(`\`${name}\``));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('has an entry for every source cited', () => {
    const entries = under(/References$/)
      .split('\n')
      .filter((line) => line.startsWith('- **'));
    const cites = [...mechanisms, ...MEASURES].flatMap((rule) => rule.cites);
    expect(cites.filter((source) => !entries.some((entry) => entry.includes(`**${source}**`)))).toEqual([]);
  });
});
