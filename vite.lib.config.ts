import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const SETTING = join(import.meta.dirname, 'sim/schema/jitless.ts');

// zod's settings are those of the program that imports the library, for its own schemas too: they stay as it has them.
const settingsStay: Plugin = {
  name: 'settings-stay',
  load: (id) => (id === SETTING ? 'export {};' : null),
};

export default defineConfig({
  publicDir: false,
  plugins: [settingsStay],
  build: {
    outDir: 'dist/lib',
    emptyOutDir: false, // the declarations lie there too
    target: 'es2022',
    minify: false,
    license: { fileName: 'licenses.json' }, // scripts/licenses.mjs makes a text of it
    lib: { entry: { index: 'sim/index.ts', formats: 'formats/index.ts' }, formats: ['es'] },
    rolldownOptions: {
      external: /^zod(\/|$)/, // its types stand in ours, so that whoever imports the library has it too
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        codeSplitting: { groups: [{ name: 'engine', minShareCount: 2 }] },
        topLevelVar: false,
      },
    },
  },
});
