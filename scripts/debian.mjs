// Programs that tests use and that no package of npm has.
import { existsSync, readFileSync } from 'node:fs';
import { run } from './setup.mjs';

function isDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs packages where it may: those of a group together, and a group also where another cannot be had.
 * @param {readonly (readonly string[])[]} groups */
export async function installOnDebian(groups) {
  const wanted = groups.filter(({ length }) => length > 0);
  if (wanted.length === 0 || !isDebianAsRoot()) return;
  process.stderr.write(`Installing ${wanted.flat().join(' ')} (apt-get) …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  // Another apt-get may hold the lock on the package lists, and old lists may do, so only the install decides.
  for (
    let attempt = 0;
    attempt < 5 && (await run('apt-get', [...patient, 'update'], { quiet: true, env }));
    attempt++
  ) {
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
  for (const packages of wanted)
    await run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...packages], { quiet: true, env });
}
