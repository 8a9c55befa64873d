import { ENGINES } from '../formats/jobs/engines.ts';
import { shardCount } from '../formats/jobs/shard-jobs.ts';
import type { HashedPlan } from '../sim/experiment/sweep/hashed-plan.ts';
import { goingOn } from './go-on.ts';
import { throwInputError } from './input-error.ts';
import { wholeNumber } from './options.ts';
import { summaryOf } from './sweep-count.ts';
import { shardJobsOf } from './sweep-jobs.ts';
import { sweepOnSlurm } from './sweep-on-slurm.ts';
import type { SweepOptions } from './sweep-options.ts';
import { print } from './terminal.ts';

const LONGEST_WAIT = 525_600;
const DAY = 1_440;

/** Options of sbatch that would make other jobs of these, or end the command before it knows their numbers. */
const TAKEN = /^(-[aJW]|--(array|job-name|wrap|wait|test-only|parsable|output)(=|$))/;

/** Refuses what does not fit together, before anything is written. @throws {InputError} one sentence. */
export function checkOn(options: SweepOptions): void {
  const { on, engine: name, words = [], first, wait, image } = options;
  if (on === undefined) {
    for (const option of ['engine', 'merge', 'tasks', 'image', 'wait', 'first'] as const)
      if (options[option] !== undefined) throwInputError(`--${option}: goes with --on`);
    return;
  }
  if (on !== 'slurm' && on !== 'print') throwInputError(`--on: expected slurm or print, got ${JSON.stringify(on)}`);
  if (options.dryRun) throwInputError('--dry-run: goes with runs on this machine');
  if (options.workers !== undefined) throwInputError('--workers: goes with runs on this machine');
  if (on === 'slurm') {
    if (name !== undefined) throwInputError('--engine: goes with --on print');
    const taken = words.find((word) => TAKEN.test(word));
    if (taken !== undefined) throwInputError(`${taken}: foedus gives this to sbatch itself`);
  } else if (wait !== undefined) throwInputError('--wait: goes with --on slurm');
  minutesOf(wait ?? '0');
  const engine = engineOf(on, name);
  if (first !== undefined && engine.leastFirst === undefined)
    throwInputError(`--first: ${name} leaves no choice of the first index`);
  if (first !== undefined) wholeNumber('first', first, engine.leastFirst ?? 0, 1_000);
  if (words.length > 0 && !engine.takesWords) throwInputError(`--: ${name} takes no words`);
  if (image !== undefined && name !== 'kubernetes' && name !== 'aws-batch')
    throwInputError('--image: goes with --engine kubernetes and aws-batch');
}

function minutesOf(text: string): number {
  const minutes = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (minutes <= LONGEST_WAIT) return minutes;
  return throwInputError(
    `--wait: expected minutes from 0 to ${LONGEST_WAIT}, got ${JSON.stringify(text.slice(0, 40))}`,
  );
}

function engineOf(on: string, name: string | undefined) {
  const known = [...ENGINES.keys()].join(', ');
  if (on === 'print' && name === undefined) throwInputError(`--engine: expected one of ${known}`);
  return (
    ENGINES.get(on === 'slurm' ? on : name!) ??
    throwInputError(`--engine: expected one of ${known}, got ${JSON.stringify(name)}`)
  );
}

/** Has the shards made by an engine, or prints what it needs. */
export async function sweepOn(
  file: string,
  dir: string,
  work: readonly { plan: HashedPlan; shards: readonly number[] }[],
  options: SweepOptions,
): Promise<void> {
  const minutes = minutesOf(options.wait ?? String(DAY));
  const jobs = await shardJobsOf(dir, work, options);
  if (options.on === 'print') {
    if (shardCount(jobs) === 0)
      throwInputError(`${dir}: no shard is missing${options.retryFailed ? ', and none has runs that failed' : ''}`);
    print(engineOf('print', options.engine).print(jobs));
    return;
  }
  if (!(await sweepOnSlurm(jobs, { minutes, goOn: goingOn(file, options) }))) return;
  const plans = work.map(({ plan }) => plan);
  print([summaryOf(dir, plans), `merged into ${jobs.merged}`]);
}
