import { byNumber, logsOf, merging, type ShardJobs, shardArrays, shardCount } from './shard-jobs.ts';
import { handing, shellWords, TRIES } from './shell.ts';

// HTCondor: condor_submit(1). Every job names its shard, so there are no indices; MAX_JOBS_PER_SUBMISSION is 20,000.

const USUAL = 20_000;

/** `$` begins a macro. */
const plain = (text: string): string => text.replaceAll('$', '$(DOLLAR)');

/** Arguments in the newer of two syntaxes: a word in single quotes, all of them in double ones. */
const argumentsOf = (words: readonly string[]): string => {
  const quoted = words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "''")}'`));
  return plain(quoted.join(' ').replaceAll('"', '""'));
};

const shardWords = (jobs: ShardJobs, plan: string): string[] =>
  byNumber({ ...jobs, command: [] }, plan, '').slice(0, -1);

/** Lists wrap, for whoever reads them. */
const PER_LINE = 20;

function listOf(shards: readonly number[]): string[] {
  const lines = Array.from({ length: Math.ceil(shards.length / PER_LINE) }, (_, k) =>
    shards.slice(k * PER_LINE, (k + 1) * PER_LINE).join(', '),
  );
  return lines.map((line, k) => (k < lines.length - 1 ? `  ${line},` : `  ${line}`));
}

export function htcondorScript(jobs: ShardJobs): string[] {
  const [executable = '', ...words] = jobs.command;
  const logs = plain(logsOf(jobs));
  return [
    '#!/usr/bin/env bash',
    `# HTCondor: ${shardCount(jobs)} shards of a sweep. To be run where condor_submit is, with a file system that all machines share.`,
    'set -euo pipefail',
    `mkdir -p ${shellWords([logsOf(jobs)])}`,
    ...shardArrays(jobs, jobs.tasks ?? USUAL).flatMap(({ plan, shards }) =>
      handing('condor_submit -', [
        'universe = vanilla',
        `executable = ${plain(executable)}`,
        `arguments = "${argumentsOf([...words, ...shardWords(jobs, plan)])} $(shard)"`,
        'transfer_executable = false',
        'should_transfer_files = no',
        `batch_name = ${jobs.name}`,
        'request_cpus = 1',
        'request_memory = 1GB',
        '# Exit codes of a shard: 0 done, 2 refused for ever, any other may pass.',
        `max_retries = ${TRIES - 1}`,
        'retry_until = 2',
        'kill_sig = SIGTERM',
        `output = ${logs}/$(shard).log`,
        `error = ${logs}/$(shard).log`,
        `log = ${logs}/condor.log`,
        ...jobs.words,
        'queue shard in (',
        ...listOf(shards),
        ')',
      ]),
    ),
    '# When all have ended, this merges them, or says which are missing:',
    `# condor_wait ${shellWords([`${logsOf(jobs)}/condor.log`])} && ${shellWords(merging(jobs))}`,
  ];
}
