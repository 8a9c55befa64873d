import { defineConfig } from 'vite';
import { contentPolicy } from './vite.config.ts';

/** Licences stay; notes from one compiler to the next have been read. */
const comments = { legal: true, annotation: false, jsdoc: false };

/** The pages of a class that its instructor and its projector see. They are built apart from the student's, which is to stay light. */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [contentPolicy],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/app',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { input: ['teach.html', 'projector.html'], output: { comments } },
  },
});
