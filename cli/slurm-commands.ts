import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { isPassing, throwInputError } from './input-error.ts';

// The commands of Slurm fail in passing: the controller is busy, restarted, or out of reach for a while.

/** Milliseconds that a command may take. Those of Slurm give up by themselves earlier. */
const PATIENCE = 180_000;
const MOST_BYTES = 256 * 1024 * 1024;

/** What a command says of what will not pass. Whatever else it says may. */
const LASTING =
  /invalid|unrecognized|not permitted|denied|not available|violates|unable to open|exceeds|too (many|large)|illegal|no such/i;

/** Runs a command once, and gives what it prints. @throws {InputError} one sentence; `isPassing` tells whether it may succeed later. */
const once = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(command, [...args], { timeout: PATIENCE, maxBuffer: MOST_BYTES }, (error, out, err) => {
      if (!error) return resolve(out);
      if (error.code === 'ENOENT')
        return reject(attempt(() => throwInputError(`${command}: it is not installed here`)));
      const said = err.split('\n').find((line) => /error/i.test(line)) ?? err.trim().split('\n').at(-1) ?? '';
      const reason = said.replace(/^\S*: (error: )?/, '').trim() || (error.killed ? 'it does not answer' : 'it failed');
      const refusal = attempt(() => throwInputError(`${command}: ${reason}`));
      reject(Object.assign(refusal, { isPassing: !LASTING.test(said) }));
    });
  });

function attempt(work: () => never): Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
}

/** Seconds between one attempt and the next. */
const PAUSES = [1, 2, 4, 8, 16, 32];

/**
 * Runs a command, and again a few times where it fails in passing.
 * @param happened what came of an attempt that failed, if something did after all: an answer may be lost where the work was done
 * @throws {InputError} one sentence.
 */
async function patiently(
  command: string,
  args: readonly string[],
  happened: () => Promise<string | undefined> = async () => undefined,
): Promise<string> {
  for (const seconds of PAUSES) {
    try {
      return await once(command, args);
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await pause(1_000 * seconds);
    const after = await happened();
    if (after !== undefined) return after;
  }
  return once(command, args);
}

/** Indices of tasks stay below it. */
export async function maxArraySize(): Promise<number> {
  const config = await patiently('scontrol', ['show', 'config']);
  const size = Number(/^MaxArraySize\s*=\s*(\d+)/m.exec(config)?.[1]);
  if (size > 1) return size;
  return throwInputError('scontrol: Slurm takes no arrays here (MaxArraySize)');
}

/** A job, or a task of an array. */
export interface SlurmTask {
  name: string;
  job: string;
  /** Undefined for a job that is no array. */
  index: number | undefined;
  state: string;
  /** Whether it waits or runs. */
  isActive: boolean;
  exitCode: number;
}

const ENDED = new Set(
  'BOOT_FAIL CANCELLED COMPLETED DEADLINE FAILED NODE_FAIL OUT_OF_MEMORY PREEMPTED REVOKED TIMEOUT'.split(' '),
);

/** The user’s jobs whose name begins so: those that wait or run, and, for some minutes, those that ended. */
export async function slurmTasks(prefix: string): Promise<SlurmTask[]> {
  const who = process.getuid === undefined ? [] : [`--user=${process.getuid()}`];
  const fields = '--Format=Name:60,ArrayJobID:24,ArrayTaskID:24,State:24,exit_code:16';
  const listed = await patiently('squeue', ['--noheader', '--array', '--states=all', ...who, fields]);
  return listed.split('\n').flatMap((line): SlurmTask[] => {
    if (!line.startsWith(prefix)) return [];
    const [name = '', job = '', index = '', state = '', code = ''] = line.trim().split(/\s+/);
    return [
      {
        name,
        job,
        index: /^\d+$/.test(index) ? Number(index) : undefined,
        state,
        isActive: !ENDED.has(state),
        exitCode: exitCodeOf(code),
      },
    ];
  });
}

/** Slurm prints `2:0`, and older versions the status as the system gives it: 512. */
function exitCodeOf(code: string): number {
  const [status = '', signal] = code.split(':');
  return signal === undefined ? Number(status) >> 8 : Number(status);
}

/**
 * Submits a script, and gives the number of the job.
 * @param known jobs of that name that were there before
 */
export async function submitToSlurm(
  script: string,
  name: string,
  words: readonly string[],
  known: ReadonlySet<string>,
): Promise<string> {
  const answer = await patiently('sbatch', ['--parsable', ...words, script], async () => {
    const tasks = await slurmTasks(name);
    return tasks.find((task) => task.name === name && task.isActive && !known.has(task.job))?.job;
  });
  const job = /^(\d+)(;|$)/m.exec(answer)?.[1];
  return job ?? throwInputError(`sbatch: expected the number of a job, got ${JSON.stringify(answer.slice(0, 80))}`);
}
