import type { Replay } from '../sim/replay.ts';
import { cancelled, type News, type OnProgress, type RemoteSession } from './protocol.ts';
import { type Ask, type Hosted, isDeath, type Seat, takeSeat } from './seat.ts';

/** How long a worker may take to hear that it is to stop before it is replaced, ms. */
const PATIENCE = 1_000;

/** A run under way: who watches it, and how far it got. */
interface Watch {
  onProgress: OnProgress | undefined;
  tick: number;
}

/** The one seat there is; when its worker is gone, a new one is told the story so far before it takes questions. */
function chair(open: () => Hosted, story: () => readonly Ask<unknown>[], onNews: (news: News) => void) {
  let seat: Seat | undefined;
  let ready: Promise<Seat> | undefined;
  const empty = (): void => {
    seat = undefined;
    ready = undefined;
  };

  async function seated(): Promise<Seat> {
    const mine = takeSeat(open(), onNews, () => mine === seat && empty());
    seat = mine;
    for (const step of story()) await mine.ask(step);
    return mine;
  }

  function sitDown(): Promise<Seat> {
    const attempt = seated();
    attempt.catch(() => ready === attempt && clear());
    return (ready = attempt);
  }

  /** Asks; if the worker dies of it, asks the next one once more. */
  async function ask<T>(question: Ask<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await (await (ready ?? sitDown())).ask(question);
      } catch (error) {
        if (attempt === 2 || !isDeath(error)) throw error;
      }
    }
  }

  async function hears(question: Ask<unknown>): Promise<boolean> {
    if (!seat) return true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deaf = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, false);
    });
    const heard = seat.ask(question).then(
      () => true,
      () => true,
    );
    const answer = await Promise.race([heard, deaf]);
    clearTimeout(timer);
    return answer;
  }

  const clear = (): void => {
    const leaving = seat;
    empty();
    leaving?.leave(cancelled());
  };
  return { ask, hears, clear };
}

/**
 * A session in a worker that is replaced when it dies: the runs that made its state are made again, then the call that it
 * died of, once. If that kills the next one too, the error is the caller's.
 */
export function attend(open: () => Hosted): RemoteSession {
  let story: Ask<unknown>[] = [];
  let last = 0;
  const watches = new Map<number, Watch>();
  const { ask, hears, clear } = chair(
    open,
    () => story,
    ({ of, progress }) => {
      const watch = watches.get(of);
      // A run that is made again starts from the beginning; who watches it need not know.
      if (!watch || progress.tick <= watch.tick) return;
      watch.tick = progress.tick;
      watch.onProgress?.(progress);
    },
  );

  /** Runs ticks under a number of its own; what made the current run is remembered once it is done. */
  async function make<T>(step: (of: number) => Ask<T>, remember: (again: Ask<T>) => void, onProgress?: OnProgress) {
    const of = ++last;
    watches.set(of, { onProgress, tick: -1 });
    try {
      const made = await ask(step(of));
      remember(step(0));
      return made;
    } finally {
      watches.delete(of);
    }
  }

  return {
    check: (scenario) => ask((worker) => worker.check(scenario)),
    run: (request, onProgress) =>
      make<Replay>(
        (of) => (worker) => worker.run(of, request),
        (again) => (story = [again]),
        onProgress,
      ),
    fork: (tick, interventions, onProgress) =>
      make<Replay>(
        (of) => (worker) => worker.fork(of, tick, interventions),
        (again) => story.push(again),
        onProgress,
      ),
    frame: (tick) => ask((worker) => worker.frame(tick)),
    digests: (request) =>
      make<string[]>(
        () => (worker) => worker.digests(request),
        () => {},
      ),
    summary: () => ask((worker) => worker.summary()),
    runFile: () => ask((worker) => worker.runFile()),
    async cancel() {
      if (watches.size > 0 && !(await hears((worker) => worker.cancel()))) clear();
    },
    close: clear,
  };
}
