import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const entries = {
  foedus: 'cli/foedus.ts',
  'classroom-service': 'cli/classroom-service.ts',
  'command-worker': 'cli/command-worker.ts',
  'node-worker': 'workers/node-worker.ts',
  'room-worker': 'classroom/server/room-worker.ts',
};
const input = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));

// A file that starts with #! is a command.
const executable: Plugin = {
  name: 'executable',
  writeBundle({ dir }, bundle) {
    for (const file of Object.values(bundle)) {
      if (dir && file.type === 'chunk' && file.code.startsWith('#!')) chmodSync(join(dir, file.fileName), 0o755);
    }
  },
};

export default defineConfig({
  publicDir: false,
  plugins: [executable],
  ssr: { noExternal: true }, // all bundled: dist/cli runs on a computer that has Node and nothing else
  build: {
    ssr: true,
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    license: { fileName: 'licenses.json' }, // scripts/licenses.mjs makes a text of it
    rolldownOptions: {
      input,
      // Flat, so that code in a shared chunk also finds a worker's file beside itself.
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        topLevelVar: false,
        // Each start reads all of it. Licences stay; what is said to those who read the sources stands in the sources.
        comments: { legal: true, annotation: false, jsdoc: false },
      },
    },
  },
});
