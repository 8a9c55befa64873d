import { awsBatchScript } from './aws-batch-script.ts';
import { htcondorScript } from './htcondor-script.ts';
import { kubernetesManifest } from './kubernetes-manifest.ts';
import { lsfScript } from './lsf-script.ts';
import { parallelScript } from './parallel-script.ts';
import { pbsScript } from './pbs-script.ts';
import { sgeScript } from './sge-script.ts';
import type { ShardJobs } from './shard-jobs.ts';
import { slurmScript } from './slurm-script.ts';

/** A program that spreads tasks over machines. */
export interface ClusterEngine {
  /** The lowest index with which an array may begin; `undefined` where the engine leaves no choice. */
  leastFirst?: number;
  /** Whether it takes words of the user. */
  takesWords: boolean;
  /** All that it needs: a script for a shell, or a manifest. */
  print(jobs: ShardJobs): string[];
}

/** Engines by name. */
export const ENGINES: ReadonlyMap<string, ClusterEngine> = new Map<string, ClusterEngine>([
  ['slurm', { leastFirst: 0, takesWords: true, print: slurmScript }],
  ['pbs', { leastFirst: 0, takesWords: true, print: pbsScript }],
  ['sge', { leastFirst: 1, takesWords: true, print: sgeScript }],
  ['lsf', { leastFirst: 1, takesWords: true, print: lsfScript }],
  ['htcondor', { takesWords: true, print: htcondorScript }],
  ['kubernetes', { takesWords: false, print: (jobs) => JSON.stringify(kubernetesManifest(jobs), null, 2).split('\n') }],
  ['aws-batch', { takesWords: false, print: awsBatchScript }],
  ['parallel', { takesWords: true, print: parallelScript }],
]);
