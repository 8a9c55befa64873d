import type { ExposedSession } from './expose-session.ts';
import { cancelled, type ProgressNews } from './protocol.ts';
import {
  type Ask,
  connectWorker,
  type HostedWorker,
  isWorkerDeath,
  type WorkerConnection,
} from './worker-connection.ts';

export interface WorkerSupervisor<Exposed = ExposedSession> {
  /** Starts a worker, if there is none, for a later call. */
  prepare(): void;
  /** Calls the worker; if it dies during the call, repeats the call once with a new one. */
  ask<T>(question: Ask<T, Exposed>): Promise<T>;
  /** Calls the existing worker; false if it does not answer in time. */
  hears(question: Ask<unknown, Exposed>): Promise<boolean>;
  /** Ends the existing worker; the next call gets a new one. */
  clear(): void;
}

/** Time that a worker may take to react to a cancellation before it is replaced, ms. */
const PATIENCE = 1_000;

/** Keeps one connection; after the worker's death a new one replays the earlier calls before it takes new ones. */
export function superviseWorker<Exposed = ExposedSession>(
  open: () => HostedWorker,
  earlier: () => readonly Ask<unknown, Exposed>[],
  onNews: (news: ProgressNews) => void,
): WorkerSupervisor<Exposed> {
  let connection: WorkerConnection<Exposed> | undefined;
  let ready: Promise<WorkerConnection<Exposed>> | undefined;
  const empty = (): void => {
    connection = undefined;
    ready = undefined;
  };
  const clear = (): void => {
    const leaving = connection;
    empty();
    leaving?.leave(cancelled());
  };

  async function connect(): Promise<WorkerConnection<Exposed>> {
    const mine = connectWorker<Exposed>(open(), onNews, () => mine === connection && empty());
    connection = mine;
    for (const step of earlier()) await mine.ask(step);
    return mine;
  }

  function begin(): Promise<WorkerConnection<Exposed>> {
    const attempt = connect();
    attempt.catch(() => ready === attempt && clear());
    return (ready = attempt);
  }

  return {
    prepare: () => void (ready ?? begin()),
    async ask(question) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await (await (ready ?? begin())).ask(question);
        } catch (error) {
          if (attempt === 2 || !isWorkerDeath(error)) throw error;
        }
      }
    },
    hears: async (question) => connection === undefined || hearsInTime(connection, question),
    clear,
  };
}

/** Whether the worker, once it is loaded, answers or ends within PATIENCE. */
async function hearsInTime<Exposed>(
  { loaded, ask }: WorkerConnection<Exposed>,
  question: Ask<unknown, Exposed>,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settled = ask(question).then(
    () => true,
    () => true,
  );
  await Promise.race([loaded, settled]);
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  const first = await Promise.race([settled, late]);
  clearTimeout(timer);
  return first;
}
