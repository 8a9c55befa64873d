import { byIndex, byNumber, closedArrays, merging, type ShardJobs, shardCount } from './shard-jobs.ts';
import { shellWords, TRIES } from './shell.ts';
import { inVolume, VOLUME } from './volume.ts';

// AWS Batch: register-job-definition and submit-job. An array has 2 to 10,000 tasks, and begins at 0.

const USUAL = 10_000;

const FILE_SYSTEM = 'FILE_SYSTEM';

const containerOf = (image: string): object => ({
  image,
  resourceRequirements: [
    { type: 'VCPU', value: '1' },
    { type: 'MEMORY', value: '1024' },
  ],
  mountPoints: [{ sourceVolume: 'results', containerPath: VOLUME }],
  volumes: [{ name: 'results', efsVolumeConfiguration: { fileSystemId: FILE_SYSTEM, transitEncryption: 'ENABLED' } }],
});

/** By the exit code of a shard: 0 done, 2 refused for ever, any other may pass. */
const RETRY = {
  attempts: TRIES,
  evaluateOnExit: [
    { onExitCode: '2', action: 'EXIT' },
    { onReason: '*', action: 'RETRY' },
  ],
};

export function awsBatchScript(jobs: ShardJobs): string[] {
  const within = inVolume(jobs);
  const json = (value: object): string => shellWords([JSON.stringify(value)]);
  return [
    '#!/usr/bin/env bash',
    `# AWS Batch: ${shardCount(jobs)} shards of a sweep. To be run where the command aws is logged in.`,
    'set -euo pipefail',
    `: "\${JOB_QUEUE:?the name of a job queue}" "\${${FILE_SYSTEM}:?the id of the EFS file system that holds the folder}"`,
    `container=${json(containerOf(jobs.image))}`,
    'definition=$(aws batch register-job-definition --type container --output text --query jobDefinitionArn \\',
    `  --job-definition-name ${jobs.name} --timeout attemptDurationSeconds=${60 * jobs.minutes} \\`,
    `  --retry-strategy ${json(RETRY)} \\`,
    `  --container-properties "\${container/${FILE_SYSTEM}/"$${FILE_SYSTEM}"}")`,
    ...closedArrays(within, jobs.tasks ?? USUAL).flatMap((array) => {
      const isOne = array.count === 1;
      const command = isOne ? byNumber(within, array.plan, array.offset) : byIndex(within, array, 0);
      return [
        `aws batch submit-job --job-name ${jobs.name}-${array.offset} --job-queue "$JOB_QUEUE" --job-definition "$definition" \\`,
        ...(isOne ? [] : [`  --array-properties size=${array.count} \\`]),
        `  --container-overrides ${json({ command })}`,
      ];
    }),
    '# When all have ended, this merges them, or says which are missing, wherever the file system is mounted:',
    `# ${shellWords(merging({ ...within, merged: '/tmp/merged.parquet' }))}`,
  ];
}
