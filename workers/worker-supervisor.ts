import { cancelled, type News } from './protocol.ts';
import { type Ask, type Hosted, isDeath, type Seat, takeSeat } from './worker-connection.ts';

export interface Chair {
  /** Takes a worker, if there is none, for a question that is yet to come. */
  prepare(): void;
  /** Asks; if the worker dies of it, asks the next one once more. */
  ask<T>(question: Ask<T>): Promise<T>;
  /** Asks the worker there is; false if it does not answer in time. */
  hears(question: Ask<unknown>): Promise<boolean>;
  /** Ends the worker there is; the next question gets another. */
  clear(): void;
}

/** How long a worker may take to hear that it is to stop before it is replaced, ms. */
const PATIENCE = 1_000;

/** The one seat there is; when its worker is gone, a new one is told the story so far before it takes questions. */
export function chair(open: () => Hosted, story: () => readonly Ask<unknown>[], onNews: (news: News) => void): Chair {
  let seat: Seat | undefined;
  let ready: Promise<Seat> | undefined;
  const empty = (): void => {
    seat = undefined;
    ready = undefined;
  };
  const clear = (): void => {
    const leaving = seat;
    empty();
    leaving?.leave(cancelled());
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

  return {
    prepare: () => void (ready ?? sitDown()),
    async ask(question) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await (await (ready ?? sitDown())).ask(question);
        } catch (error) {
          if (attempt === 2 || !isDeath(error)) throw error;
        }
      }
    },
    hears: async (question) => seat === undefined || inTime(seat.ask(question)),
    clear,
  };
}

/** Whether there is an answer, good or bad, within the patience. */
async function inTime(answer: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  const settled = answer.then(
    () => true,
    () => true,
  );
  const first = await Promise.race([settled, late]);
  clearTimeout(timer);
  return first;
}
