import { classics } from '../../../scenarios/classics/index.ts';
import { check, faultSentence, setPath } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import type { Model } from '../../../sim/model/model.ts';
import { summarise } from '../../../sim/results/summary.ts';
import type { Estimate } from '../statistics.ts';

/** The source of a number; a number that was only recomputed is not called published. */
export type NumberSource = 'exact' | 'published' | 'recomputed' | 'recalled' | 'reconstruction';

/** One number that a classic must reproduce. */
export interface Row {
  classic: string;
  quantity: string;
  /** A number, or a range that contains ours. */
  expected: number | readonly [number, number];
  source: NumberSource;
  /** The paper, or the derivation of the number. */
  from: string;
  /** Ours: a number, within `tolerance` of the expected one, or an estimate whose interval must contain it. */
  ours(): number | Estimate;
  /** Largest allowed difference, as a share of the expected number where that is above 1; 1e-6 by default. */
  tolerance?: number;
}

export const agrees = ({ expected, tolerance = 1e-6 }: Row, ours: number | Estimate): boolean => {
  if (typeof expected !== 'number') {
    const [low, high] = typeof ours === 'number' ? [ours, ours] : [ours.low, ours.high];
    return expected[0] <= low && high <= expected[1];
  }
  if (typeof ours !== 'number') return ours.low <= expected && expected <= ours.high;
  return Math.abs(ours - expected) <= tolerance * Math.max(1, Math.abs(expected));
};

type Settings = Readonly<Record<string, number | readonly number[]>>;

/** The model of a classic with some of its parameters set. */
export function classic(id: string, settings: Settings = {}): Model {
  const input = Object.entries(settings).reduce<unknown>((given, [name, value]) => {
    const changed = setPath(given, `parameters.${name}`, JSON.stringify(value));
    if ('fault' in changed) throw new Error(faultSentence(changed.fault));
    return changed.input;
  }, classics[id]);
  const checked = check(input);
  if ('faults' in checked) throw new Error(`${id}: ${checked.faults.map(faultSentence).join('\n')}`);
  return load(checked.value);
}

/** The answers of the run's analyses. */
export const analysisOf = (history: History): Record<string, unknown> => summarise(history).analysis ?? {};

export const analysisNumber = (id: string, settings?: Settings, seed = '1'): Record<string, unknown> =>
  analysisOf(play(classic(id, settings), seed));
