import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

// Everything is bundled, so that dist/cli runs on a machine that has Node and nothing else.
const entries = { foedus: 'cli/foedus.ts', 'node-worker': 'workers/node-worker.ts' };
const input = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' } },
  },
});
