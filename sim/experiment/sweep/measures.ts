import { findAnalysis } from '../../analysis/index.ts';
import { compile } from '../../exact/formula.ts';
import { obstacleTo } from '../../facts/facts.ts';
import type { History } from '../../history/history.ts';
import { MEASURES } from '../../measures/index.ts';
import type { Model } from '../../model/model.ts';
import { analyse, RUN_MEASURES } from '../../results/summary.ts';
import { hint, type ReportFault, shown } from '../../schema/fault.ts';
import type { World } from '../../world/state.ts';
import type { RunFigure } from '../observed-run.ts';
import { reporter } from '../reporters.ts';
import { window } from '../window.ts';
import type { SweepColumn } from './columns.ts';
import type { Measures } from './spec.ts';

// What a sweep reads off a run: metrics and reporters at the end, metrics over windows and every so many ticks, facts, analyses.

/** A figure of a sweep: its column, and a function that begins to read it off a run of a model. */
interface Measured {
  column: SweepColumn;
  open(model: Model): RunFigure;
}

const column = (name: string, meaning: string, unit = ''): SweepColumn => ({
  name,
  type: 'DOUBLE',
  nullable: true,
  unit,
  meaning,
});

const METRIC_NAMES: readonly string[] = MEASURES.map(({ name }) => name);
const metricIndex = (name: string): number => METRIC_NAMES.indexOf(name);

/** Every metric at the end: what a sweep measures that names nothing. */
const EVERYTHING: Measures = {
  end: [...METRIC_NAMES, ...RUN_MEASURES.map(({ name }) => name)],
  windows: [],
  facts: false,
  analyses: [],
};

export const measuresOf = (measure: Measures | undefined): Measures => measure ?? EVERYTHING;

/** All figures of a sweep, in the order of their columns. @param model one of the sweep's models. */
export function figuresOf(measure: Measures | undefined, model: Model): Measured[] {
  const { end, windows, facts, analyses } = measuresOf(measure);
  return [
    ...end.map(atEnd),
    ...windows.map(overWindow),
    ...(facts ? model.scenario.history.facts.map(({ id, statement }) => factNamed(id, statement ?? '')) : []),
    ...analyses.map(analysisNamed),
  ];
}

function atEnd(name: string): Measured {
  const k = metricIndex(name);
  if (k >= 0) {
    const { describe } = MEASURES[k]!;
    return {
      column: column(name, `at the end: ${describe}`),
      open: () => ({ result: (_, world) => world.columns.metrics[k]! }),
    };
  }
  const run = RUN_MEASURES.find((one) => one.name === name);
  if (run) {
    return {
      column: column(name, `of the run: ${run.describe}`),
      open: ({ scenario }) => ({
        result: ({ chronicle, ticks }) => run.of(chronicle, { ticks, ticksPerYear: scenario.time.ticksPerYear }),
      }),
    };
  }
  return { column: column(name, 'a reporter of the run'), open: (model) => reporter(name, model) };
}

type Window = Measures['windows'][number];

const TAKEN: Readonly<Record<Window['take'], () => { add(x: number): void; value(): number }>> = {
  mean: () => {
    let [sum, times] = [0, 0];
    return {
      add(x) {
        sum += x;
        times++;
      },
      value: () => (times > 0 ? sum / times : Number.NaN),
    };
  },
  sum: () => folded(0, (sum, x) => sum + x),
  min: () => folded(Number.NaN, (least, x) => (x < least || Number.isNaN(least) ? x : least)),
  max: () => folded(Number.NaN, (most, x) => (x > most || Number.isNaN(most) ? x : most)),
  first: () => folded(Number.NaN, (first, x) => (Number.isNaN(first) ? x : first)),
  last: () => folded(Number.NaN, (_, x) => x),
};

function folded(start: number, next: (before: number, x: number) => number) {
  let found = start;
  return {
    add(x: number) {
      found = next(found, x);
    },
    value: () => found,
  };
}

function overWindow({ name, of, from, to, take }: Window): Measured {
  const k = metricIndex(of);
  const until = to === undefined ? 'to the end' : `to ${to}`;
  return {
    column: column(name, `${take} of ${of}, years ${from} ${until} of the run`),
    open(model) {
      const [first, last] = window(model, String(from), to === undefined ? undefined : String(to));
      const { add, value } = TAKEN[take]();
      return {
        observe(world) {
          if (world.tick >= first && world.tick < last) add(world.columns.metrics[k]!);
        },
        result: value,
      };
    },
  };
}

function factNamed(id: string, statement: string): Measured {
  return {
    column: column(`fact.${id}`, `1 if it happened, else 0: ${statement}`),
    open(model) {
      const fact = model.scenario.history.facts.find((one) => one.id === id);
      if (!fact || obstacleTo(fact, model) !== undefined) return { result: () => Number.NaN };
      return reporter(`fact:${id}`, model);
    },
  };
}

/** A number within the answer of an analysis: `ties`, `shares[1]`, `payoff.us`. */
function analysisNamed(key: string): Measured {
  const steps = key.match(/[^.[\]]+/g) ?? [];
  return {
    column: column(`analysis.${key}`, 'a number of the scenario’s analyses'),
    open: () => ({
      result(_history, _end, analysis) {
        let here: unknown = analysis();
        for (const step of steps)
          here =
            typeof here === 'object' && here !== null && Object.hasOwn(here, step) ? (here as never)[step] : undefined;
        return typeof here === 'number' ? here : typeof here === 'boolean' ? Number(here) : Number.NaN;
      },
    }),
  };
}

/** The columns of the per-tick series, after `run` and `tick`. */
export const seriesColumns = ({ every }: Measures): SweepColumn[] =>
  (every?.names ?? []).map((name) => column(name, MEASURES[metricIndex(name)]?.describe ?? ''));

/** Reads the metrics of every so many ticks. */
export function seriesOf({ every }: Measures): { ticks: number; of(world: World): number[] } | undefined {
  if (!every) return undefined;
  const at = every.names.map(metricIndex);
  return { ticks: every.ticks, of: ({ columns }) => at.map((k) => columns.metrics[k]!) };
}

/** A condition on the metrics of the world, judged after each tick. */
export function stopOf(stop: string | undefined): ((world: World) => boolean) | undefined {
  if (stop === undefined) return undefined;
  const formula = compile(stop, METRIC_NAMES);
  return ({ columns }) => {
    const value = formula(columns.metrics);
    return value !== 0 && !Number.isNaN(value);
  };
}

/** Reports a condition that cannot be read. */
export const checkStop = (stop: string | undefined, report: ReportFault): void =>
  attempt(() => stopOf(stop), ['stop'], report);

/** Reports what is measured that the model does not have. */
export function checkMeasures(measure: Measures | undefined, model: Model, report: ReportFault): void {
  if (!measure) return;
  const { end, windows, every, analyses } = measure;
  const known = [...METRIC_NAMES, ...RUN_MEASURES.map(({ name }) => name)];
  end.forEach((name, k) => {
    if (known.includes(name)) return;
    const at = ['measure', 'end', k];
    if (!name.includes(':') && name !== 'pairYears' && name !== 'lives' && name !== 'deadlocks')
      report(at, `there is no metric ${shown(name)}${hint(name, known)}`);
    else attempt(() => reporter(name, model), at, report);
  });
  windows.forEach(({ of, from, to }, k) => {
    if (metricIndex(of) < 0)
      report(['measure', 'windows', k, 'of'], `there is no metric of the world ${shown(of)}${hint(of, METRIC_NAMES)}`);
    if (to !== undefined && to <= from)
      report(['measure', 'windows', k, 'to'], `expected a year after ${from}, got ${to}`);
  });
  every?.names.forEach((name, k) => {
    if (metricIndex(name) < 0)
      report(
        ['measure', 'every', 'names', k],
        `there is no metric of the world ${shown(name)}${hint(name, METRIC_NAMES)}`,
      );
  });
  checkAnalyses(analyses, model, report);
}

function checkAnalyses(analyses: readonly string[], { scenario }: Model, report: ReportFault): void {
  const keys = scenario.analyses.flatMap(({ name }) => Object.keys(findAnalysis(name)?.keys ?? {}));
  analyses.forEach((key, k) => {
    const first = key.match(/^[^.[\]]+/)?.[0] ?? '';
    if (!keys.includes(first))
      report(['measure', 'analyses', k], `the scenario's analyses give no ${shown(first)}${hint(first, keys)}`);
  });
}

function attempt(work: () => unknown, at: readonly PropertyKey[], report: ReportFault): void {
  try {
    work();
  } catch (error) {
    report(at, (error as Error).message.replace(/^reporters: /, ''));
  }
}

/** The answers of a run's analyses, made when the first figure asks for them. */
export function lazyAnalysis(history: History): () => Record<string, unknown> | undefined {
  let made: { answers: Record<string, unknown> | undefined } | undefined;
  return () => {
    made ??= { answers: analyse(history) };
    return made.answers;
  };
}
