import { describe, expect, it } from 'vitest';
import { isCancelled } from '../../workers/protocol.ts';
import { type Performer, shareTasks } from '../../workers/share-tasks.ts';

/** Shares the tasks 0 to 9. @returns who did which, and how often everything was stopped. */
async function share(performers: readonly Performer<number, string>[], signal?: AbortSignal) {
  const kept: [number, string][] = [];
  let stops = 0;
  const outcome = await shareTasks<number, string>({
    tasks: Array.from({ length: 10 }, (_, k) => k).values(),
    performers,
    keep: (answer, task) => void kept.push([task, answer]),
    stop: () => void stops++,
    signal,
  }).then(
    () => undefined,
    (error: Error) => error,
  );
  return { kept, stops, outcome };
}

const named = (name: string): Performer<number, string> => ({ perform: async () => name });

describe('shared tasks', () => {
  it('are each done once, by whoever is free', async () => {
    const { kept, stops, outcome } = await share([named('a'), named('b')]);
    expect(kept.map(([task]) => task).sort((x, y) => x - y)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(kept.map(([, who]) => who))).toEqual(new Set(['a', 'b']));
    expect([stops, outcome]).toEqual([0, undefined]);
  });

  it('leave none to one that joins too late', async () => {
    let join = (): void => {};
    const joins = new Promise<void>((resolve) => {
      join = resolve;
    });
    const early: Performer<number, string> = {
      async perform(task) {
        if (task === 9) join();
        return 'early';
      },
    };
    const { kept } = await share([early, { ...named('late'), joins }]);
    expect(kept).toEqual(Array.from({ length: 10 }, (_, task) => [task, 'early']));
  });

  it('end with the first error, and keep nothing after it', async () => {
    const frail: Performer<number, string> = {
      async perform(task) {
        if (task === 4) throw new Error('four');
        return 'frail';
      },
    };
    const { kept, stops, outcome } = await share([frail]);
    expect(kept.map(([task]) => task)).toEqual([0, 1, 2, 3]);
    expect([stops, outcome?.message]).toEqual([1, 'four']);
  });

  it('end with the signal, whatever an answer under way comes to', async () => {
    const stopper = new AbortController();
    const slow: Performer<number, string> = {
      async perform(task) {
        if (task === 2) stopper.abort();
        return 'slow';
      },
    };
    const { kept, stops, outcome } = await share([slow], stopper.signal);
    expect(kept.map(([task]) => task)).toEqual([0, 1]);
    expect([stops, isCancelled(outcome)]).toEqual([1, true]);
  });

  it('are not begun after the signal', async () => {
    const { kept, outcome } = await share([named('a')], AbortSignal.abort());
    expect([kept, isCancelled(outcome)]).toEqual([[], true]);
  });
});
