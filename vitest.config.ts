import { defineConfig } from 'vitest/config';

const node = {
  name: 'node',
  environment: 'node' as const,
  include: ['test/**/*.test.{ts,tsx}'],
  exclude: ['test/browsers/**'],
  testTimeout: 30_000,
};

// Engines are heavy and the machine may have two cores: one file at a time, generous clocks.
const browsers = {
  name: 'browsers',
  environment: 'node' as const,
  include: ['test/browsers/**/*.test.ts'],
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 180_000,
  teardownTimeout: 30_000,
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
