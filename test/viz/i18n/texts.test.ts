import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TYPE } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, describe, expect, it } from 'vitest';
import { isFound } from '../../../viz/glossary/screen.tsx';
import { english } from '../../../viz/i18n/en/index.ts';
import { spanish } from '../../../viz/i18n/es/index.ts';
import { glossaryIn, glossaryTextsIn } from '../../../viz/i18n/glossary.ts';
import { type Key, language, numeral, rich, speak, t } from '../../../viz/i18n/index.ts';
import { bestOf } from '../../../viz/i18n/languages.ts';
import { wordsIn } from './wording.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of what a text wants filled in, and how. */
function holesOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => holesOf(value as Element[])) : [];
    return 'value' in element ? [String(element.value), ...inner] : inner;
  });
}

const wants = (text: string, tongue: string): string[] =>
  [...new Set(holesOf(new IntlMessageFormat(text, tongue, undefined, { ignoreTag: true }).getAst()))].sort();

afterEach(() => speak('en'));

describe('the texts', () => {
  it('are complete in Spanish, and nothing more', () => {
    expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.keys(english) as Key[])('want the same values in both languages: %s', (key) => {
    expect(spanish[key].trim()).not.toBe('');
    expect(wants(spanish[key], 'es')).toEqual(wants(english[key], 'en'));
  });

  it('are all asked for: by their keys, or by keys that are put together', () => {
    const viz = fileURLToPath(new URL('../../../viz', import.meta.url));
    const sources = readdirSync(viz, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(`${viz}/${file}`, 'utf8'))
      .join('\n');
    const whole = new Set(sources.match(/(?<=['"`])[a-z]+\.[\w.-]+(?=['"`])/gi));
    // `why.flip-${kind}`: what begins with an area and is filled in reaches all keys that fit it.
    const parted = (sources.match(/(?<=`)[a-z]+\.[\w.-]*\$\{[^`]*(?=`)/gi) ?? []).map(
      (template) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`),
    );
    const dead = Object.keys(english).filter((key) => !whole.has(key) && !parted.some((fits) => fits.test(key)));
    expect(dead).toEqual([]);
  });

  it('follow the language, plural and numbers with it', async () => {
    expect(t('common.others', { count: 1 })).toBe('1 other');
    expect(numeral().format(1_234_567.5)).toBe('1,234,567.5');
    await speak('es');
    expect(language.value).toBe('es');
    expect(t('common.others', { count: 2 })).toBe('2 más');
    expect(numeral().format(1_234_567.5)).toBe('1.234.567,5');
  });

  it('hold what is more than a text in its place', () => {
    const sign = { sign: 'A' };
    expect(rich('common.others', { count: 3 })).toEqual(['3 others']);
    expect(rich<object>('common.close', { sign })).toEqual(['Close']);
  });
});

describe('the language', () => {
  it.each([
    [['es-MX', 'en'], 'es'],
    [['de', 'ES'], 'es'],
    [['en-GB', 'es'], 'en'],
    [['de', 'fr'], 'en'],
    [[], 'en'],
  ])('for who reads %j is %s', (wanted, best) => {
    expect(bestOf(wanted)).toBe(best);
  });
});

describe('the glossary', () => {
  it.each(['en', 'es'] as const)('has a name and a meaning for each term and no other: %s', async (tongue) => {
    const glossary = await glossaryIn(tongue);
    const texts = Object.keys(await glossaryTextsIn(tongue));
    expect(texts.sort()).toEqual(glossary.map(({ id }) => id as string).sort());
    for (const { name, says } of glossary) {
      expect(name).toMatch(/^\p{Lu}/u);
      expect(says).toMatch(/[.)]$/);
    }
  });

  it('finds a word whatever its accents and capitals', async () => {
    const shock = (await glossaryIn('es')).find(({ id }) => id === 'shock')!;
    expect(isFound(shock, 'PERTURBACION')).toBe(true);
    expect(isFound(shock, 'tratado')).toBe(false);
  });
});

/** The name of the product, and words that stand for themselves. */
const PROPER = new Set(['Foedus']);

describe('a view', () => {
  const rooms = fileURLToPath(new URL('../../../viz/', import.meta.url));
  const views = readdirSync(rooms, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

  it.each(views)('has no text of its own: %s', (file) => {
    expect(wordsIn(readFileSync(rooms + file, 'utf8'), PROPER)).toEqual([]);
  });

  it.each([
    ['<p>Two words</p>', ['1: Two words']],
    ['<p>{ok ? "yes" : t("no")}</p>', ['1: yes']],
    [`<p aria-label={\`tick $\{k}\`}>{k} %</p>`, ['1: tick']],
    ['<img alt="" class="big one" title="Big" />', ['1: Big']],
    ["<a>{t('a.key')}</a>", []],
    ['<b>Foedus</b>', []],
    ['<b>{name}&nbsp;</b>', []],
    ['<b>by&nbsp;name</b>', ['1: by name']],
  ])('is caught with one: %s', (code, found) => {
    expect(wordsIn(`const a = ${code};`, PROPER)).toEqual(found);
  });
});
