import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const folder = new URL('../golden/', import.meta.url);
const updating = process.env.UPDATE_GOLDEN === '1';

/**
 * Holds a value against the committed file of that name, text or JSON. What was deliberate is taken over with
 * `UPDATE_GOLDEN=1 npx vitest run test/sim`, and the diff of the file is what a reviewer reads.
 */
export function golden(name: string, value: unknown): void {
  const text = typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`;
  const file = new URL(name, folder);
  if (updating) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
    return;
  }
  const saved = existsSync(file) ? readFileSync(file, 'utf8') : '';
  // Line by line, so that a failure reads as the diff of the file would.
  expect(lines(text), `test/golden/${name} (UPDATE_GOLDEN=1 takes the new one over)`).toEqual(lines(saved));
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.replace(/\r$/, ''));
