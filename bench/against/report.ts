import { median } from 'd3-array';
import { ENGINE } from '../../sim/engine/version.ts';
import type { Estimate } from '../validate/statistics.ts';
import { LIMIT, medianRatio, slownessOf, type Verdict } from './median-ratio.ts';
import type { PairedMeasure } from './pairs.ts';

export interface Compared {
  name: string;
  /** Medians of the measurements, formatted. */
  now: string;
  former: string;
  ratio: Estimate;
  /** Whether the value was counted, so that its interval is its ratio. */
  isExact: boolean;
  verdict: Verdict;
}

const milliseconds = (value: number): string => `${value.toPrecision(value < 1000 ? 3 : 4)} ms`;
const bytes = (value: number): string => `${value.toLocaleString('en')} B`;

export function compared(measure: PairedMeasure): Compared {
  const { name } = measure;
  if ('bytes' in measure) {
    const { now, former } = measure.bytes;
    const value = now / former;
    const ratio = { value, low: value, high: value };
    return { name, now: bytes(now), former: bytes(former), ratio, isExact: true, verdict: slownessOf(ratio) };
  }
  const pairs = measure.rounds.flat();
  const ratio = medianRatio(measure.rounds);
  return {
    name,
    now: milliseconds(median(pairs, ({ now }) => now)!),
    former: milliseconds(median(pairs, ({ former }) => former)!),
    ratio,
    isExact: false,
    verdict: slownessOf(ratio),
  };
}

export const isSlower = (rows: readonly Compared[]): boolean => rows.some(({ verdict }) => verdict === 'slower');

/** What was measured, by which command, on which machine, against which commit. */
export interface Setting {
  what: string;
  command: string;
  machine: string;
  commit: string;
  /** Names of the tasks in which the two builds behaved differently, so that their times are hardly comparable. */
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

function row({ name, now, former, ratio: { value, low, high }, isExact, verdict }: Compared): string {
  const interval = isExact ? 'exact' : `${low.toFixed(3)}–${high.toFixed(3)}`;
  const said: Record<Verdict, string> = {
    slower: isExact ? '**heavier**' : '**slower**',
    unsure: 'unsure',
    faster: isExact ? 'lighter' : 'faster',
    alike: '',
  };
  return `| ${name} | ${now} | ${former} | ${value.toFixed(3)} | ${interval} | ${said[verdict]} |`;
}

function conclusion(rows: readonly Compared[]): string {
  const named = (wanted: Verdict): string =>
    rows.flatMap(({ name, verdict }) => (verdict === wanted ? [name] : [])).join('; ');
  const first = isSlower(rows)
    ? `Slower, the interval of the median ratio above ${LIMIT}: ${named('slower')}.`
    : `Nothing slower: no interval of a median ratio lies above ${LIMIT}.`;
  const unsure = named('unsure');
  return unsure === '' ? first : `${first} Too noisy to rule out more than ${LIMIT}: ${unsure}.`;
}
