import { signal } from '@preact/signals';
import type { AvailableReporters } from '../../sim/experiment/available-reporters.ts';
import { replicate } from '../../sim/experiment/replicate.ts';
import { noResults, type ReplicationResults, rowOf } from '../../sim/experiment/replication-results.ts';
import type { RunJobs } from '../../sim/experiment/run-job.ts';
import { openBrowserPool } from '../../workers/browser-pool.ts';
import type { Pool } from '../../workers/pool.ts';
import { isCancelled } from '../../workers/protocol.ts';
import type { GivenRun } from '../store/run.ts';
import type { Subject } from './subject.ts';

export type StudyStage =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; wanted: number }
  | { kind: 'done'; done: number; milliseconds: number }
  | { kind: 'stopped'; done: number; wanted: number }
  | { kind: 'failed'; why: string };

export const MOST_SEEDS = 100_000;

/** The pictures follow the runs, but not each of them, ms. */
const REDRAWN_EVERY = 250;

/** Many runs of one subject, as far as they are made. */
export function createStudy(subject: Subject) {
  const stage = signal<StudyStage>({ kind: 'idle' });
  const outline = signal<AvailableReporters | undefined>(undefined);
  const sample = signal<ReplicationResults>(noResults([]));
  /** Figures of runs on show whose seeds are none of the sample’s, by seed. */
  const others = signal<ReadonlyMap<string, Float64Array>>(new Map());
  let pool: Pool | undefined;
  let stopper = new AbortController();
  const opened = (): Pool => (pool ??= openBrowserPool());
  const { scenario } = subject.made;
  const survey = (reporters: readonly string[], made = subject.made) => ({
    scenario,
    interventions: made.interventions,
    ticks: made.ticks,
    reporters,
  });

  async function make(wanted: number, signal: AbortSignal): Promise<void> {
    const begun = performance.now();
    const found = (outline.value ??= await opened().availableReporters(scenario));
    if (signal.aborted) return;
    const reporters = [
      ...found.figures,
      ...found.facts.filter(({ obstacle }) => !obstacle).map(({ fact }) => `fact:${fact.id}`),
    ];
    let drawn = begun;
    let latest: () => ReplicationResults = () => noResults(reporters);
    const heard = (soFar: () => ReplicationResults): void => {
      latest = soFar;
      if (performance.now() - drawn < REDRAWN_EVERY) return;
      drawn = performance.now();
      sample.value = soFar();
      stage.value = { kind: 'running', done: sample.value.seeds.length, wanted };
    };
    const runJobs: RunJobs = (jobs, onAnswer) => opened().map(jobs, { signal, ...(onAnswer && { onAnswer }) });
    try {
      sample.value = await replicate(runJobs, survey(reporters), wanted, heard);
      stage.value = { kind: 'done', done: wanted, milliseconds: performance.now() - begun };
    } catch (error) {
      sample.value = latest();
      if (!isCancelled(error)) throw error;
      stage.value = { kind: 'stopped', done: sample.value.seeds.length, wanted };
    }
  }

  return {
    subject,
    stage,
    outline,
    sample,
    async run(wanted: number): Promise<void> {
      stopper = new AbortController();
      stage.value = { kind: 'running', done: 0, wanted };
      await make(wanted, stopper.signal).catch((error) => {
        stage.value = { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
      });
    },
    stop: (): void => stopper.abort(),
    /** The figures of the run on show, in the order of the sample’s names; undefined until they are known. */
    figuresOf: (seed: string): Float64Array | undefined => rowOf(sample.value, seed) ?? others.value.get(seed),
    /** Makes the run of a seed that is none of the sample’s, for its figures. @param made where it has other interventions than they have. */
    async learn(seed: string, made?: GivenRun): Promise<void> {
      const { names } = sample.value;
      if (names.length === 0) return;
      const [row] = await opened().map([{ ...survey(names, made), seeds: [seed] }]);
      others.value = new Map([...others.value, [seed, row!]]);
    },
    close(): void {
      stopper.abort();
      pool?.close();
      pool = undefined;
    },
  };
}

export type Study = ReturnType<typeof createStudy>;

let kept: Study | undefined;

/** The study of a subject: the one there was, if it is of the same, since a person who opens one of its runs comes back to it. */
export function studyOf(subject: Subject): Study {
  if (kept?.subject.key === subject.key) return kept;
  kept?.close();
  kept = createStudy(subject);
  return kept;
}
