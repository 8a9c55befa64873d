import type { Endpoint } from 'comlink';
import type { HostedWorker } from './worker-connection.ts';

// A worker that needs workers asks its page for them, and is joined to each by a channel. It could start them itself, but in Firefox (153)
// several that a worker starts at once now and then never begin.

type Relay =
  | { relay: 'open'; worker: number; port: MessagePort }
  | { relay: 'end'; worker: number }
  | { relay: 'died'; worker: number; why: string };

/** What a worker is sent first: the channel on which it will be asked. */
interface Joined {
  joined: MessagePort;
}

const isRelay = (data: unknown): data is Relay => typeof data === 'object' && data !== null && 'relay' in data;
const isJoined = (data: unknown): data is Joined => typeof data === 'object' && data !== null && 'joined' in data;

/** In the worker that needs them: starts one more by its page. */
export function relayedWorkers(page: Endpoint): () => HostedWorker {
  const deaths = new Map<number, (why: string) => void>();
  let last = 0;
  page.addEventListener('message', (event) => {
    const { data } = event as MessageEvent;
    if (isRelay(data) && data.relay === 'died') deaths.get(data.worker)?.(data.why);
  });
  return () => {
    const worker = ++last;
    const { port1, port2 } = new MessageChannel();
    page.postMessage({ relay: 'open', worker, port: port2 } satisfies Relay, [port2]);
    return {
      endpoint: port1,
      onDeath(notify) {
        deaths.set(worker, notify);
        port1.addEventListener('messageerror', () => notify('it sent a message that cannot be read'));
      },
      onNews: () => {},
      end() {
        deaths.delete(worker);
        page.postMessage({ relay: 'end', worker } satisfies Relay);
        port1.close();
      },
    };
  };
}

/** In the page: starts and ends workers for a worker that asks for them. @returns a function that ends all of them. */
export function relayWorkers(to: Worker, open: () => Worker): () => void {
  const workers = new Map<number, Worker>();
  to.addEventListener('message', ({ data }) => {
    if (!isRelay(data)) return;
    const { worker } = data;
    if (data.relay === 'end') {
      workers.get(worker)?.terminate();
      workers.delete(worker);
    }
    if (data.relay !== 'open') return;
    const opened = open();
    workers.set(worker, opened);
    // A worker that cannot be loaded gives an error without a message.
    opened.addEventListener('error', (event) => {
      to.postMessage({ relay: 'died', worker, why: event.message || 'it could not be loaded' } satisfies Relay);
    });
    opened.postMessage({ joined: data.port } satisfies Joined, [data.port]);
  });
  return () => {
    for (const worker of workers.values()) worker.terminate();
    workers.clear();
  };
}

/** In a worker that the page started for another one: answers on its channel. */
export function whenJoined(page: Endpoint, answer: (channel: Endpoint) => void): void {
  page.addEventListener('message', (event) => {
    const { data } = event as MessageEvent;
    if (isJoined(data)) answer(data.joined);
  });
}
