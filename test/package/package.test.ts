import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { accepted, check, finalDigest, load, play } from '../../sim/index.ts';
import { bytesUnder, installedPackage, root, run } from './installed.ts';

const { folder, tarball, at, node, compile } = installedPackage();

const MEGABYTE = 1024 * 1024;
const europe = 'europe-1879-1914';

describe('the package', () => {
  it('brings zod along and nothing else', () => {
    const { packages } = JSON.parse(readFileSync(at('node_modules/.package-lock.json'), 'utf8'));
    expect(Object.keys(packages).sort()).toEqual(['node_modules/foedus', 'node_modules/zod']);
    expect(bytesUnder(tarball)).toBeLessThan(1.5 * MEGABYTE);
    expect(bytesUnder(at('node_modules/foedus'))).toBeLessThan(6.5 * MEGABYTE);
    expect(bytesUnder(at('node_modules'))).toBeLessThan(16 * MEGABYTE);
  });

  it('holds what is imported and what is run, no sources and no page', () => {
    const inside = (path = ''): string[] => readdirSync(at('node_modules/foedus', path));
    expect(inside('dist').sort()).toEqual(['cli', 'lib', 'licenses.md']);
    const files = readdirSync(at('node_modules/foedus'), { recursive: true }).map(String);
    expect(files.filter((file) => /\.[mc]?tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.d.ts')).every((file) => file.startsWith(join('dist', 'lib')))).toBe(
      true,
    );
    expect(readFileSync(at('node_modules/foedus/dist/licenses.md'), 'utf8')).toMatch(
      /\bmathjs .*\n\n[\s\S]*Apache License/,
    );
    expect(inside('scenarios')).toContain('schema.json');
    expect(existsSync(at('node_modules/foedus/LICENSE'))).toBe(true);
  });

  it('runs a scenario in Node to the digest of the sources, and writes it down', () => {
    const code = `import { accepted, check, finalDigest, load, play } from 'foedus';
      import { FORMATS, readParquet, worldTable, writeParquet } from 'foedus/formats';
      import scenario from 'foedus/scenarios/${europe}.json' with { type: 'json' };
      const history = play(load(accepted(check(scenario))), '7');
      const { rows } = await readParquet(writeParquet(worldTable(history)));
      console.log(JSON.stringify([finalDigest(history), FORMATS.length, rows]));`;
    const history = play(load(accepted(check(scenarios[europe]))), '7');
    expect(JSON.parse(node('run.js', code))).toEqual([finalDigest(history), 6, history.ticks + 1]);
  });

  it('leaves zod’s settings as it finds them', () => {
    const code = `import { z } from 'zod';
      const { jitless } = z.config();
      await import('foedus');
      console.log(z.config().jitless === jitless);`;
    expect(node('settings.js', code)).toBe('true\n');
  });

  it('is a command too', () => {
    const listed = JSON.parse(run('npx', ['--no-install', 'foedus', 'list', '--json'], folder));
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(Object.keys(scenarios));
  });

  it('is bundled for a browser, and asks for nothing of Node’s', async () => {
    node('page.js', "export * from 'foedus'; export * from 'foedus/formats';");
    const built = (await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { write: false, target: 'es2022', lib: { entry: at('page.js'), formats: ['es'] } },
    })) as Rolldown.RolldownOutput[];
    const chunks = built.flatMap(({ output }) => output).filter((part) => part.type === 'chunk');
    expect(chunks.length).toBeGreaterThan(0);
    expect(chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports])).toEqual([]);
    for (const { code } of chunks) expect(code).not.toMatch(/__vite-browser-external|process\.env|from ?["']node:/);
  }, 60_000);

  it('passes publint', async () => {
    const bytes = new Uint8Array(readFileSync(tarball));
    const { messages } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that any resolver of modules finds', () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const report = JSON.parse(
      run(process.execPath, [attw, tarball, '--profile', 'esm-only', '--format', 'json'], folder),
    );
    const problems: { resolutionKind?: string }[] = Object.values(report.problems).flat() as object[];
    const isOld = ({ resolutionKind = '' }) => ['node10', 'node16-cjs'].includes(resolutionKind);
    expect(problems.filter((problem) => !isOld(problem))).toEqual([]);
    expect(report.analysis.types).toMatchObject({ kind: 'included' });
  }, 60_000);

  it('has types that need nothing but zod’s, and say what a mechanism gets', () => {
    const consumer = readFileSync(join(import.meta.dirname, 'consumer.ts.txt'), 'utf8');
    expect(compile('consumer', { 'consumer.ts': consumer }, { types: [], noEmit: true })).toBe('');
  }, 60_000);
});
