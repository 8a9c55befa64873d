// Which file of the checkout needs which: imports, exports from, import() and import types alike. A type that two files take from each
// other ties them as firmly as a function: neither can be read, moved or understood alone.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Source files outside test/, those included that are not yet added to git. */
export const sourceFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], { cwd: root })
    .toString()
    .split('\n')
    .filter((file) => file && !file.startsWith('test/') && existsSync(join(root, file)));

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What one file names of others, as paths from the top. */
export function needs(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const target = targetOf(node);
    if (target?.startsWith('.')) found.push(posix.join(posix.dirname(file), target.replace(/\?.*$/, '')));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function targetOf(node: ts.Node): string | undefined {
  const textOf = (of: ts.Node | undefined) => (of && ts.isStringLiteralLike(of) ? of.text : undefined);
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0]);
  return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined;
}

export function graphOf(files: Iterable<readonly [file: string, code: string]>): Graph {
  const all = new Map(files);
  return new Map(
    [...all].map(([file, code]) => [
      file,
      new Set(needs(file, code).filter((other) => all.has(other) && other !== file)),
    ]),
  );
}

/** Files that all lead to each other, in lists of two or more (strongly connected components: Tarjan 1972). */
export function circles(graph: Graph): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const enter = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file)!);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) enter(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of graph.keys()) if (!index.has(file)) enter(file);
  return found.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

/** Pairs of first-level folders of a room that need each other; a room’s own files count as the folder `.`. */
export function mutualFolders(graph: Graph, room: string): string[] {
  const folderOf = (file: string): string | undefined => {
    const [first, second, ...rest] = file.split('/');
    return first === room ? (rest.length > 0 ? second : '.') : undefined;
  };
  const ways = new Set<string>();
  for (const [file, others] of graph) {
    for (const other of others) {
      const [from, to] = [folderOf(file), folderOf(other)];
      if (from && to && from !== to) ways.add(`${from} → ${to}`);
    }
  }
  return [...ways]
    .map((way) => way.split(' → ') as [string, string])
    .filter(([from, to]) => from < to && ways.has(`${to} → ${from}`))
    .map((pair) => pair.join(' ↔ '))
    .sort();
}
