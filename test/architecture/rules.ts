// The rules of the house, checked on the syntax tree: comments and strings cannot trip them.
import { posix } from 'node:path';
import ts from 'typescript';

export interface Fault {
  file: string;
  line: number;
  rule: 'arrow' | 'door' | 'extension' | 'pure';
  what: string;
}

/** room → the rooms it may import from. What is not here (test, bench, scripts, settings) may import anything. */
const arrows = new Map<string, readonly string[]>([
  ['sim', []],
  ['scenarios', []],
  ['formats', ['sim']],
  ['workers', ['sim', 'scenarios', 'formats']],
  ['classroom', ['workers', 'scenarios', 'sim']],
  ['viz', ['workers', 'formats', 'scenarios', 'sim', 'classroom/protocol', 'classroom/client']],
  ['cli', ['sim', 'scenarios', 'workers', 'formats', 'classroom']],
]);

/** A package, and the only places in the rooms that may import it. */
const doors: readonly { package: RegExp; places: readonly string[] }[] = [
  { package: /^seedrandom(\/|$)/, places: ['sim/exact/design-draws.ts'] },
  { package: /^mathjs(\/|$)/, places: ['sim/exact/formula.ts'] },
  { package: /^@stdlib\/math/, places: ['sim/exact/exact-math.ts'] },
  { package: /^zod(\/|$)/, places: ['sim/', 'classroom/log/', 'classroom/protocol/'] },
  { package: /^jsonc-parser(\/|$)/, places: ['sim/check/json-syntax.ts', 'viz/explore/'] },
  { package: /^comlink(\/|$)/, places: ['workers/'] },
  { package: /^commander(\/|$)/, places: ['cli/'] },
  { package: /^d3-dsv(\/|$)/, places: ['formats/', 'viz/', 'workers/'] },
  { package: /^d3-array(\/|$)/, places: ['sim/experiment/', 'viz/', 'workers/'] },
  { package: /^d3-(scale|shape)(\/|$)/, places: ['viz/', 'workers/', 'cli/analysis-charts.ts'] },
  { package: /^d3(-(?!scale|shape)|\/|$)/, places: ['viz/', 'workers/'] },
  { package: /^(hyparquet(-writer)?|fflate|graphology(-gexf|-graphml)?)(\/|$)/, places: ['formats/'] },
  { package: /^(ws|rate-limiter-flexible)(\/|$)/, places: ['classroom/server/'] },
  { package: /^@scure\/bip39(\/|$)/, places: ['classroom/names/'] },
  { package: /^qr(\/|$)/, places: ['cli/', 'viz/'] },
  { package: /^(@preact\/|preact(\/|$))/, places: ['viz/'] },
];
const packagesOfSim = /^(mathjs|@stdlib\/math.*|seedrandom|zod|d3-array|jsonc-parser)(\/|$)/;

const exactMath = new Set(
  (
    'sqrt abs floor ceil round trunc min max sign imul fround clz32 ' + 'E PI LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2'
  ).split(' '),
);
/** Part of the language, so no setting of the compiler hides them from sim. */
const bannedAlways = new Set(['Date', 'Intl', 'globalThis', 'eval', 'WeakRef', 'FinalizationRegistry']);
/** Given by a host. A local variable of such a name is innocent: sim's tsconfig hides the global one. */
const bannedUnlessLocal = new Set([
  'performance',
  'console',
  'fetch',
  'process',
  'setTimeout',
  'setInterval',
  'crypto',
]);

const roomOf = (file: string) => file.split('/')[0] ?? '';
const isWithin = (file: string, place: string) =>
  file === place || file.startsWith(place.endsWith('/') ? place : `${place}/`) || file === `${place}.ts`;

const textOf = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text : undefined);

function isImportMeta(node: ts.Node | undefined): boolean {
  return node !== undefined && ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword;
}

/** What a call or `new` imports: import(x), require(x), import.meta.glob(x), new URL(x, import.meta.url). */
function importedByCall(node: ts.CallExpression | ts.NewExpression): (string | undefined)[] {
  const [first, second] = node.arguments ?? [];
  const { expression } = node;
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return [textOf(first)];
  if (ts.isIdentifier(expression)) {
    if (expression.text === 'require') return [textOf(first)];
    const fromHere = second && ts.isPropertyAccessExpression(second) && isImportMeta(second.expression);
    return expression.text === 'URL' && fromHere ? [textOf(first)] : [];
  }
  if (ts.isPropertyAccessExpression(expression) && isImportMeta(expression.expression)) {
    const patterns = first && ts.isArrayLiteralExpression(first) ? first.elements.map(textOf) : [textOf(first)];
    return patterns.map((pattern) => pattern?.replace(/^!/, ''));
  }
  return [];
}

/** Every module a node names; undefined where the name is made at run time. */
function importedBy(node: ts.Node): (string | undefined)[] {
  if (ts.isImportDeclaration(node)) return [textOf(node.moduleSpecifier)];
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier ? [textOf(node.moduleSpecifier)] : [];
  if (ts.isExternalModuleReference(node)) return [textOf(node.expression)];
  if (ts.isImportTypeNode(node))
    return [ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined];
  return ts.isCallExpression(node) || ts.isNewExpression(node) ? importedByCall(node) : [];
}

type Verdict = readonly [Fault['rule'], string];

function judgeImport(file: string, specifier: string | undefined, isFile: boolean): Verdict[] {
  const room = roomOf(file);
  const allowed = arrows.get(room);
  if (!allowed) return [];
  if (specifier === undefined) return room === 'sim' ? [['arrow', 'an import whose name is not written out']] : [];
  const bare = specifier.replace(/\?.*$/, '');
  if (/^[./]/.test(bare)) {
    const target = bare.startsWith('/') ? bare.slice(1) : posix.join(posix.dirname(file), bare);
    const verdicts: Verdict[] = [];
    const mayEnter = roomOf(target) === room || allowed.some((place) => isWithin(target, place));
    const isSetting = !target.includes('/') && room !== 'sim' && room !== 'scenarios'; // package.json
    if (!mayEnter && !isSetting) verdicts.push(['arrow', `${room} → ${target}`]);
    if (isFile && !/\.[a-z]+$/.test(bare)) verdicts.push(['extension', specifier]);
    return verdicts;
  }
  if (room === 'sim' && !packagesOfSim.test(bare)) return [['door', bare]];
  const door = doors.find((candidate) => candidate.package.test(bare));
  return door && !door.places.some((place) => isWithin(file, place)) ? [['door', bare]] : [];
}

/** The name behind `a.name`, `a['name']` and `A.name` in a type. */
function memberOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node)) return textOf(node.argumentExpression);
  return ts.isQualifiedName(node) ? node.right.text : undefined;
}

/** True when an identifier is only a label: a key, a member's name, the part of an import that is renamed. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return parent.propertyName === node;
  const isMember = ts.isPropertyAssignment(parent) || ts.isTypeElement(parent) || ts.isClassElement(parent);
  return (isMember || ts.isMethodDeclaration(parent) || ts.isNamedTupleMember(parent)) && parent.name === node;
}

const isDeclared = (node: ts.Identifier) => 'name' in node.parent && node.parent.name === node && !isLabel(node);

function declaredIn(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isDeclared(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function judgeName(node: ts.Identifier, local: Set<string>): string | undefined {
  if (isLabel(node)) return undefined;
  if (node.text === 'Math') {
    const member = memberOf(node.parent);
    return member !== undefined && exactMath.has(member) ? undefined : `Math.${member ?? '?'}`;
  }
  if (bannedAlways.has(node.text)) return node.text;
  return bannedUnlessLocal.has(node.text) && !local.has(node.text) ? node.text : undefined;
}

/** What of a node could make two engines, or two runs, differ. */
function impurity(node: ts.Node, local: Set<string>): string | undefined {
  if (ts.isIdentifier(node)) return judgeName(node, local);
  if (isImportMeta(node)) return 'import.meta';
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isPower = kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
    return isPower ? '**' : undefined;
  }
  const member = memberOf(node);
  if (member !== undefined && /^(localeCompare|toLocale\w+)$/.test(member)) return member;
  const isRadix = ts.isCallExpression(node) && memberOf(node.expression) === 'toString' && node.arguments.length > 0;
  return isRadix ? 'toString with a radix' : undefined;
}

/** All faults of one source, given the path it has (or would have) from the top of the repository. */
export function faultsOf(file: string, code: string): Fault[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const isSim = roomOf(file) === 'sim';
  const local = isSim ? declaredIn(source) : new Set<string>();
  const faults: Fault[] = [];
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    for (const specifier of importedBy(node)) {
      const isFile = !ts.isCallExpression(node) && !ts.isNewExpression(node); // a glob or a folder needs no ending
      for (const [rule, what] of judgeImport(file, specifier, isFile)) faults.push({ file, line, rule, what });
    }
    const what = isSim ? impurity(node, local) : undefined;
    if (what !== undefined) faults.push({ file, line, rule: 'pure', what });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** An absolute path of somebody's own folder: it would be true on one computer only. */
export function homePathIn(text: string): string | undefined {
  return /(?<![\w.\-*])\/(?:work|home|Users)\/[\w.-]+/.exec(text)?.[0];
}

/** Addresses in a package-lock: they tie an install to the registry of whoever wrote it. */
export function addressesIn(lock: string): string[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, { resolved?: string }> };
  return Object.values(packages).flatMap(({ resolved }) => (resolved && /^\w+:\/\//.test(resolved) ? [resolved] : []));
}
