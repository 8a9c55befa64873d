import { parentPort } from 'node:worker_threads';

/** What a thread says of jobs that go on without it. */
export interface QueuedJobs {
  queuedJobs: readonly string[];
}

/** Is called when jobs have been submitted, so that whoever is interrupted can say which. */
export function announceJobs(jobs: Iterable<string>): void {
  const news: QueuedJobs = { queuedJobs: [...jobs] };
  parentPort?.postMessage(news);
}
