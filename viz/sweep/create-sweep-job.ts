import type { Signal } from '@preact/signals';
import type { SweepPlan } from '../../sim/experiment/sweep/plan.ts';
import { isCancelled } from '../../workers/protocol.ts';
import type { SweepProgress, SweepService } from '../../workers/sweep-service.ts';
import { addressWith } from '../share/address.ts';
import type { Library } from '../store/library.ts';
import { chooseFolder, textIn, writeInto } from './folders.ts';
import type { SweepJob } from './sweep-job.ts';

export type ProgressSignal = Signal<SweepProgress>;

interface JobParts {
  key: string;
  plans: readonly SweepPlan[];
  progress: ProgressSignal;
  service: SweepService;
  library: Library;
}

/** One processor stays for the page; a browser that does not say how many there are has two. */
const usualWorkers = (): number => Math.max(1, (navigator.hardwareConcurrency || 2) - 1);

/** A sweep of the service as the screen has it. */
export function createSweepJob({ key, plans, progress, service, library }: JobParts): SweepJob {
  const plan = plans.at(-1)!;
  const total = plans.reduce((sum, { runs }) => sum + runs, 0);
  const failed = (error: unknown): void => {
    if (isCancelled(error)) {
      progress.value = { ...progress.peek(), stage: 'stopped', workers: 0 };
      return;
    }
    const sentence = error instanceof Error ? error.message : String(error);
    progress.value = { ...progress.peek(), stage: 'failed', workers: 0, fault: { kind: 'other', sentence } };
  };
  const file = async (path: string): Promise<Blob> =>
    new Blob([(await service.file(key, path)) as BlobPart], {
      type: path.endsWith('.json') ? 'application/json' : 'application/vnd.apache.parquet',
    });
  return {
    key,
    plan,
    plans,
    progress,
    start(workers = usualWorkers()) {
      const { stage } = progress.peek();
      if (stage === 'running' || stage === 'stopping') return;
      // At once: whoever waits for its end must not take the last one for it.
      progress.value = { ...progress.peek(), stage: 'running', workers, fault: undefined };
      void service.start(key, workers).catch(failed);
    },
    stop: () => service.stop(key),
    rows: (from = 0, to = total) => service.rows(key, from, to),
    columns: (names) => service.columns(key, names),
    series: (run) => service.series(key, run),
    analysis: () => service.analysis(key),
    runOf: (run) => service.runOf(key, run),
    async linkOf(run) {
      const link = await service.linkOf(key, run, await library.scenarios([plan.spec.scenario.id]));
      return addressWith(link);
    },
    files: () => service.files(key),
    file,
    zip: () => service.zip(key),
    async saveFolder() {
      const folder = await chooseFolder('readwrite');
      if (!folder) return false;
      for (const { path } of [...(await service.files(key))].sort((a, b) => rankOf(a.path) - rankOf(b.path))) {
        const content = await file(path);
        if (path.endsWith('.json')) {
          const there = await textIn(folder, path);
          if (there !== undefined && there !== (await content.text()))
            throw new Error(`${folder.name}: the folder is of another plan: ${path} differs`);
        }
        await writeInto(folder, path, content);
      }
      return true;
    },
  };
}

/** Plans come first, since one of another sweep ends it before anything is written; series before the shards that count them. */
const rankOf = (path: string): number => ['plan', 'series/', 'shards/'].findIndex((start) => path.startsWith(start));
