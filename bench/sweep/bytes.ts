import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { shuffle, stream } from '../../sim/exact/random.ts';
import { foedus, succeed, type Use } from './command.ts';
import { hashOf, specIn, within } from './folders.ts';

// The same sweep, made in several ways: its folder must hold the same bytes.

export interface BytesFindings {
  runs: number;
  /** Of one worker, and of two. */
  one: Use;
  two: Use;
  /** How the sweep was made, and whether its folder holds the same bytes as that of one worker. */
  ways: { way: string; isSame: boolean }[];
}

const KILLS = 5;

export const madeInManyWays = (runs: number): Promise<BytesFindings> =>
  within(async (folder) => {
    const spec = specIn(folder, 'spec', { scenario: 'europe-1879-1914', replicates: runs, runsPerShard: runs / 20 });
    const ways: BytesFindings['ways'] = [];
    const made = (name: string): string => join(folder, name);
    const sweep = (name: string, ...more: string[]): string[] => ['sweep', spec, '--out', made(name), ...more];
    const one = await succeed(sweep('one', '--workers', '1'));
    const expected = hashOf(join(made('one'), 'shards'));
    const judge = (way: string, name: string): void => {
      const isSame = hashOf(join(made(name), 'shards')) === expected;
      process.stderr.write(`${way}: ${isSame ? 'the same bytes' : 'OTHER BYTES'}\n`);
      ways.push({ way, isSame });
    };
    const two = await succeed(sweep('two', '--workers', '2'));
    judge('two workers', 'two');
    await inRandomOrder(join(made('one'), 'plan.json'), made('shuffled'));
    judge('each shard by a process of its own, in random order', 'shuffled');
    await killed(sweep('killed', '--workers', '2'), join(made('killed'), 'plan.json'), two.wall);
    judge(`killed −9 ${KILLS} times and resumed`, 'killed');
    return { runs, one, two, ways };
  });

async function inRandomOrder(plan: string, out: string): Promise<void> {
  mkdirSync(out);
  const order = Array.from({ length: 20 }, (_, k) => k);
  shuffle(order, stream('bench', 'order', 0));
  for (const shard of order) await succeed(['shard', '--plan', plan, '--shard', String(shard), '--out', out]);
}

/** Kills the sweep at moments that a fixed seed draws, and lets it come to its end at last. */
async function killed(args: readonly string[], plan: string, seconds: number): Promise<void> {
  const random = stream('bench', 'kills', 0);
  const toGoOn = (): string[] => [...args, ...(existsSync(plan) ? ['--resume'] : [])];
  for (let kill = 0; kill < KILLS; kill++)
    await foedus(toGoOn(), (end) => setTimeout(end, 1_000 * (0.5 + (random.uniform() * 2 * seconds) / KILLS)));
  await succeed(toGoOn());
}
