import { isProgressNews } from './protocol.ts';
import type { HostedWorker } from './worker-connection.ts';

/** A web worker of this page, or of a worker of it. */
export function hostWebWorker(worker: Worker): HostedWorker {
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
