import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ENGINE } from '../../../sim/engine/version.ts';

it('the engine is named after the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  expect(ENGINE).toBe(`foedus/${version}`);
});
