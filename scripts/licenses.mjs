// node scripts/licenses.mjs: writes dist/licenses.md, the packages bundled in the command and the library, each license text once.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** @type {Map<string, Set<string>>} text of a license → the packages under it */
const owners = new Map();
for (const folder of ['cli', 'lib']) {
  const file = join(root, 'dist', folder, 'licenses.json');
  if (!existsSync(file)) continue;
  /** @type {{ name: string, version: string, identifier: string | null, text: string | null }[]} */
  const bundled = JSON.parse(readFileSync(file, 'utf8'));
  for (const { name, version, identifier, text } of bundled) {
    const key = (text ?? identifier ?? 'no license').trim();
    owners.set(key, (owners.get(key) ?? new Set()).add(`${name} ${version}`));
  }
}
const sections = [...owners].map(([text, names]) => `${[...names].sort().join(', ')}\n\n${text}\n`);
writeFileSync(join(root, 'dist/licenses.md'), `# What is bundled, and its licenses\n\n${sections.join('\n---\n\n')}`);
for (const folder of ['cli', 'lib']) rmSync(join(root, 'dist', folder, 'licenses.json'), { force: true });
