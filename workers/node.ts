import { availableParallelism } from 'node:os';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { nodeEndpoint } from './node-endpoint.ts';
import { openPool, type Pool } from './pool.ts';
import { isProgressNews, type RemoteSession } from './protocol.ts';
import { type KeepCalls, openRoomEngines, type RoomEngines } from './room-engines.ts';
import { superviseSession } from './supervised-session.ts';
import type { HostedWorker } from './worker-connection.ts';

/** Node 20 does not read TypeScript: source code uses the built worker, and built code uses the worker file beside it. */
const file = import.meta.url.endsWith('.ts') ? '../dist/cli/node-worker.js' : './node-worker.js';
const builtWorker = new URL(file, import.meta.url);

export function hostNodeWorker(worker: Worker): HostedWorker {
  return {
    endpoint: nodeEndpoint(worker),
    onDeath(notify) {
      worker.on('error', (error) => notify(error instanceof Error ? error.message : String(error)));
      worker.on('messageerror', () => notify('it sent a message that cannot be read'));
      worker.on('exit', (code) => notify(`it ended with code ${code}`));
    },
    onNews: (notify) =>
      worker.on('message', (message) => {
        if (isProgressNews(message)) notify(message);
      }),
    end: () => void worker.terminate(),
  };
}

/** One more worker thread of this process. */
export const openNodeWorker = (): HostedWorker => hostNodeWorker(new Worker(builtWorker));

/** A session in a worker thread of this process. */
export const openNodeSession = (options?: WorkerOptions): RemoteSession =>
  superviseSession(() => hostNodeWorker(new Worker(builtWorker, options)));

/** A pool of worker threads of this process; by default as many as it can run in parallel. */
export const openNodePool = (workers: number = availableParallelism(), options?: WorkerOptions): Pool =>
  openPool(() => hostNodeWorker(new Worker(builtWorker, options)), workers);

/** Engines of rooms in so many threads of this process, which the rooms share. @param worker the file of such a thread, which exposes rooms. */
export const openNodeRooms = (worker: URL, workers: number, keep: KeepCalls): RoomEngines =>
  openRoomEngines(() => hostNodeWorker(new Worker(worker)), workers, keep);
