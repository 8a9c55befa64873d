import { isWithoutCalendar } from '../../sim/schema/calendar.ts';
import { t } from '../i18n/index.ts';
import { dateLabel } from '../run-view/time.ts';
import { numberOf, type WindowForm } from './form.ts';

interface Timed {
  kind: string;
  time: { start: number; ticks: number; ticksPerYear: number };
}

/** The clock of a scenario as it was written; undefined where a template works it out. */
function timedOf(scenario: Readonly<Record<string, unknown>>): Timed | undefined {
  const { start, ticks, ticksPerYear } = Object(scenario.time) as Record<string, unknown>;
  const isTimed = typeof start === 'number' && typeof ticks === 'number' && typeof ticksPerYear === 'number';
  return isTimed ? { kind: String(scenario.kind), time: { start, ticks, ticksPerYear } } : undefined;
}

/** Which ticks a window takes, and their dates; empty while its years are no numbers. */
export function windowWords({ from, to }: Pick<WindowForm, 'from' | 'to'>, scenario: Record<string, unknown>): string {
  const timed = timedOf(scenario);
  const [first, last] = [numberOf(from), to.trim() === '' ? undefined : numberOf(to)];
  if (!timed || first === undefined || (to.trim() !== '' && last === undefined)) return '';
  const { start, ticks, ticksPerYear } = timed.time;
  const begin = Math.round(first * ticksPerYear);
  const end = last === undefined ? ticks : Math.min(ticks, Math.round(last * ticksPerYear) - 1);
  if (end < begin) return t('sweep.windowNone');
  const clock = { start, ticksPerYear, rounds: isWithoutCalendar(timed) };
  return t('sweep.windowSays', {
    first: begin,
    last: end,
    begin: dateLabel(clock, begin),
    end: dateLabel(clock, end),
  });
}
