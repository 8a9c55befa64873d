import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Call, refuse } from './call.ts';
import { codeOf, type EndingSignal, hearEngines, setEnding, TRY_AGAIN } from './ending.ts';
import { goingOn } from './go-on.ts';
import type { QueuedJobs } from './queued-jobs.ts';
import { complain } from './terminal.ts';
import { keepInMind, removeAllUnderWay, type UnderWay } from './under-way.ts';

/** What the thread is given. */
export interface ThreadData {
  call: Call;
  /** Whether a person looks at standard error, which a thread does not know. */
  isTTY: boolean;
}

/** The built file beside this one. */
const file = './command-worker.js';

/**
 * Does what was asked in a thread. Nothing is computed here, so a signal is heard whatever the thread does. What it prints comes
 * through here, in order.
 */
export function performInThread(call: Call): void {
  const workerData: ThreadData = { call, isTTY: process.stderr.isTTY };
  const worker = new Worker(new URL(file, import.meta.url), { workerData });
  // Without a signal nobody reads what is printed: the thread comes to its end, and to its exit code.
  if (call.command === 'shard') hearEngines();
  setEnding((signal) => void (signal ? end(worker, signal, call) : worker.stdout.resume()));
  worker.on('message', (news: UnderWay | QueuedJobs) => {
    if ('underWay' in news) keepInMind(news.underWay);
    else queuedJobs = news.queuedJobs;
  });
  worker.on('error', (error: NodeJS.ErrnoException) => refuse(sentenceOf(error)));
  worker.on('exit', (code) => {
    process.exitCode ||= code;
  });
}

const sentenceOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'this takes more memory than Node gives (NODE_OPTIONS=--max-old-space-size=8192 gives 8 GB)'
    : message;

/** Milliseconds between two looks at a thread that is to end. */
const PAUSE = 200;
/** Looks in a row, each without this many microseconds of work since the one before, that tell a blocked thread from a slow machine. */
const IDLE_LOOKS = 10;
const LEAST_WORK = 10_000;

let isEnding = false;

/** Ends the thread first, so that nobody writes any more when what is under way is removed. */
async function end(worker: Worker, signal: EndingSignal, call: Call): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  const ended = worker.terminate().then(() => true);
  let before = process.cpuUsage();
  for (let idle = 0; !(await Promise.race([ended, pause(PAUSE, false)])); ) {
    const { user, system } = process.cpuUsage(before);
    idle = user + system < LEAST_WORK ? idle + 1 : 0;
    if (idle === IDLE_LOOKS) endBlocked(signal);
    before = process.cpuUsage();
  }
  // Nobody else clears the line that shows progress.
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const how = howToGoOn(call);
  if (how !== undefined) complain(how);
  process.exit(call.command === 'shard' ? TRY_AGAIN : codeOf(signal));
}

/** Jobs of an engine, which go on by themselves. */
let queuedJobs: readonly string[] = [];

/** What is finished of a sweep is kept. */
function howToGoOn(call: Call): string | undefined {
  if (call.command !== 'sweep' || call.options.out === undefined || call.options.on === 'print') return undefined;
  const queued =
    queuedJobs.length > 0 ? `; these jobs stay in the queue until scancel ends them: ${queuedJobs.join(' ')}` : '';
  return `stopped; finished shards are kept${queued}. To go on: ${goingOn(call.file, call.options)}`;
}

/** An exit would wait for a thread that the file system does not answer, so the signal does what it does to any process. */
function endBlocked(signal: EndingSignal): void {
  removeAllUnderWay();
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
