import type { Bin } from '../../sim/experiment/histogram.ts';
import type { Obstacle } from '../../sim/facts/facts.ts';
import { isKey, numeral, t } from '../i18n/index.ts';
import { finerText } from '../run-view/curves.ts';

/** What a figure is called; one that the page has no words for keeps its name. */
export function figureName(name: string): string {
  const key = `odds.${name.replace(':', '.')}`;
  return isKey(key) ? t(key) : name.slice(name.indexOf(':') + 1);
}

export const whole = (value: number): string => numeral().format(value);

/** A value of the figure of that name. */
export const figureValue = (name: string, value: number): string => finerText(name.slice(name.indexOf(':') + 1), value);

export function binName(name: string, { from, to }: Pick<Bin, 'from' | 'to'>, isWhole: boolean): string {
  if (isWhole || from === to) return t('odds.binOne', { value: figureValue(name, (from + to) / 2) });
  return t('odds.binRange', { from: figureValue(name, from), to: figureValue(name, to) });
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
