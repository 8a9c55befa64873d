import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { read, sourceFiles } from './graph.ts';

/** Names that a file exports of its own: what it passes on from another is that other’s. */
function exportedNames(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const names = source.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(source));
    return 'name' in statement && statement.name ? [(statement.name as ts.Identifier).text] : [];
  });
  // A schema and the type of what it lets through bear one name: they are one thing.
  return [...new Set(names)];
}

/** Words of the private language that the code once had; each has a plain word now. A seat is what a player of a class takes. */
const PRIVATE =
  'story retell luck desk shelf chair inquest manuscript autopsy suspect bled comrades bidden stillness tongue weave dossier habits quarrel hearsay deeds wager lever';

/** Where such a word is somebody else’s: a parameter that scenarios name. */
const NOT_OURS: Readonly<Record<string, string>> = {
  'sim/mechanisms/trust/evidence/params.ts': 'hearsay',
  'sim/mechanisms/trust/evidence/reputation.ts': 'hearsay',
};

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_$]+/);

function privateWords(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const unwanted = new Set(PRIVATE.split(' ').flatMap((word) => [word, `${word}s`]));
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) for (const word of wordsOf(node.text)) if (unwanted.has(word)) found.add(word);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const allowed = NOT_OURS[file];
  return [...found].filter((word) => word.replace(/s$/, '') !== allowed);
}

const sources = sourceFiles().map((file) => [file, read(file)] as const);

describe('a name that is exported', () => {
  it('stands for one thing', () => {
    const owners = new Map<string, string[]>();
    for (const [file, code] of sources)
      for (const name of exportedNames(file, code)) owners.set(name, [...(owners.get(name) ?? []), file]);
    expect(owners.size).toBeGreaterThan(1_000);
    expect([...owners].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  it('is seen in every form', () => {
    const code =
      'export const a = 1, b = 2; export function c() {} export interface D {} export type E = 1; export class F {} const g = 1; export { g } from "./g.ts"; export const H = 1; export type H = 2;';
    expect(exportedNames('x.ts', code)).toEqual(['a', 'b', 'c', 'D', 'E', 'F', 'H']);
  });
});

describe('an identifier', () => {
  it('speaks the field’s language', () => {
    expect(sources.flatMap(([file, code]) => privateWords(file, code).map((word) => `${file}: ${word}`))).toEqual([]);
  });

  it('is looked at word by word', () => {
    expect(privateWords('x.ts', 'const history = storyline; // luck\nfunction openDesk(wagers) {}')).toEqual([
      'desk',
      'wagers',
    ]);
  });
});
