import { median } from 'd3-array';
import { ENGINE } from '../../sim/engine/version.ts';
import type { Estimate } from '../validate/statistics.ts';
import { LIMIT, medianRatio, type Verdict, verdictOf } from './median-ratio.ts';
import type { Measure } from './pairs.ts';

export interface Compared {
  name: string;
  unit: Measure['unit'];
  /** Medians of all that was measured. */
  now: number;
  former: number;
  ratio: Estimate;
  verdict: Verdict;
}

/** Bytes are counted, not measured: where every round has the same ratio the interval is that ratio. */
export const compared = ({ name, unit, rounds }: Measure): Compared => {
  const pairs = rounds.flat();
  const ratio = medianRatio(rounds);
  return {
    name,
    unit,
    now: median(pairs, ({ now }) => now)!,
    former: median(pairs, ({ former }) => former)!,
    ratio,
    verdict: verdictOf(ratio),
  };
};

export const isSlower = (rows: readonly Compared[]): boolean => rows.some(({ verdict }) => verdict === 'slower');

/** What was measured, by which command, on which machine, beside which commit. */
export interface Setting {
  what: string;
  command: string;
  machine: string;
  commit: string;
  /** Names of what the two did differently, so that its times say little. */
  different: readonly string[];
}

export function againstReport(
  { what, command, machine, commit, different }: Setting,
  rows: readonly Compared[],
): string {
  return `# ${what} beside ${commit}

Measured by \`${command}\` with ${ENGINE} on: ${machine}. Both are built by their own scripts and measured in turn, in rounds of fresh
processes or pages. The ratio is now / ${commit}, above 1 where it is slower or heavier now: the median of the rounds' median ratios
of neighbours, with its interval of at least 95 % by order statistics.

| | now | ${commit} | ratio | 95 % | |
|:--|--:|--:|--:|--:|:--|
${rows.map(row).join('\n')}

${conclusion(rows)}${different.length > 0 ? `\n\nNot the same states in the two: ${different.join('; ')}.` : ''}
`;
}

const amount = (value: number, unit: Measure['unit']): string =>
  unit === 'bytes' ? `${value.toLocaleString('en')} B` : `${value.toPrecision(value < 1000 ? 3 : 4)} ms`;

const row = ({ name, unit, now, former, ratio: { value, low, high }, verdict }: Compared): string =>
  `| ${name} | ${amount(now, unit)} | ${amount(former, unit)} | ${value.toFixed(3)} | ${low.toFixed(3)}–${high.toFixed(3)} | ${
    verdict === 'slower' ? '**slower**' : verdict === 'alike' ? '' : verdict
  } |`;

function conclusion(rows: readonly Compared[]): string {
  const named = (wanted: Verdict): string =>
    rows.flatMap(({ name, verdict }) => (verdict === wanted ? [name] : [])).join('; ');
  const first = isSlower(rows)
    ? `Slower, the interval of the median ratio above ${LIMIT}: ${named('slower')}.`
    : `Nothing slower: no interval of a median ratio lies above ${LIMIT}.`;
  const unsure = named('unsure');
  return unsure === '' ? first : `${first} Too noisy to rule out more than ${LIMIT}: ${unsure}.`;
}
