import type { IJob } from 'kubernetes-models/batch/v1';
import { byIndex, closedArrays, type ShardJobs } from './shard-jobs.ts';
import { TRIES } from './shell.ts';
import { inVolume, VOLUME } from './volume.ts';

// Kubernetes: Job, batch/v1. Indices begin at 0. Limits for each index are stable since 1.33, and hold for 100,000 indices.
// JSON, which kubectl takes as it takes YAML.

const USUAL = 100_000;

/** Pods at one time, for whoever does not say otherwise. */
const AT_ONCE = 50;

type FailurePolicy = NonNullable<NonNullable<IJob['spec']>['podFailurePolicy']>;

/** By the exit code of a shard: 2 refused for ever, any other may pass. A pod whose machine is taken away does not count. */
const FAILURES: FailurePolicy['rules'] = [
  { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  { action: 'FailIndex', onExitCodes: { containerName: 'shard', operator: 'In', values: [2] } },
];

const jobOf = (within: ShardJobs, { offset, count, ...array }: ReturnType<typeof closedArrays>[number]): IJob => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: `${within.name}-${offset}`, labels: { 'app.kubernetes.io/name': 'foedus' } },
  spec: {
    completionMode: 'Indexed',
    completions: count,
    parallelism: Math.min(count, AT_ONCE),
    backoffLimitPerIndex: TRIES - 1,
    podFailurePolicy: { rules: FAILURES },
    template: {
      spec: {
        restartPolicy: 'Never',
        containers: [
          {
            name: 'shard',
            image: within.image,
            command: byIndex(within, { ...array, offset }, 0),
            resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } },
            volumeMounts: [{ name: 'results', mountPath: VOLUME }],
          },
        ],
        volumes: [{ name: 'results', persistentVolumeClaim: { claimName: 'foedus-results' } }],
      },
    },
  },
});

export function kubernetesManifest(jobs: ShardJobs): { apiVersion: 'v1'; kind: 'List'; items: IJob[] } {
  const within = inVolume(jobs);
  const items = closedArrays(within, jobs.tasks ?? USUAL).map((array) => jobOf(within, array));
  return { apiVersion: 'v1', kind: 'List', items };
}
