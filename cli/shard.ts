import { originOf } from '../sim/experiment/sweep/hashed-plan.ts';
import { runSweepHere } from '../workers/node-sweep.ts';
import { TRY_AGAIN } from './ending.ts';
import { isPassing, throwInputError } from './input-error.ts';
import { hasFailedRuns, shardFooter } from './shard-file.ts';
import { keepShard } from './sweep.ts';
import { clearFolder, finalShards } from './sweep-folder.ts';
import { readPlan } from './sweep-plans.ts';
import { complain } from './terminal.ts';

export interface ShardOptions {
  plan: string;
  out: string;
  shard?: string;
  first?: string;
  offset?: string;
  retryFailed?: boolean;
}

/** Where engines put the index of a task, in the order in which they are asked. */
const INDICES = [
  'SLURM_ARRAY_TASK_ID',
  'JOB_COMPLETION_INDEX',
  'AWS_BATCH_JOB_ARRAY_INDEX',
  'PBS_ARRAY_INDEX',
  'PBS_ARRAYID',
  'SGE_TASK_ID',
  'LSB_JOBINDEX',
  'HQ_TASK_ID',
];

/**
 * Makes one shard of a plan, whatever engine calls it. One that is there already is left as it is, unless it has runs that
 * failed or took too long and those are asked for.
 * Exit codes are an interface: 0 done, 2 refused for ever, 75 a fault that may pass.
 */
export async function shardCommand(options: ShardOptions): Promise<void> {
  const plan = readPlan(options.plan);
  const shard = shardNumber(options, process.env);
  const { firstShard } = plan.plan.numbering;
  const last = firstShard + plan.plan.shards - 1;
  if (shard < firstShard || shard > last)
    throwInputError(`--shard: the plan has the shards ${firstShard} to ${last}, not ${shard}`);
  try {
    clearFolder(options.out);
    if (finalShards(options.out).includes(shard)) {
      const footer = shardFooter(options.out, originOf(plan, shard));
      if (!options.retryFailed || !hasFailedRuns(footer)) return;
    }
    await runSweepHere(1, {
      plan: plan.plan,
      shards: [shard],
      onShard: (finished) => keepShard(options.out, plan, finished),
    });
  } catch (error) {
    if (!isPassing(error)) throw error;
    complain((error as Error).message);
    process.exitCode = TRY_AGAIN;
  }
}

const WHOLE = /^-?\d{1,15}$/;

/** The shard that is asked for, or that belongs to the index of the engine's task: index − first + offset. */
export function shardNumber(
  { shard, first, offset }: Pick<ShardOptions, 'shard' | 'first' | 'offset'>,
  env: NodeJS.ProcessEnv,
): number {
  if (shard !== undefined) return wholeOf(shard, '--shard');
  const name = INDICES.find((one) => WHOLE.test((env[one] ?? '').trim()));
  if (name === undefined) {
    const strange = INDICES.find((one) => (env[one] ?? '') !== '');
    const why = strange ? ` (${strange} is ${JSON.stringify(env[strange]!.slice(0, 40))})` : '';
    return throwInputError(`--shard: expected a number, or the index of a task in ${INDICES.join(', ')}${why}`);
  }
  return Number(env[name]) - wholeOf(first ?? '0', '--first') + wholeOf(offset ?? '0', '--offset');
}

export function wholeOf(text: string, name: string): number {
  if (WHOLE.test(text)) return Number(text);
  return throwInputError(`${name}: expected a whole number, got ${JSON.stringify(text.slice(0, 40))}`);
}
