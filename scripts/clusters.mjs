// Finds the engines on which sweeps are tested here, and knows which packages of Debian have the missing ones.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs of Slurm stand where only an administrator looks. */
export const searchPath = [process.env.PATH, '/usr/sbin', '/sbin'].join(delimiter);

/** @param {string} name */
const inPath = (name) => searchPath.split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Another program is called so too. */
const isGnuParallel = () =>
  /GNU parallel/.test(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '');

export const hasSlurm = () => ['slurmctld', 'slurmd', 'sbatch', 'squeue', 'scontrol', 'sinfo'].every(inPath);
export const hasParallel = () => inPath('parallel') && isGnuParallel();

const clusters = [
  { name: 'slurm', isHere: hasSlurm, packages: ['slurmctld', 'slurmd', 'slurm-client'] },
  { name: 'GNU parallel', isHere: hasParallel, packages: ['parallel'] },
];

const missing = () => clusters.filter(({ isHere }) => !isHere());

export const missingClusters = () => missing().map(({ name }) => name);

/** The packages that Debian has of those that are missing. */
export const missingClusterPackages = () => missing().flatMap(({ packages }) => packages);
