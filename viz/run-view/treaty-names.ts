import { t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';

/** What the engine calls the treaties that actors found in a run; it puts the names of two founders before it. */
const NOUNS = [
  'entente',
  'non-aggression pact',
  'neutrality treaty',
  'offensive alliance',
  'alliance',
  'trade league',
  'relief fund',
  'research partnership',
  'friendship society',
  'league',
  // What players signed.
  'treaty',
] as const;

type Hyphened<S extends string> = S extends `${infer A} ${infer B}` ? `${A}-${Hyphened<B>}` : S;
/** A noun as it stands in the keys of the texts. */
export type TreatyKind = Hyphened<(typeof NOUNS)[number]>;

const KINDS = NOUNS.map((noun) => ({ noun, kind: noun.replaceAll(' ', '-') as TreatyKind }));

/** The two founders of "A–B"; a name may have a dash of its own. */
function pairOf(text: string, founders: ReadonlySet<string>): [string, string] | undefined {
  for (let at = text.indexOf('–'); at > 0; at = text.indexOf('–', at + 1)) {
    const [first, second] = [text.slice(0, at), text.slice(at + 1)];
    if (founders.has(first) && founders.has(second)) return [first, second];
  }
  return undefined;
}

/** A name that the engine made, "A–B alliance", in the language of the page; any other as the scenario says it. */
export function localiseTreatyName(name: string, actors: ReadonlySet<string>): string {
  const kept = scenarioText(name);
  if (kept !== name) return kept;
  for (const { noun, kind } of KINDS) {
    const pair = name.endsWith(` ${noun}`) && pairOf(name.slice(0, -noun.length - 1), actors);
    if (pair) return t(`treaty.named-${kind}`, { founders: pair.map(scenarioText).join('–') });
  }
  return name;
}

/** What is cut out of a text to see what the language writes on either side of it. */
const HOLE = '\u0000';

/** The kind and the pair of a treaty that, in the language of the page, is named after two of its founders; undefined for any other. */
function readName(name: string, founders: readonly string[]): { kind: TreatyKind; pair: string } | undefined {
  const all = new Set(founders.filter(Boolean));
  for (const { kind } of KINDS) {
    const [before = '', after = ''] = t(`treaty.named-${kind}`, { founders: HOLE }).split(HOLE);
    const isFramed = name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length;
    const pair = isFramed ? name.slice(before.length, name.length - after.length) : '';
    if (pairOf(pair, all)) return { kind, pair };
  }
  return undefined;
}

export const kindNamed = (name: string, founders: readonly string[]): TreatyKind | undefined =>
  readName(name, founders)?.kind;

/** A name that tells at its beginning which of a kind is meant, since little room cuts off the end; others stay as they are. */
export function foundersFirst(name: string, founders: readonly string[]): string {
  const read = readName(name, founders);
  if (!read) return name;
  const kind = t(`treaty.short-${read.kind}`);
  return t('treaty.founders-first', { founders: read.pair, kind: kind.charAt(0).toLowerCase() + kind.slice(1) });
}

/**
 * What is left, with a capital, of a name that is made of those of two or more founders; the whole name of any other.
 * Who came in the tick of the founding passes for a founder, though the name may not have it.
 */
export function withoutFounders(name: string, founders: readonly string[]): string {
  const kind = kindNamed(name, founders);
  if (kind) return t(`treaty.short-${kind}`);
  const longestFirst = [...founders].filter(Boolean).sort((a, b) => b.length - a.length);
  let rest = name;
  for (let next = longestFirst.find((one) => rest.startsWith(`${one}–`)); next; ) {
    rest = rest.slice(next.length + 1);
    next = longestFirst.find((one) => rest.startsWith(`${one}–`));
  }
  const last = longestFirst.find((one) => rest.startsWith(`${one} `) && rest.length > one.length + 1);
  if (!last || rest === name) return name;
  return rest.charAt(last.length + 1).toUpperCase() + rest.slice(last.length + 2);
}
