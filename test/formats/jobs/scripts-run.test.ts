import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { shardNumber } from '../../../cli/shard.ts';
import { ENGINES } from '../../../formats/jobs/engines.ts';
import type { ShardJobs } from '../../../formats/jobs/shard-jobs.ts';
import { hasParallel } from '../../../scripts/clusters.mjs';
import { jobs, shards } from './jobs.ts';

// The scripts are run with commands that stand for those of the engines, and with one that stands for foedus and notes how it is called.

const INDICES = ['SLURM_ARRAY_TASK_ID', 'AWS_BATCH_JOB_ARRAY_INDEX', 'PBS_ARRAY_INDEX', 'SGE_TASK_ID', 'LSB_JOBINDEX'];

/**
 * Notes its words and its index, one a line, and ends with the next of the exit codes that are wanted. All in one write: several may do it
 * at a time.
 */
const FOEDUS = `#!/bin/bash
call=$(echo CALL; for name in ${INDICES.join(' ')}; do [ -z "\${!name}" ] || echo "$name=\${!name}"; done; printf '%s\\n' "$@")
printf '%s\\n' "$call" >> "$CALLS"
[ -s "$CODES" ] || exit 0
code=$(head -n 1 "$CODES"); sed -i 1d "$CODES"; exit "$code"
`;

const folder = mkdtempSync(join(tmpdir(), 'foedus-jobs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fake = (name: string): string => join(folder, 'bin', name);
mkdirSync(join(folder, 'bin'));
for (const name of ['sbatch', 'qsub', 'bsub', 'condor_submit', 'aws']) {
  copyFileSync(fileURLToPath(new URL('./fixtures/engine.mjs', import.meta.url)), fake(name));
  chmodSync(fake(name), 0o755);
}
for (const [name, text] of [
  ['foedus', FOEDUS],
  ['sleep', '#!/bin/bash\necho SLEEP >> "$CALLS"\n'],
] as const)
  writeFileSync(fake(name), text, { mode: 0o755 });
// Copies of a module need to be told what they are.
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

let runs = 0;

/** What the stand-in for foedus was called with when a script was run. */
function callsOf(engine: string, change: Partial<ShardJobs>, codes: readonly number[] = []) {
  const [calls, wanted] = [join(folder, `calls-${++runs}`), join(folder, `codes-${runs}`)];
  writeFileSync(wanted, codes.map((code) => `${code}\n`).join(''));
  const script = ENGINES.get(engine)!
    .print(jobs({ command: [fake('foedus')], ...change }))
    .join('\n');
  const { status, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: {
      PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
      ...{ CALLS: calls, CODES: wanted, JOB_QUEUE: 'queue', FILE_SYSTEM: 'fs-1' },
    },
  });
  expect({ engine, status, stderr: stderr.replace(/^.*(citation|cite).*$/gim, '').trim() }).toMatchObject({
    status: 0,
  });
  const lines = existsSync(calls) ? readFileSync(calls, 'utf8').split('\n') : [];
  return lines
    .join('\n')
    .split(/^CALL\n/m)
    .slice(1)
    .map((call) => call.trimEnd().split('\n'));
}

/** The shard that a call makes, by the rules of `foedus shard`. */
function shardOf(call: readonly string[]): number {
  const env = Object.fromEntries(
    call.flatMap((word) => (/^[A-Z_]+=/.test(word) ? [word.split('=') as [string, string]] : [])),
  );
  const given = (option: string): string | undefined =>
    call.includes(option) ? call[call.indexOf(option) + 1] : undefined;
  return shardNumber(
    Object.fromEntries(
      (['shard', 'first', 'offset'] as const).flatMap((name) => {
        const value = given(`--${name}`);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    env,
  );
}

const engines = [...ENGINES.keys()].filter((name) => name !== 'kubernetes' && (name !== 'parallel' || hasParallel()));
/** Those whose arrays have no gaps make again what is there, which takes no time. */
const closed = new Set(['pbs', 'sge', 'aws-batch']);
const merges = new Set(['slurm', 'pbs', 'sge', 'lsf', 'parallel']);

describe('the script for an engine', () => {
  it.each(engines)('makes every shard once, then merges: %s', (engine) => {
    const dir = join(folder, `${engine} it's "50 %" $HOME`);
    mkdirSync(dir);
    const plans = [
      { plan: `${dir}/plan.json`, shards: shards(0, 12, 3, 12) },
      { plan: `${dir}/plan-2.json`, shards: [15] },
    ];
    const calls = callsOf(engine, { dir, plans, merged: `${dir}.parquet`, tasks: 5 });
    const made = calls.filter((call) => call.includes('shard'));
    const expected = closed.has(engine) ? shards(0, 11) : shards(0, 11, 3);
    expect(made.map(shardOf).sort((a, b) => a - b)).toEqual([...expected, 15]);
    const seen = engine === 'aws-batch' ? '/results' : dir;
    for (const call of made) {
      const plan = shardOf(call) === 15 ? `${seen}/plan-2.json` : `${seen}/plan.json`;
      expect(call.slice(call.indexOf('shard'), call.indexOf('shard') + 5)).toEqual([
        'shard',
        '--plan',
        plan,
        '--out',
        seen,
      ]);
    }
    const merged = ['sweep', 'merge', dir, '--out', `${dir}.parquet`, '--complete'];
    expect(calls.slice(made.length)).toEqual(merges.has(engine) ? [merged] : []);
  });

  const one = { plans: [{ plan: '/data/sweep/plan.json', shards: [0] }], dir: folder };

  it.each(engines.filter((name) => name === 'pbs' || name === 'parallel'))(
    'tries a shard again while its fault may pass, five times at most: %s',
    (engine) => {
      const tries = (...codes: number[]): number =>
        callsOf(engine, one, codes).filter((call) => call.includes('shard')).length;
      expect(tries(75, 137, 0)).toBe(3);
      expect(tries(75, 75, 75, 75, 75)).toBe(5);
    },
  );

  it.each(engines.filter((name) => name === 'pbs' || name === 'parallel'))(
    'does not try again what is refused: %s',
    (engine) => {
      expect(callsOf(engine, one, [2]).filter((call) => call.includes('shard'))).toHaveLength(1);
    },
  );
});
