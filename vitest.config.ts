import { defineConfig } from 'vitest/config';

// Limits end what hangs, and nothing else: no slow or busy machine reaches them.
const MINUTES = 60_000;

const node = {
  name: 'node',
  environment: 'node' as const,
  include: ['test/**/*.test.{ts,tsx}'],
  exclude: ['test/browsers/**'],
  isolate: false,
  // Vitest leaves one processor free by itself: of two, half.
  maxWorkers: '100%',
  testTimeout: 15 * MINUTES,
  hookTimeout: 15 * MINUTES,
  teardownTimeout: 5 * MINUTES,
};

// Engines are heavy and the machine may have two cores: one file at a time (two at a time took a tenth less). A test waits for several
// things in a page, each as long as the patience of test/browsers/page.ts.
const browsers = {
  name: 'browsers',
  environment: 'node' as const,
  include: ['test/browsers/**/*.test.ts'],
  fileParallelism: false,
  testTimeout: 60 * MINUTES,
  hookTimeout: 60 * MINUTES,
  teardownTimeout: 5 * MINUTES,
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      { extends: true, test: node },
      { extends: true, test: browsers },
    ],
  },
});
