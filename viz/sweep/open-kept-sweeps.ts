import { signal } from '@preact/signals';
import { openBrowserSweeps } from '../../workers/browser-sweep.ts';
import type { KeptSweep, SweepDraft, SweepFault, SweepService } from '../../workers/sweep-service.ts';
import type { Library } from '../store/library.ts';
import { createSweepJob, type ProgressSignal } from './create-sweep-job.ts';
import { chooseFolder, filesOfFolder } from './folders.ts';
import type { KeptSweeps, SweepJob } from './sweep-job.ts';

/** The sweeps that this browser keeps. @param library has the scenarios that a sweep may name by their ids. */
export function openKeptSweeps(library: Library): KeptSweeps {
  const list = signal<readonly KeptSweep[]>([]);
  const fault = signal<SweepFault | undefined>(undefined);
  const jobs = new Map<string, { job: SweepJob; progress: ProgressSignal }>();

  const service: SweepService = openBrowserSweeps((news) => {
    if (news.sweep === undefined) void refresh().catch(() => {});
    else {
      const found = jobs.get(news.sweep);
      if (found) found.progress.value = news.progress;
    }
  });

  async function refresh(): Promise<void> {
    const { sweeps, fault: found } = await service.kept();
    list.value = sweeps;
    fault.value = found;
  }

  /** The sweep with the scenario that it names by its id. */
  async function whole(draft: SweepDraft): Promise<SweepDraft> {
    const { scenario } = Object(draft.spec) as { scenario?: unknown };
    if (typeof scenario !== 'string' || Object.hasOwn(draft.files ?? {}, scenario)) return draft;
    const known = await library.scenario(scenario);
    return known === undefined ? draft : { ...draft, spec: { ...(draft.spec as object), scenario: known } };
  }

  async function open(key: string): Promise<SweepJob> {
    const plans = await service.plans(key);
    const found = jobs.get(key);
    const now = await service.progress(key);
    if (found && found.job.plans.length === plans.length) {
      found.progress.value = now;
      return found.job;
    }
    const progress: ProgressSignal = signal(now);
    const job = createSweepJob({ key, plans, progress, service, library });
    jobs.set(key, { job, progress });
    return job;
  }

  return {
    list,
    fault,
    refresh,
    check: async (draft) => service.check(await whole(draft)),
    choices: (scenario) => service.choices(scenario),
    estimate: async (draft) => service.estimate(await whole(draft)),
    create: async (draft) => open(await service.create(await whole(draft))),
    open,
    bring: async (files) => open(await service.bring(files)),
    async bringFolder() {
      const folder = await chooseFolder('read');
      return folder && open(await service.bring(await filesOfFolder(folder)));
    },
    async erase(key) {
      await service.erase(key);
      jobs.delete(key);
    },
  };
}
