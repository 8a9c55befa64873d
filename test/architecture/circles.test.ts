import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files of this checkout that a file's code needs, types left out: those vanish before anything runs. */
function needs(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const target = statement.moduleSpecifier;
    if (!target || !ts.isStringLiteral(target) || !target.text.startsWith('.')) return [];
    if (ts.isExportDeclaration(statement) ? statement.isTypeOnly : onlyTypes(statement)) return [];
    return [normalize(join(dirname(file), target.text))];
  });
}

function onlyTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  return (
    !importClause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly)
  );
}

/** Circles of files that need each other, each as the path that comes back to its start. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.add([...path.slice(at), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return [...found];
}

describe('needing each other', () => {
  it('no two files do', () => {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
      cwd: root,
    })
      .toString()
      .split('\n')
      .filter((file) => file && existsSync(join(root, file)));
    const graph = new Map(files.map((file) => [file, needs(file, readFileSync(join(root, file), 'utf8'))]));
    expect(graph.get('sim/engine/load.ts')).toContain('sim/mechanisms/index.ts');
    expect(circles(graph)).toEqual([]);
  });

  it('is seen where it is', () => {
    const of = (entries: Record<string, string>) =>
      circles(new Map(Object.entries(entries).map(([file, code]) => [file, needs(file, code)])));
    expect(
      of({ 'a.ts': "import { b } from './b.ts';", 'b.ts': "export { c } from './c.ts';", 'c.ts': "import './a.ts';" }),
    ).toEqual(['a.ts → b.ts → c.ts → a.ts']);
    expect(of({ 'a.ts': "import { b } from './b.ts';", 'b.ts': "import { type A } from './a.ts';" })).toEqual([]);
    expect(of({ 'a.ts': "import { b } from './b.ts';", 'b.ts': "import type { A } from './a.ts';" })).toEqual([]);
  });
});
