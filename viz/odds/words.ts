import type { Bin } from '../../sim/experiment/histogram.ts';
import type { Obstacle } from '../../sim/facts/facts.ts';
import { isKey, numeral, t } from '../i18n/index.ts';
import { threeFigures } from '../run-view/words.ts';

/** What a figure is called; one that the page has no words for keeps its name. */
export function figureName(name: string): string {
  const key = `odds.${name.replace(':', '.')}`;
  return isKey(key) ? t(key) : name.slice(name.indexOf(':') + 1);
}

export const whole = (value: number): string => numeral().format(value);

/** In hundredths, a small share finer: 0.3 % is not never. */
export const percent = (share: number): string =>
  numeral(
    share > 0 && share < 0.0095
      ? { style: 'percent', maximumSignificantDigits: 1 }
      : { style: 'percent', maximumFractionDigits: 0 },
  ).format(share);

export function binName({ from, to }: Pick<Bin, 'from' | 'to'>, isWhole: boolean): string {
  if (isWhole || from === to) return t('odds.binOne', { value: threeFigures((from + to) / 2) });
  return t('odds.binRange', { from: threeFigures(from), to: threeFigures(to) });
}

export function obstacleInWords(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'years':
      return t('odds.whyYears');
    case 'value':
      return t('odds.whyValue');
    case 'figure':
      return t('odds.whyFigure', { figure: obstacle.figure });
  }
}
