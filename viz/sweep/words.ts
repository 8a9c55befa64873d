import type { SweepFault } from '../../workers/sweep-service.ts';
import { engineSentence } from '../i18n/engine-sentences.ts';
import { numeral, t } from '../i18n/index.ts';

const rounded = (value: number, digits = 2): string => numeral({ maximumSignificantDigits: digits }).format(value);

/** How long something takes, in one unit: nobody needs the seconds of an hour. */
export function durationText(seconds: number): string {
  if (seconds < 90) return t('sweep.durationSeconds', { count: rounded(Math.max(seconds, 0.1), seconds < 10 ? 1 : 2) });
  if (seconds < 90 * 60) return t('sweep.durationMinutes', { count: rounded(seconds / 60) });
  if (seconds < 48 * 3600) return t('sweep.durationHours', { count: rounded(seconds / 3600) });
  return t('sweep.durationDays', { count: rounded(seconds / 86_400) });
}

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** A size in the unit that leaves it short. */
export function bytesText(bytes: number): string {
  let [size, unit] = [bytes / 1_000, 0];
  while (size >= 1_000 && unit < UNITS.length - 1) {
    size /= 1_000;
    unit++;
  }
  return `${rounded(size, size < 10 ? 2 : 3)} ${UNITS[unit]}`;
}

/** What went wrong, in the language of the page where it has words for it. */
export const sweepFaultText = ({ kind, sentence }: SweepFault): string =>
  kind === 'other' ? engineSentence(sentence).text : t(`sweep.fault.${kind}`);
