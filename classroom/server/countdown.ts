/** A clock that runs down, can be stopped and be given more time. */
export interface Countdown {
  /** Undefined where nothing runs out. */
  leftMs(): number | undefined;
  start(ms: number | undefined): void;
  pause(): void;
  resume(): void;
  extend(ms: number): void;
  stop(): void;
}

/** The longest delay that a timer takes. */
const LONGEST = 2 ** 31 - 1;

export function countdown(over: () => void): Countdown {
  let left: number | undefined;
  let startedAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const now = (): number => performance.now();
  const leftMs = (): number | undefined =>
    left === undefined ? undefined : Math.max(0, startedAt === undefined ? left : left - (now() - startedAt));

  function run(): void {
    clearTimeout(timer);
    const ms = leftMs();
    if (ms === undefined || startedAt === undefined) return;
    timer = setTimeout(
      () => {
        if (leftMs()! > 1) {
          run();
          return;
        }
        left = startedAt = undefined;
        over();
      },
      Math.min(LONGEST, ms),
    );
  }

  return {
    leftMs,
    start(ms) {
      left = ms;
      startedAt = now();
      run();
    },
    pause() {
      left = leftMs();
      startedAt = undefined;
      clearTimeout(timer);
    },
    resume() {
      if (left === undefined || startedAt !== undefined) return;
      startedAt = now();
      run();
    },
    extend(ms) {
      if (left === undefined) return;
      left += ms;
      run();
    },
    stop() {
      left = startedAt = undefined;
      clearTimeout(timer);
    },
  };
}
