// npm run classics: writes docs/classics.md from the descriptions in the classics and in their analyses.
import { writeFileSync } from 'node:fs';
import { classics } from '../scenarios/classics/index.ts';
import type { Analysis } from '../sim/analysis/analysis.ts';
import { findAnalysis } from '../sim/analysis/index.ts';
import { check, faultSentence } from '../sim/check/check.ts';
import type { Parameter } from '../sim/schema/parameter.ts';

export const CLASSICS_DOCUMENT = 'docs/classics.md';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => ':--'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
const number = (x: number): string => String(x).replace('-', '−');

const INTRODUCTION = `# Published models

<!-- written by npm run classics -->

Each model below is a scenario like any other: \`npx foedus run classics/tribute --seed 1 --json\` runs it, the page replays it, and
\`--set parameters.NAME=VALUE\` changes it (a list is written with commas: \`--set parameters.weights=50,49,1\`). The results of its analyses are
the \`analysis\` object of the result, by the keys listed here. How the numbers compare with those of the papers is in the second part
of [validation.md](validation.md).`;

function parameters(of: Readonly<Record<string, Parameter>>): string {
  const rows = Object.entries(of).map(([name, parameter]) => {
    if (typeof parameter === 'number') return [`\`${name}\``, number(parameter), '', ''];
    const { value, min, max, whole, describe } = parameter;
    const shown = typeof value === 'number' ? [value] : value;
    const start = shown.slice(0, 8).map(number).join(', ') + (shown.length > 8 ? ` … (${shown.length})` : '');
    const list = typeof value === 'number' ? '' : 'each ';
    return [`\`${name}\``, start, `${list}${whole ? 'whole ' : ''}[${number(min)}, ${number(max)}]`, describe];
  });
  return rows.length === 0 ? 'It has no parameters.' : table(['parameter', 'value', 'range', 'what it is'], rows);
}

function keysOf(analyses: readonly Analysis[]): string {
  const rows = analyses.flatMap(({ keys }) => Object.entries(keys).map(([key, what]) => [`\`${key}\``, what]));
  return rows.length === 0 ? '' : `\n\n${table(['key of `analysis`', 'what it says'], rows)}`;
}

function chapter([id, raw]: [string, unknown]): string {
  const checked = check(raw);
  if ('faults' in checked) throw new Error(`${id}: ${checked.faults.map(faultSentence).join('; ')}`);
  const scenario = checked.value;
  const analyses = scenario.analyses.map(({ name }) => findAnalysis(name)!);
  const sources = [...new Set(analyses.flatMap(({ cites }) => cites))];
  return [
    `## \`${id}\`: ${scenario.title}`,
    scenario.summary,
    scenario.view ? `*What to look for:* ${scenario.view.look.join(' ')}` : '',
    parameters(scenario.parameters) + keysOf(analyses),
    scenario.caveats.length > 0 ? scenario.caveats.map((caveat) => `- ${caveat}`).join('\n') : '',
    sources.length > 0 ? `*Sources:* ${sources.join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

const YARDSTICK = `## A benchmark for any run

How good is the coalition structure of a run, compared with the best one of the same actors? Any scenario of up to 15 actors can compute
this, historical ones too:

\`\`\`sh
npx foedus run europe-1879-1914 --seed 2 --set 'analyses=[{"name":"best-structure"}]' --json
\`\`\`

[model.md](model.md#observation) defines the value of a coalition, and what it leaves out.`;

export const classicsDocument = (): string =>
  `${[INTRODUCTION, ...Object.entries(classics).map(chapter), YARDSTICK + keysOf([findAnalysis('best-structure')!])].join('\n\n')}\n`;

if (process.argv[1]?.endsWith('classics.js')) writeFileSync(CLASSICS_DOCUMENT, classicsDocument());
