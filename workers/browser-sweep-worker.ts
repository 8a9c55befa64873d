import { type Endpoint, expose, transfer } from 'comlink';
import { createSweepService } from './create-sweep-service.ts';
import { openIndexedStorage } from './indexed-sweep-storage.ts';
import type { SweepHost } from './kept-sweep.ts';
import { relayedWorkers, whenJoined } from './relayed-workers.ts';
import type { SweepFault } from './sweep-fault.ts';
import type { SweepNews, SweepService } from './sweep-service.ts';
import { memoryStorage, type SweepStorage } from './sweep-storage.ts';
import { askSweepWorker, exposeSweepWorker } from './sweep-worker.ts';

// One file for all workers of the sweeps: one keeps them, and others make the runs. Their name tells them apart.

/** What a worker of the browser has; the types of the page do not know it. */
const here = globalThis as unknown as Endpoint & { name: string };

const post = (news: SweepNews): void => here.postMessage(news);

async function openStorage(): Promise<{ storage: SweepStorage; fault: SweepFault | undefined }> {
  try {
    return { storage: await openIndexedStorage(), fault: undefined };
  } catch (error) {
    const { message } = error as Error;
    return { storage: memoryStorage(Date.now), fault: { kind: 'unkept', sentence: message } };
  }
}

async function open(): Promise<SweepService> {
  // Tabs tell each other when the list changes.
  const others = new BroadcastChannel('foedus-sweeps');
  others.onmessage = () => post({ sweep: undefined });
  const { storage, fault } = await openStorage();
  const openWorker = relayedWorkers(here);
  const alone: SweepHost['alone'] = async (key, work) => {
    // What is kept nowhere is shared with no other tab. Without locks two tabs do the same work, and keep the same bytes.
    if (fault || !navigator.locks) return work().then(() => true);
    return navigator.locks.request(`foedus-sweep ${key}`, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
  };
  return createSweepService({
    storage,
    fault,
    openWorker,
    alone,
    askChecker: askSweepWorker(openWorker),
    askReader: askSweepWorker(openWorker),
    askAnalyst: askSweepWorker(openWorker),
    heard: (key, progress) => post({ sweep: key, progress }),
    now: () => performance.now(),
    date: Date.now,
    listChanged() {
      post({ sweep: undefined });
      others.postMessage(null);
    },
  });
}

function exposeService(): void {
  const opened = open();
  // A call may come before the storage is open.
  const service = new Proxy({} as SweepService, {
    get:
      (_, name) =>
      async (...args: readonly unknown[]) => {
        const call = (await opened)[name as keyof SweepService] as (...args: readonly unknown[]) => Promise<unknown>;
        return moved(await call(...args));
      },
  });
  expose(service, here);
}

/** Columns and files are copies already, so they go over as they are. */
function moved(answer: unknown): unknown {
  const parts = Array.isArray(answer) ? answer : [answer];
  const buffers = parts.flatMap((part) =>
    part instanceof Float64Array || part instanceof Uint8Array ? [part.buffer as ArrayBuffer] : [],
  );
  return buffers.length > 0 ? transfer(answer as object, buffers) : answer;
}

if (here.name === 'runs') whenJoined(here, exposeSweepWorker);
else exposeService();
