import type { Replay } from '../../sim/results/replay.ts';
import { HUES } from './badges.ts';
import { labelOf } from './figure-names.ts';
import { type ListTicks, listTicksOf } from './list-ticks.ts';

/** One line of a chart, or one kind of bar. */
export interface Trace {
  key: string;
  name: string;
  /** What it is, in a sentence; empty where its name says it. */
  says: string;
  /** Whom it tells of. */
  actor: number | undefined;
  /** 0 … 6, or −1: grey. */
  hue: number;
  /** NaN where there is none. */
  values: readonly number[];
  /** When each value was; undefined for a list that is not one over time. */
  pace: ListTicks | undefined;
}

/** A set of lines on axes of their own. */
export interface Pane {
  title: string;
  traces: readonly Trace[];
}

/** A figure of the analysis, as it came. */
export interface Figure {
  key: string;
  name: string;
  says: string;
  value: unknown;
}

interface Common {
  unit: string;
  look: readonly string[];
  /** All that the analyses found. */
  found: readonly Figure[];
}

export type Chart = Common &
  (
    | { kind: 'lines'; panes: readonly Pane[]; timed: boolean }
    | { kind: 'bars'; rows: readonly string[]; traces: readonly Trace[] }
    | { kind: 'table'; figures: readonly Figure[] }
  );

/** The chart that a run's scenario asks for. What cannot be drawn as it wishes is told as a table. */
export function chartOf(replay: Replay): Chart | undefined {
  const { view, analysis = {}, says } = replay;
  if (!view) return undefined;
  const figureOf = (key: string): Figure => ({ key, name: labelOf(key), says: says[key] ?? '', value: analysis[key] });
  const common = { unit: view.unit, look: view.look, found: Object.keys(analysis).map(figureOf) };
  const figures = view.of.map(figureOf);
  if (view.chart === 'actors') {
    const panes = view.of.map((key) => actorsPane(replay, key)).filter((pane) => pane.traces.length > 0);
    if (panes.length > 0) return { ...common, kind: 'lines', timed: replay.ticks > 1, panes: alike(panes) };
  }
  if (view.chart === 'lines') {
    const traces = coloured(figures.flatMap((figure) => linesOf(figure, replay)));
    const timed = traces.some(({ pace }) => pace) && traces.every(({ values, pace }) => pace || values.length === 1);
    if (traces.length > 0) return { ...common, kind: 'lines', timed, panes: [{ title: '', traces }] };
  }
  if (view.chart === 'bars') {
    const traces = coloured(figures.flatMap(barsOf));
    if (traces.length > 0) return { ...common, kind: 'bars', traces, rows: rowsOf(traces, replay, view.each) };
  }
  return { ...common, kind: 'table', figures };
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isFigures = (value: unknown): value is readonly (number | null)[] =>
  isList(value) && value.length > 0 && value.every((x) => typeof x === 'number' || x === null);
const isFigure = (value: unknown): value is number => typeof value === 'number';
const numbers = (values: readonly unknown[]): number[] => values.map((x) => (typeof x === 'number' ? x : Number.NaN));

/** A list is a line, a list of lists a line an actor (or a place in them), a number a level one. */
function linesOf({ key, name, says, value }: Figure, replay: Replay): Trace[] {
  const bare = { key, name, says, actor: undefined, hue: -1, pace: undefined };
  if (isFigure(value)) return [{ ...bare, values: [value] }];
  if (isFigures(value)) return [{ ...bare, values: numbers(value), pace: listTicksOf(value.length, replay) }];
  if (!isList(value) || value.length === 0 || !value.every(isFigures)) return [];
  const n = replay.actors.length;
  const byTime = value[0]!.length === n || value.length !== n;
  const lines = byTime ? value[0]!.map((_, i) => value.map((row) => row[i] ?? null)) : value;
  return lines.map((line, i) => ({
    ...bare,
    key: `${key}-${i}`,
    name: lines.length === n ? replay.actors[i]!.name : `${name} ${i + 1}`,
    actor: lines.length === n ? i : undefined,
    values: numbers(line),
    pace: listTicksOf(line.length, replay),
  }));
}

function barsOf({ key, name, says, value }: Figure): Trace[] {
  if (!isFigure(value) && !isFigures(value)) return [];
  const values = isFigure(value) ? [value] : numbers(value);
  return [{ key, name, says, values, actor: undefined, hue: -1, pace: undefined }];
}

/** Bars are of what the view says, or of the actors where there are as many; else they are only counted. */
function rowsOf(traces: readonly Trace[], { actors }: Replay, each?: string): string[] {
  const count = Math.max(...traces.map(({ values }) => values.length));
  if (each) return Array.from({ length: count }, (_, k) => `${each} ${k + 1}`);
  if (count === actors.length) return actors.map(({ name }) => name);
  return Array.from({ length: count }, (_, k) => (count > 1 ? String(k + 1) : ''));
}

function actorsPane({ actors, series }: Replay, key: string): Pane {
  const { actors: all, actorNames, samples, stride } = series;
  const k = actorNames.indexOf(key);
  if (k < 0 || samples === 0) return { title: labelOf(key), traces: [] };
  const n = actors.length;
  const at = (s: number, i: number): number => all[(s * actorNames.length + k) * n + i]!;
  // Before the first tick many a figure is still nothing, which would pass for a fall or a rise.
  const blank = samples > 1 && actors.every((_, i) => at(0, i) === 0);
  const first = blank ? 1 : 0;
  const traces = actors.map(({ id, name }, actor) => ({
    key: `${key}-${id}`,
    name,
    says: '',
    actor,
    hue: -1,
    values: Array.from({ length: samples - first }, (_, s) => at(s + first, actor)),
    pace: { first: first * stride, stride },
  }));
  return { title: labelOf(key), traces };
}

/** An actor has one colour in all panes: that of the first. */
function alike(panes: readonly Pane[]): Pane[] {
  const hues = coloured(panes[0]!.traces).map(({ hue }) => hue);
  return panes.map(({ title, traces }) => ({ title, traces: traces.map((trace, i) => ({ ...trace, hue: hues[i]! })) }));
}

/** Mean size of a line. */
const weightOf = ({ values }: Trace): number => values.reduce((sum, x) => sum + Math.abs(x || 0), 0) / values.length;

/** A few take the colours in order; of many the weightiest do, and the others are grey. */
function coloured(traces: readonly Trace[]): Trace[] {
  const order = traces.map((_, k) => k);
  if (traces.length > HUES + 1) order.sort((a, b) => weightOf(traces[b]!) - weightOf(traces[a]!) || a - b);
  const hues = new Array<number>(traces.length).fill(-1);
  order.slice(0, HUES).forEach((k, hue) => {
    hues[k] = hue;
  });
  return traces.map((trace, k) => ({ ...trace, hue: hues[k]! }));
}
