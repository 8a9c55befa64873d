import { cancelled } from './protocol.ts';

/** Does one task after another. */
export interface Performer<Task, Answer> {
  perform(task: Task): Promise<Answer>;
  /** Resolves when it takes its first task: at once by default. It must resolve once no task is left. */
  joins?: Promise<void>;
}

export interface SharedTasks<Task, Answer> {
  /** Each is taken by whoever is free. */
  tasks: Iterator<Task>;
  performers: readonly Performer<Task, Answer>[];
  keep(answer: Answer, task: Task): void;
  /** Ends what is under way, after an error or the signal. */
  stop(): void;
  signal: AbortSignal | undefined;
}

/**
 * Shares tasks among those who do them. The first error ends all of them. So does the signal.
 * @throws {Error} that first error; one that isCancelled recognises, once the signal is given; what `keep` throws.
 */
export async function shareTasks<Task, Answer>({
  tasks,
  performers,
  keep,
  stop,
  signal,
}: SharedTasks<Task, Answer>): Promise<void> {
  if (signal?.aborted) throw cancelled();
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    stop();
  };
  const work = async ({ perform, joins }: Performer<Task, Answer>): Promise<void> => {
    if (joins) await joins;
    while (!isOver) {
      const next = tasks.next();
      if (next.done) return;
      const answer = await perform(next.value);
      if (!isOver) keep(answer, next.value);
    }
  };
  signal?.addEventListener('abort', end, { once: true });
  try {
    await Promise.all(performers.map(work));
    if (signal?.aborted) throw cancelled();
  } catch (error) {
    end();
    throw signal?.aborted ? cancelled() : error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
}
