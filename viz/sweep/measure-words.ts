import { idOfFact, isFact } from '../../sim/experiment/sweep/run-values.ts';
import type { NamesById } from '../i18n/names-of.ts';
import { valueText } from '../run-view/curves.ts';
import { metricName } from '../run-view/figure-names.ts';
import { percent, threeFigures } from '../run-view/words.ts';
import type { Level, VariedAxis } from './levels.ts';

/** What a measure is called: a fact by its name, a metric by what it counts, anything else as it was written. */
export function measureName(name: string, facts: NamesById): string {
  if (isFact(name)) return facts[idOfFact(name)] ?? idOfFact(name);
  return /^[A-Za-z]+$/.test(name) ? metricName(name) : name;
}

/** A mean of a measure; of a fact the share of runs in which it happened. */
export const measureText = (name: string, value: number): string =>
  isFact(name) ? percent(value) : valueText(name, value);

/** A level as the edge of a chart has room for: "0.2", "0.1–0.2". */
export function levelText({ from, to, text }: Level, { isBinned }: Pick<VariedAxis, 'isBinned'>): string {
  if (text !== undefined) return text;
  return isBinned ? `${threeFigures(from)}–${threeFigures(to)}` : threeFigures(from);
}
