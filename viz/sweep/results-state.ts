import { effect, signal } from '@preact/signals';
import type { SweepColumn } from '../../sim/experiment/sweep/columns.ts';
import { nameOf } from '../../sim/experiment/sweep/entry-values.ts';
import { measuredColumns } from '../../sim/experiment/sweep/run-values.ts';
import type { AnalysisOfRuns, ColumnValues } from '../../workers/sweep-service.ts';
import type { SweepJob } from './sweep-job.ts';

export type ResultsView = 'heat' | 'lines' | 'table' | 'sensitivity';

/** The pictures follow the runs, but not each of them, ms. */
const REDRAWN_EVERY = 1_000;

/** What is looked at of a sweep, and the columns that it takes. */
export function createResultsState(job: SweepJob) {
  const { plan } = job;
  const measures = measuredColumns(plan);
  const varied = plan.spec.vary.map(nameOf);
  const variants = plan.spec.interventions?.map(({ name }) => name) ?? [];
  const columns = signal<ReadonlyMap<string, ColumnValues>>(new Map());
  const fault = signal('');
  const analysis = signal<AnalysisOfRuns | undefined>(undefined);
  const wanted = new Set<string>(['status', 'point', ...(variants.length > 0 ? ['variant'] : []), ...varied]);
  let isLoading = false;
  /** Runs were made since the columns were asked for. */
  let isStale = false;
  let [seen, loaded] = [-1, Number.NEGATIVE_INFINITY];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Fetches what is missing, and all anew once that is stale: what is asked for meanwhile waits for its turn, and is not lost. */
  async function load(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    for (;;) {
      const before = isStale ? new Map<string, ColumnValues>() : columns.peek();
      const names = [...wanted].filter((name) => !before.has(name));
      if (names.length === 0) break;
      if (isStale) [isStale, seen, loaded] = [false, job.progress.peek().done, performance.now()];
      try {
        const found = await job.columns(names);
        columns.value = new Map([...before, ...names.map((name, k) => [name, found[k]!] as const)]);
        fault.value = '';
      } catch (error) {
        fault.value = error instanceof Error ? error.message : String(error);
        break;
      }
    }
    isLoading = false;
  }

  const refresh = (): void => {
    clearTimeout(timer);
    isStale = true;
    void load();
  };

  const leave = effect(() => {
    const { done, stage } = job.progress.value;
    if (done === seen) return;
    const isOver = stage !== 'running' && stage !== 'stopping';
    const wait = isOver ? 0 : Math.max(0, loaded + REDRAWN_EVERY - performance.now());
    clearTimeout(timer);
    timer = setTimeout(refresh, wait);
  });

  return {
    job,
    measures,
    varied,
    variants,
    columns,
    fault,
    analysis,
    view: signal<ResultsView>(varied.length > 1 ? 'heat' : varied.length === 1 ? 'lines' : 'table'),
    measure: signal<string>(measures[0]?.name ?? ''),
    variant: signal<string>(variants[0] ?? ''),
    across: signal<string>(varied.at(-1) ?? ''),
    up: signal<string>(varied.at(-2) ?? ''),
    /** Of the lines: what each of them is; empty for one line of all. */
    series: signal<string>(''),
    /** Of what else varies, the level that is looked at; without one all are averaged. */
    slices: signal<Readonly<Record<string, number>>>({}),
    /** Has these columns fetched, and fetched anew while runs are made. */
    want(names: readonly string[]): void {
      for (const name of names) if (name !== '') wanted.add(name);
      void load();
    },
    /** Hears of the sweep no more. */
    close(): void {
      clearTimeout(timer);
      leave();
    },
    async analyse(): Promise<void> {
      try {
        analysis.value = await job.analysis();
        fault.value = '';
      } catch (error) {
        fault.value = error instanceof Error ? error.message : String(error);
      }
    },
  };
}

export type ResultsState = ReturnType<typeof createResultsState>;

export const measureColumn = ({ measures }: ResultsState, name: string): SweepColumn | undefined =>
  measures.find((one) => one.name === name);
