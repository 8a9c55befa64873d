// Finds the engines on which sweeps are tested here and, on Debian, installs the missing ones.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installOnDebian } from './debian.mjs';

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

/** Installs the engines that are missing, where it may. @returns {Promise<string[]>} the names of those that are missing all the same */
export async function ensureClusters() {
  await installOnDebian(clusters.filter(({ isHere }) => !isHere()).flatMap(({ packages }) => packages));
  return clusters.filter(({ isHere }) => !isHere()).map(({ name }) => name);
}
