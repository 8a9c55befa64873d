import { createScanner, type JSONScanner } from 'jsonc-parser';
import { characterCode } from '../exact/quoted.ts';
import { LIMITS } from '../schema/common.ts';
import { type Path, type ReportFault, shown } from '../schema/fault.ts';

// The slow way through a text, for one that JSON.parse refuses or that says something twice: engines word such an error differently,
// some without its place, and none sees a key that is given twice.

type Wanted = 'value' | 'first value' | 'next value' | 'first key' | 'next key' | 'colon' | 'comma' | 'end';

const WORDS: Record<Wanted, string> = {
  value: 'a value',
  'first value': 'a value or "]"',
  'next value': 'a value after ","',
  'first key': 'a key in double quotes or "}"',
  'next key': 'a key in double quotes after ","',
  colon: '":" after the key',
  comma: '"," or',
  end: 'nothing more',
};

/** A list or an object that is open. */
interface Level {
  close: ']' | '}';
  /** The keys so far, and where each stands. */
  keys: Map<string, string>;
  /** The key or the index of what comes. */
  step: string | number;
}

/** Reports the first error of syntax, with line and column, and every key that an object has twice. */
export function surveySyntax(text: string, report: ReportFault): void {
  const scanner = createScanner(text);
  const levels: Level[] = [];
  let wanted = 'value' as Wanted;

  const valueEnds = (): void => {
    wanted = levels.length > 0 ? 'comma' : 'end';
  };
  const takeKey = (key: string): void => {
    const level = levels.at(-1)!;
    const place = placeOf(scanner);
    const before = level.keys.get(key);
    level.step = key;
    wanted = 'colon';
    if (before === undefined) level.keys.set(key, place);
    else report(pathOf(levels), `given twice, at ${before} and at ${place}`);
  };
  const takeValue = (token: string): boolean => {
    const opens = token === '[' || token === '{';
    if (opens) {
      levels.push({ close: token === '[' ? ']' : '}', keys: new Map(), step: 0 });
      wanted = token === '[' ? 'first value' : 'first key';
    } else if (VALUES.test(token)) valueEnds();
    else return false;
    return true;
  };
  /** Whether the token may stand here; if so, it is taken in. */
  const take = (token: string): boolean => {
    const level = levels.at(-1);
    const mayClose = wanted === 'first value' || wanted === 'first key' || wanted === 'comma';
    if (mayClose && token === level!.close) {
      levels.pop();
      valueEnds();
      return true;
    }
    switch (wanted) {
      case 'end':
        return false;
      case 'colon':
        wanted = 'value';
        return token === ':';
      case 'comma':
        wanted = level!.close === ']' ? 'next value' : 'next key';
        if (typeof level!.step === 'number') level!.step++;
        return token === ',';
      case 'first key':
      case 'next key':
        if (!token.startsWith('"')) return false;
        takeKey(scanner.getTokenValue());
        return true;
      default:
        return takeValue(token);
    }
  };

  for (;;) {
    scanner.scan();
    const token = text.slice(scanner.getTokenOffset(), scanner.getPosition());
    if (SPACE.test(token)) continue;
    const before = wanted;
    const spoilt = scanner.getTokenError() === 0 ? undefined : insideOf(token);
    if (token === '' && wanted === 'end') return;
    if (levels.length > LIMITS.levels) report([], `nested deeper than ${LIMITS.levels} levels (${placeOf(scanner)})`);
    else if (token !== '' && !spoilt && take(token)) continue;
    else {
      const close = before === 'comma' ? ` "${levels.at(-1)!.close}"` : '';
      const [sentence, offset] = spoilt ?? [`expected ${WORDS[before]}${close}, got ${named(token)}`, 0];
      report([], `not JSON: ${sentence} (${placeOf(scanner, offset)})`);
    }
    return;
  }
}

const pathOf = (levels: readonly Level[]): Path => levels.map(({ step }) => step);

const SPACE = /^[ \t\r\n]/;
const VALUES = /^(["\d]|-\d|(true|false|null)$)/;

/** Lines and columns count from 1. */
const placeOf = (scanner: JSONScanner, offset = 0): string =>
  `line ${scanner.getTokenStartLine() + 1}, column ${scanner.getTokenStartCharacter() + 1 + offset}`;

/** What is wrong within a text or a number, and how far from its start. */
function insideOf(token: string): [string, number] | undefined {
  if (token.startsWith('/')) return undefined;
  if (!token.startsWith('"')) return [`expected a digit after ${shown(token)}`, token.length];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  for (const { 0: part, index } of token.matchAll(/[\u0000-\u001f]|\\(?:u[0-9a-fA-F]{0,4}|[\s\S])/g)) {
    if (part.length === 1) return [`expected ${characterCode(part)} within a text to be written as an escape`, index];
    if (!/^\\(["\\/bfnrt]|u[0-9a-fA-F]{4})$/.test(part))
      return [
        `expected an escape such as \\n or \\u00e9 within a text, got ${/^[ -~]+$/.test(part) ? part : shown(part)}`,
        index,
      ];
  }
  return ['expected the closing quote of a text', token.length];
}

/** Characters that nobody sees. */
const UNSEEN = new Map([
  ['\u00a0', 'a no-break space'],
  ['\ufeff', 'a byte order mark'],
  ['\u200b', 'a zero-width space'],
]);

/** A token as a sentence names it. */
function named(token: string): string {
  const [first = ''] = token;
  if (first === '') return 'the end of the text';
  if (first === '"') return `the text ${shown(JSON.parse(token))}`;
  if (/^\/[/*]/.test(token)) return 'a comment, which JSON does not have';
  if (/[\p{C}\p{Z}]/u.test(first)) return `${UNSEEN.get(first) ?? 'the character'} (${characterCode(first)})`;
  if (/[“”„‟″‘’‚‛′'`«»]/.test(first)) return `${shown(token)}: quotes must be straight and double`;
  return shown(token);
}
