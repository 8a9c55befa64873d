import { isProgressNews, type RemoteSession } from './protocol.ts';
import { superviseSession } from './supervised-session.ts';
import type { HostedWorker } from './worker-connection.ts';

export function hostBrowserWorker(): HostedWorker {
  const worker = new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module' });
  return {
    endpoint: worker,
    onDeath(notify) {
      // A worker that cannot be loaded gives an error without a message.
      worker.addEventListener('error', (event) => notify(event.message || 'it could not be loaded'));
      worker.addEventListener('messageerror', () => notify('it sent a message that cannot be read'));
    },
    onNews: (notify) =>
      worker.addEventListener('message', ({ data }) => {
        if (isProgressNews(data)) notify(data);
      }),
    end: () => worker.terminate(),
  };
}

/** A session in a web worker of this page. */
export const openBrowserSession = (): RemoteSession => superviseSession(hostBrowserWorker);
