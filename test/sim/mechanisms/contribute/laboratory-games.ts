import { analysisNumber } from '../../../../bench/validate/published/row.ts';
import { checkPlaced, faultSentence } from '../../../../sim/check/check.ts';
import type { Model } from '../../../../sim/model/model.ts';

export interface Found {
  contributions: number[];
  shares: number[];
  points: number[];
  earnings: number[];
  meanEarnings: number;
  firstShare: number;
  lastShare: number;
  types: string[];
}
export type Settings = Record<string, number>;
export const PLAIN = 'classics/laboratory';
export const PUNISHED = 'classics/laboratory-punishment';
export const ask = (id: string, settings: Settings = {}, seed = '1'): Found =>
  analysisNumber(id, settings, seed) as unknown as Found;

/** What a person decides. */
export function placed(model: Model, list: unknown[]) {
  const checked = checkPlaced(list, model.scenario);
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
  return checked.value;
}
export const orders = (...rates: [string, number][]): unknown[] =>
  rates.map(([actor, rate]) => ({
    kind: 'decide',
    tick: 0,
    actor,
    choice: { act: 'contribute', rate, ticks: 1 },
  }));

export const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
