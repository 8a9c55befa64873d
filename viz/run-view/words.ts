import { numeral, t } from '../i18n/index.ts';

/** What is shown of a long list; the run's file has it whole. */
const SHOWN = 12;

/** What arithmetic left of nothing is nothing: nobody reads a dozen zeros. */
const TRACE = 5e-10;

/** So many significant figures; a dash for what is no number. */
export const significant = (value: number, digits: number): string => {
  if (!Number.isFinite(value)) return '–';
  return minus(numeral({ maximumSignificantDigits: digits }).format(Math.abs(value) < TRACE ? 0 : value));
};

/** Six significant figures: as many as published results are given in. */
export const sixFigures = (value: number): string => significant(value, 6);

/** A value that somebody set, as exactly as it was set. */
export const settingText = (value: unknown): string =>
  typeof value === 'number' ? significant(value, 12) : String(value);

/** Three figures: enough to compare by. */
export const threeFigures = (value: number): string => significant(value, 3);

/** In hundredths, a small share finer: 0.3 % is not never. */
export const percent = (share: number): string =>
  Number.isFinite(share)
    ? numeral(
        share > 0 && share < 0.0095
          ? { style: 'percent', maximumSignificantDigits: 1 }
          : { style: 'percent', maximumFractionDigits: 0 },
      ).format(share)
    : '–';

/** Bargaining leaves quotas that are nothing but dust: beside what is paid, or at all. */
export const isAsked = (effort: number, quota: number): boolean => quota > 1e-12 && quota > 1e-6 * effort;

/** Twice as much and more is said as so many times, and beyond this many nobody counts. */
const MANY = 2;
const COUNTED = 100;

const timesOf = (ratio: number): string =>
  ratio > COUNTED ? t('common.over', { many: String(COUNTED) }) : significant(ratio, 2);

/** "26 %", "3.9×": what is paid as a part, or a multiple, of what is asked. Their unit is nobody's concern. */
export function paidShare(effort: number, quota: number): string {
  if (!isAsked(effort, quota)) return '–';
  return effort / quota < MANY ? percent(effort / quota) : t('common.times', { times: timesOf(effort / quota) });
}

/** The same in a sentence: "26 % of what is asked". */
export function paidWords(effort: number, quota: number): string {
  if (!isAsked(effort, quota)) return t('actor.no-quota');
  const ratio = effort / quota;
  if (ratio < MANY) return t('actor.pays-part', { share: percent(ratio) });
  return t('actor.pays-times', { times: timesOf(ratio) });
}

/** With the sign that is as wide as a plus. */
export const minus = (text: string): string => text.replace(/^-/, '−');

/** With its article, in languages where every treaty has the same one. */
export const nameWithArticle = (name: string): string =>
  t('branch.the', { name, articled: /^the /i.test(name) ? 'yes' : 'no' });

/** So many times as fast, or as much. */
export const times = (factor: number): string => `${numeral().format(factor)}×`;

type NameOf = (id: string) => string;

/** A value of an analysis as people write it; texts that are ids of actors are named. */
export function inWords(value: unknown, nameOf: NameOf = (id) => id): string {
  if (typeof value === 'number') return sixFigures(value);
  if (typeof value === 'string') return nameOf(value) || '–';
  if (typeof value === 'boolean') return t(value ? 'chart.yes' : 'chart.no');
  if (Array.isArray(value)) return listed(value, nameOf);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, own]) => `${key} ${inWords(own, nameOf)}`)
      .join('; ');
  return '–';
}

/** "1, 2, 3"; lists within a list in braces: "{1} {2} {3, 4}". */
function listed(values: readonly unknown[], nameOf: NameOf): string {
  if (values.length === 0) return t('chart.none');
  const nested = values.some((value) => typeof value === 'object' && value !== null);
  const said = values.slice(0, SHOWN).map((value) => {
    if (!nested) return inWords(value, nameOf);
    return `{${Array.isArray(value) && value.length === 0 ? '' : inWords(value, nameOf)}}`;
  });
  const rest = values.length > SHOWN ? t('chart.inAll', { count: sixFigures(values.length) }) : '';
  return said.join(nested ? ' ' : ', ') + rest;
}
