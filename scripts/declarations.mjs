// node scripts/declarations.mjs: writes the types of the library to dist/lib/types, as far as its entry points need them.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, runNode } from './setup.mjs';

const types = join(root, 'dist/lib/types');
const doors = ['sim/index.d.ts', 'formats/index.d.ts'];

rmSync(types, { recursive: true, force: true });
const code = await runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.lib.json']);
if (code !== 0) process.exit(code);

// The compiler keeps the sources' endings in declarations, and writes a declaration for every file that it read.
const kept = new Set(doors.map((door) => join(types, door)));
for (const file of kept) {
  const text = readFileSync(file, 'utf8').replace(
    /((?:from|import) ?\(?['"])(\.[^'"]*)\.ts(?=['"])/g,
    (_, before, path) => {
      kept.add(join(dirname(file), `${path}.d.ts`));
      return `${before}${path}.js`;
    },
  );
  writeFileSync(file, text);
}

/** Deletes all other files and empty folders. @param {string} folder */
function clear(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) clear(path);
    else if (!kept.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
clear(types);
