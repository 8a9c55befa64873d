import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addressesIn, faultsOf, homePathIn } from './rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Files not yet added to git count too: a fault is cheapest before the commit.
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root })
  .toString()
  .split('\0')
  .filter((file) => file && existsSync(join(root, file)));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the house', () => {
  const sources = files.filter((file) => /\.[mc]?tsx?$/.test(file));

  it('keeps to its doors and arrows, and its sim pure', () => {
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.flatMap((file) => faultsOf(file, read(file)))).toEqual([]);
  });

  it('names no folder of one computer', () => {
    const named = files.map((file) => [file, homePathIn(read(file))]).filter(([, path]) => path);
    expect(named).toEqual([]);
  });

  it('installs from the registry of whoever installs', () => {
    expect(addressesIn(read('package-lock.json'))).toEqual([]);
  });
});

const faults = (file: string, code: string) => faultsOf(file, code).map(({ rule, what }) => `${rule}: ${what}`);

describe('an arrow', () => {
  it.each([
    ['sim/engine/run.ts', '../../workers/pool.ts'],
    ['sim/engine/run.ts', '../../scenarios/nato.json'],
    ['sim/engine/run.ts', '../../package.json'],
    ['scenarios/index.ts', '../sim/engine/run.ts'],
    ['formats/csv.ts', '../workers/pool.ts'],
    ['workers/pool.ts', '../cli/foedus.ts'],
    ['workers/pool.ts', '../viz/main.tsx'],
    ['classroom/server.ts', '../formats/csv.ts'],
    ['viz/main.tsx', '../cli/foedus.ts'],
    ['viz/main.tsx', '../classroom/server.ts'],
    ['viz/main.tsx', '/cli/foedus.ts'],
    ['cli/foedus.ts', '../viz/main.tsx'],
    ['cli/foedus.ts', '../test/architecture/rules.ts'],
    ['sim/mechanisms/trust/drift.ts', '../../../bench/bench.ts'],
  ])('from %s to %s is refused', (file, target) => {
    const room = file.split('/')[0];
    const path = target.replace(/^[./]+/, '');
    expect(faults(file, `import { a } from '${target}';`)).toEqual([`arrow: ${room} → ${path}`]);
  });

  it.each([
    ['formats/csv.ts', '../sim/history/history.ts'],
    ['workers/pool.ts', '../scenarios/nato.json'],
    ['classroom/server.ts', '../workers/pool.ts'],
    ['viz/main.tsx', '../classroom/protocol.ts'],
    ['viz/main.tsx', './main.css'],
    ['cli/foedus.ts', '../classroom/server.ts'],
    ['cli/foedus.ts', '../package.json'],
    ['bench/bench.ts', '../viz/layout.ts'],
    ['sim/mechanisms/trust/drift.ts', '../../world/world.ts'],
  ])('from %s to %s is allowed', (file, target) => {
    expect(faults(file, `import { a } from '${target}';`)).toEqual([]);
  });

  it.each([
    "import '../cli/a.ts';",
    "import type { A } from '../cli/a.ts';",
    "export * from '../cli/a.ts';",
    "type A = import('../cli/a.ts').A;",
    "const a = await import('../cli/a.ts');",
    "const a = require('../cli/a.ts');",
    "new Worker(new URL('../cli/a.ts', import.meta.url));",
    "import.meta.glob('../cli/a.ts');",
    "import.meta.glob(['../cli/a.ts'], { eager: true });",
    "import a from '../cli/a.ts?worker';",
  ])('is seen in: %s', (code) => {
    expect(faults('workers/pool.ts', code)).toEqual(['arrow: workers → cli/a.ts']);
  });

  it('is not seen in comments and strings', () => {
    const code = "// import '../cli/a.ts'\nconst text = \"import '../cli/a.ts'\"; const power = 'Math.exp(2 ** 3)';";
    expect(faults('sim/engine/run.ts', code)).toEqual([]);
  });

  it('has to be written out in sim', () => {
    expect(faults('sim/engine/run.ts', 'const name = 1; await import(name);')).toHaveLength(1);
  });

  it('carries its ending', () => {
    expect(faults('sim/engine/run.ts', "import { a } from './world';")).toEqual(['extension: ./world']);
  });
});

describe('a package', () => {
  it.each([
    ['sim/engine/run.ts', 'seedrandom'],
    ['sim/exact/random.ts', 'seedrandom'],
    ['sim/engine/run.ts', 'mathjs'],
    ['sim/exact/random.ts', '@stdlib/math-base-special-exp'],
    ['sim/exact/exact-math.ts', 'comlink'],
    ['sim/exact/exact-math.ts', 'node:fs'],
    ['sim/exact/exact-math.ts', 'd3-array'],
    ['sim/check/json.ts', 'jsonc-parser'],
    ['workers/pool.ts', 'zod'],
    ['workers/pool.ts', 'seedrandom'],
    ['cli/foedus.ts', 'comlink'],
    ['workers/pool.ts', 'commander'],
    ['formats/gexf.ts', 'd3-scale'],
    ['workers/pool.ts', 'preact'],
    ['workers/pool.ts', '@preact/signals'],
    ['viz/main.tsx', 'mathjs/number'],
  ])('away from its door is refused: %s, %s', (file, name) => {
    expect(faults(file, `import a from '${name}';`)).toEqual([`door: ${name}`]);
  });

  it.each([
    ['sim/exact/formula.ts', 'mathjs/number'],
    ['sim/exact/design-draws.ts', 'seedrandom/lib/tychei.js'],
    ['sim/exact/exact-math.ts', '@stdlib/math-base-special-exp'],
    ['sim/mechanisms/trust/drift.ts', 'zod'],
    ['sim/check/json-syntax.ts', 'jsonc-parser'],
    ['workers/pool.ts', 'comlink'],
    ['workers/layout.ts', 'd3-force'],
    ['workers/pool.ts', 'node:worker_threads'],
    ['cli/foedus.ts', 'commander'],
    ['viz/map.tsx', 'd3-scale'],
    ['viz/map.tsx', 'preact/hooks'],
    ['test/sim/exact/random.test.ts', 'seedrandom'],
  ])('at its door is allowed: %s, %s', (file, name) => {
    expect(faults(file, `import a from '${name}';`)).toEqual([]);
  });
});

describe('sim', () => {
  it.each([
    ['Math.random()', 'Math.random'],
    ['Math.exp(1)', 'Math.exp'],
    ["Math['pow'](2, 3)", 'Math.pow'],
    ['Math?.hypot(3, 4)', 'Math.hypot'],
    ['const { exp } = Math;', 'Math.?'],
    ['const M = Math;', 'Math.?'],
    ["const f = 'exp'; Math[f](1);", 'Math.?'],
    ['2 ** 3', '**'],
    ['let x = 2; x **= 3;', '**'],
    ['Date.now()', 'Date'],
    ['new Date()', 'Date'],
    ['const Date = 1; Date;', 'Date'],
    ['performance.now()', 'performance'],
    ['console.log(1)', 'console'],
    ["fetch('x')", 'fetch'],
    ['process.env', 'process'],
    ['globalThis.x', 'globalThis'],
    ["new Intl.Collator('en')", 'Intl'],
    ['(0.1).toString(36)', 'toString with a radix'],
    ["(0.1)['toString'](2)", 'toString with a radix'],
    ["'a'.localeCompare('b')", 'localeCompare'],
    ['names.sort((a, b) => a?.localeCompare(b))', 'localeCompare'],
    ['(1).toLocaleString()', 'toLocaleString'],
    ['import.meta.env', 'import.meta'],
  ])('may not say %s', (code, what) => {
    expect(faults('sim/engine/run.ts', code)).toContain(`pure: ${what}`);
  });

  it.each([
    'Math.sqrt(2) + Math.floor(1.5) + Math.PI',
    "Math['abs'](-1)",
    'x.toString()',
    'const performance = 1; performance + 1;',
    'const actor = { performance: 1, process: 2, Date: 3 }; actor.performance + actor.Date;',
    'interface A { Date: number; console(): void }',
  ])('may say %s', (code) => {
    expect(faults('sim/engine/run.ts', code)).toEqual([]);
  });

  it('is the only room bound so', () => {
    expect(faults('viz/main.tsx', 'console.log(Math.random(), new Date(), 2 ** 3)')).toEqual([]);
  });
});

describe('a path of one computer', () => {
  const at = (...parts: string[]) => `see ${['', ...parts].join('/')} there`;

  it.each([
    ['home', 'ann'],
    ['work', 'main'],
    ['Users', 'ann'],
  ])('is seen: %s', (...parts) => {
    expect(homePathIn(at(...parts))).toBe(`/${parts.join('/')}`);
  });

  it.each(['https://example.org/home/page', 'sim/work/x', '../work/x', 'usr/bin'])('is not seen in %s', (text) => {
    expect(homePathIn(text)).toBeUndefined();
  });
});

it('an address in the lock file is seen', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { resolved: 'https://example.org/a.tgz' } } };
  expect(addressesIn(JSON.stringify(lock))).toEqual(['https://example.org/a.tgz']);
});
