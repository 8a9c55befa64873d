import { type Endpoint, type Remote, wrap } from 'comlink';
import type { ExposedSession } from './expose-session.ts';
import type { ProgressNews } from './protocol.ts';

/** A worker as its host sees it. */
export interface HostedWorker {
  endpoint: Endpoint;
  /** Called when the worker fails to load, throws an uncaught error, runs out of memory or exits. */
  onDeath(notify: (why: string) => void): void;
  onNews(notify: (news: ProgressNews) => void): void;
  end(): void;
}

/** A call of what a worker exposes. */
export type Ask<T, Exposed = ExposedSession> = (worker: Remote<Exposed>) => Promise<T>;

export interface WorkerConnection<Exposed> {
  /** Resolves once the worker has said anything: before that it is being loaded, not deaf. */
  loaded: Promise<void>;
  ask<T>(question: Ask<T, Exposed>): Promise<T>;
  /** Ends the worker; all pending calls are rejected with `why`. */
  leave(why: Error): void;
}

const deaths = new WeakSet<Error>();
/** Whether the worker died; an error that it sent back is an answer instead. */
export const isWorkerDeath = (error: unknown): boolean => error instanceof Error && deaths.has(error);

/** Comlink never settles a call to a dead worker, so every call here is raced against the worker's death. */
export function connectWorker<Exposed>(
  hosted: HostedWorker,
  onNews: (news: ProgressNews) => void,
  onDeath: () => void,
): WorkerConnection<Exposed> {
  const worker = wrap<Exposed>(hosted.endpoint);
  const loaded = new Promise<void>((resolve) => {
    const heard = (): void => {
      hosted.endpoint.removeEventListener('message', heard);
      resolve();
    };
    hosted.endpoint.addEventListener('message', heard);
  });
  const waiting = new Set<(error: Error) => void>();
  let gone: Error | undefined;
  const leave = (why: Error): void => {
    if (gone) return;
    gone = why;
    hosted.end();
    for (const refuse of waiting) refuse(why);
  };
  hosted.onNews(onNews);
  hosted.onDeath((why) => {
    if (gone) return;
    const error = new Error(`the worker ended: ${why}`);
    deaths.add(error);
    onDeath();
    leave(error);
  });
  return {
    loaded,
    leave,
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone);
        waiting.add(reject);
        question(worker)
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      }),
  };
}
