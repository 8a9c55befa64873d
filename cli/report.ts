import { knownNames } from '../scenarios/known-names.ts';
import type { AllianceRecord } from '../sim/history/chronicle.ts';
import type { History } from '../sim/history/history.ts';
import { distinctNames, titlesOf } from '../sim/results/alliance-names.ts';
import { type Summary, summarise } from '../sim/results/summary.ts';
import { eraOf } from '../sim/schema/calendar.ts';
import type { NoEffect } from '../sim/world/event.ts';
import { table } from './table.ts';

/** The year a date falls in, of a scenario that starts then, with its era where it needs one. */
export function yearText(year: number, start: number): string {
  const whole = Math.floor(year);
  const era = eraOf(whole, start);
  return era ? `${Math.abs(whole)} ${era.toUpperCase()}` : String(whole);
}

const figure = (value: number): string => String(Number(value.toPrecision(4)));

/** One line of it: a long list by its ends. */
function readable(value: unknown): string {
  if (typeof value === 'number') return figure(value);
  if (Array.isArray(value))
    return value.length <= SHORT
      ? value.map(readable).join(', ')
      : `${value
          .slice(0, SHORT / 2)
          .map(readable)
          .join(', ')} … ${value
          .slice(-SHORT / 2)
          .map(readable)
          .join(', ')} (${value.length})`;
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, part]) => `${key} ${readable(part)}`)
        .join(' ')
    : String(value);
}

/** A list of no more is told whole. */
const SHORT = 12;

/** Rows for a person, who reads the first of very many. */
const told = (rows: readonly string[][]): string[] =>
  rows.length <= MOST_ROWS ? table(rows) : [...table(rows.slice(0, SHORT)), `and ${rows.length - SHORT} more`];
const MOST_ROWS = 40;

const NO_EFFECT: Record<NoEffect, string> = {
  'no-number': 'its formula gives no number, as when it divides by zero',
  same: 'it already is as asked',
  limit: 'it is already at its limit',
  'no-target': 'no treaty that it names is in force',
};

/** The alliances of a run by the names that people use, no two of one time alike. */
function namedAlliances({ model, chronicle: { alliances } }: History): AllianceRecord[] {
  const { scenario, yearOf } = model;
  const names = Object.hasOwn(knownNames, scenario.id) ? knownNames[scenario.id] : undefined;
  const titles = titlesOf(alliances, scenario, yearOf, names);
  const titled = alliances.map((one, k) => ({ ...one, name: titles[k]!.name }));
  const distinct = distinctNames(titled, (tick) => yearText(yearOf(tick), scenario.time.start));
  return titled.map((one, k) => ({ ...one, name: distinct[k]! }));
}

/** A run for a person to read: what it was, who stood with whom and when, and the figures. */
export function runReport(history: History, summary: Summary = summarise(history)): string[] {
  const { model } = history;
  const { title } = model.scenario;
  const year = (tick: number): string => yearText(model.yearOf(tick), model.scenario.time.start);
  const alliances = namedAlliances(history).map(({ id, name, largest, founded, ended }) => [
    `${year(founded)} – ${ended === null ? '' : year(ended)}`,
    name,
    id,
    largest.join(', '),
  ]);
  const metrics = Object.entries(summary.metrics).map(([name, value]) => [name, figure(value)]);
  const found = Object.entries(summary.analysis ?? {}).map(([key, value]) => [key, readable(value)]);
  const idle = history.events.flatMap((event) =>
    'noEffect' in event && event.noEffect
      ? [[year(event.tick), event.kind === 'shock' ? event.name : event.what, NO_EFFECT[event.noEffect]]]
      : [],
  );
  return [
    title,
    `${year(0)} to ${year(Math.max(0, summary.ticks - 1))}, ${summary.ticks} ticks, seed ${summary.seed}, ${summary.events} events`,
    `digest ${summary.digest}`,
    '',
    ...(alliances.length > 0 ? ['Alliances, each with its largest membership', ...table(alliances)] : ['No alliances']),
    ...(idle.length > 0 ? ['', 'Shocks and settings without effect', ...told(idle)] : []),
    ...(found.length > 0 ? ['', 'Results of the analyses', ...table(found)] : []),
    '',
    'Metrics, at the end or over the whole run',
    ...table(metrics),
  ];
}
