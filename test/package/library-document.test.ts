import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { installedPackage, root, run } from './installed.ts';

const { folder, at, compile } = installedPackage();

/** A block of code of the page, and what it is said to print. */
const EXAMPLE = /^```ts\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?/gms;

interface Example {
  heading: string;
  code: string;
  prints: string | undefined;
}

function examplesIn(text: string): Example[] {
  return text.split(/^## /m).flatMap((section) => {
    const heading = section.slice(0, section.indexOf('\n'));
    return [...section.matchAll(EXAMPLE)].map(([, code = '', prints]): Example => ({ heading, code, prints }));
  });
}

const file = join(root, 'docs/library.md');
const page = readFileSync(file, 'utf8');
const updating = process.env.UPDATE_GOLDEN === '1';
const examples = examplesIn(page);
const sources = Object.fromEntries(examples.map(({ code }, k) => [`example-${k}.ts`, code]));

const printouts: string[] = [];
afterAll(() => {
  if (!updating || printouts.length < examples.length) return;
  const next = printouts[Symbol.iterator]();
  const filled = page.replace(
    EXAMPLE,
    (_, code) => `\`\`\`ts\n${code}\`\`\`\n\n\`\`\`text\n${next.next().value}\`\`\`\n`,
  );
  writeFileSync(file, filled);
});

describe('an example of docs/library.md', () => {
  it('compiles, as does every other', () => {
    const typeRoots = [join(root, 'node_modules/@types')];
    expect(
      compile('examples', sources, { typeRoots, types: ['node'], skipLibCheck: true, resolveJsonModule: true }),
    ).toBe('');
  }, 60_000);

  it.each(examples.map(({ heading, prints }, k) => ({ heading, prints, k })))(
    'prints what stands under it: $heading',
    ({ prints, k }) => {
      const printed = run(process.execPath, [at('examples', `example-${k}.js`)], folder);
      printouts[k] = printed;
      if (!updating) expect(printed, 'UPDATE_GOLDEN=1 takes the new print over').toBe(prints);
    },
    60_000,
  );

  it('is there for each thing that the page is about', () => {
    expect(examples.length).toBeGreaterThanOrEqual(8);
  });
});
