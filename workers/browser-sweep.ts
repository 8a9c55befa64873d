import { hostWebWorker } from './host-web-worker.ts';
import { relayWorkers } from './relayed-workers.ts';
import { isSweepNews, type SweepNews, type SweepService } from './sweep-service.ts';
import type { HostedWorker } from './worker-connection.ts';
import { superviseWorker } from './worker-supervisor.ts';

/**
 * The sweeps of this browser, kept and run by a worker that starts with the first call. Where it dies a new one repeats the calls under
 * way, once: a sweep goes on with what is missing. Leaving the page ends it, and its calls fail as cancelled.
 */
export function openBrowserSweeps(heard: (news: SweepNews) => void): SweepService {
  const open = (): HostedWorker => {
    const worker = new Worker(new URL('./browser-sweep-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => {
      if (isSweepNews(data)) heard(data);
    });
    const endOthers = relayWorkers(
      worker,
      () => new Worker(new URL('./browser-sweep-worker.ts', import.meta.url), { type: 'module', name: 'runs' }),
    );
    const hosted = hostWebWorker(worker);
    return {
      ...hosted,
      end() {
        endOthers();
        hosted.end();
      },
    };
  };
  const { ask, clear } = superviseWorker<SweepService>(
    open,
    () => [],
    () => {},
  );
  // A browser may keep a page that was left, to come back to it. It must not go on, nor stand in the way of others that run the same sweep.
  addEventListener('pagehide', clear);
  return new Proxy({} as SweepService, {
    get:
      (_, name) =>
      (...args: readonly unknown[]) =>
        ask((worker) => {
          const call = worker[name as keyof SweepService] as unknown as (...args: readonly unknown[]) => Promise<never>;
          return call(...args);
        }),
  });
}
