import { defineConfig } from 'vite';
import { contentPolicy } from './vite.config.ts';

/** Licences stay; notes from one compiler to the next have been read. */
const comments = { legal: true, annotation: false, jsdoc: false };

/**
 * The student's page of a class. It is built by itself, after the app and into its folder: built together, both would share a file for
 * what both use, and each would load the other's part of it. The app keeps no copy of it for later, for it is nothing without its room.
 */
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
    rolldownOptions: { input: 'play.html', output: { comments } },
  },
});
