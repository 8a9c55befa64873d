import { signal } from '@preact/signals';

/**
 * What the engine says of faults, by its forms: `expected {what}, got {found}`. Sentences are told whole; parts only within a sentence.
 * Empty in English, which the engine speaks.
 */
export interface SentenceForms {
  sentences: Readonly<Record<string, string>>;
  parts: Readonly<Record<string, string>>;
}

/** A form of English as a pattern, with the names of what it is filled with, and the same in the language on show. */
interface Form {
  pattern: RegExp;
  names: readonly string[];
  /** Letters of its own: of two forms that fit, the one with more says more exactly what is meant. */
  weight: number;
  text: string;
}

interface Compiled {
  sentences: readonly Form[];
  all: readonly Form[];
}

const HOLE = /\{(\w+)\}/g;
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function formOf([english, text]: readonly [string, string]): Form {
  const names = [...english.matchAll(HOLE)].map(([, name]) => name!);
  const own = english.split(HOLE).filter((_, k) => k % 2 === 0);
  return { pattern: new RegExp(`^${own.map(literal).join('(.+)')}$`), names, weight: own.join('').length, text };
}

const byWeight = (forms: readonly Form[]): readonly Form[] => [...forms].sort((a, b) => b.weight - a.weight);

const compiled = signal<Compiled>({ sentences: [], all: [] });

/** Speaks a language from now on: as a part of `speak`. */
export function takeSentenceForms({ sentences, parts }: SentenceForms): void {
  const whole = Object.entries(sentences).map(formOf);
  compiled.value = { sentences: byWeight(whole), all: byWeight([...whole, ...Object.entries(parts).map(formOf)]) };
}

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(HOLE, (_, name: string) => values[name] ?? '');

/** What a person wrote stays as it is, in its quotation marks. */
const QUOTED = /^"(?:[^"\\]|\\.)*"$/;
/** A hint behind a sentence: the name that may be meant, or those that there are. */
const HINT = /^(.+?) \(((?:did you mean|known:) .+)\)$/;
/** Forms within forms; what a stranger wrote must not make us look forever. */
const DEEPEST = 4;
const LONGEST = 1_200;

function said(text: string, forms: (of: Compiled) => readonly Form[], depth: number): string | undefined {
  for (const { pattern, names, text: own } of forms(compiled.value)) {
    const [, ...found] = pattern.exec(text) ?? [];
    if (found.length === 0 && (names.length > 0 || !pattern.test(text))) continue;
    return filled(own, Object.fromEntries(names.map((name, k) => [name, part(found[k]!, depth + 1)])));
  }
  return undefined;
}

const part = (text: string, depth: number): string =>
  depth > DEEPEST || QUOTED.test(text) ? text : (told(text, ({ all }) => all, depth) ?? text);

function told(text: string, forms: (of: Compiled) => readonly Form[], depth: number): string | undefined {
  const [, body, hint] = HINT.exec(text) ?? [];
  if (body !== undefined && depth <= DEEPEST) {
    const [first, last] = [told(body, forms, depth + 1), said(hint!, ({ all }) => all, depth + 1)];
    if (first !== undefined && last !== undefined) return `${first} (${last})`;
  }
  const whole = said(text, forms, depth);
  if (whole !== undefined || depth > DEEPEST) return whole;
  // A sentence behind its place: a path, or a file.
  const colon = text.indexOf(': ');
  if (colon <= 0) return undefined;
  const rest = told(text.slice(colon + 2), forms, depth + 1);
  return rest === undefined ? undefined : `${text.slice(0, colon)}: ${rest}`;
}

/** A sentence of the engine in the language on show; the sentence itself where there are no words for it. */
export function engineSentence(sentence: string): { text: string; isTranslated: boolean } {
  const { sentences } = compiled.value;
  const text = sentences.length > 0 && sentence.length < LONGEST ? told(sentence, (of) => of.sentences, 0) : undefined;
  return { text: text ?? sentence, isTranslated: text !== undefined };
}
