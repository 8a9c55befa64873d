import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLink, type ScenariosById, withTick, writeLink } from '../../../formats/link/link.ts';
import { linkFaultSentence } from '../../../formats/link/link-fault.ts';
import { linkIn } from '../../../formats/link/link-text.ts';
import { isPlainSeed, plainLink } from '../../../formats/link/plain-link.ts';
import { isSeed } from '../../../sim/schema/seed.ts';
import { always } from '../../sim/arbitrary.ts';
import { MANGLERS, PLAIN_MANGLERS } from './manglers.ts';

/** Of the catalogue, one that is quickly packed. */
const scenarios: ScenariosById = { nato: { id: 'nato', title: 'NATO' } };
const HOST = 'http://127.0.0.1:5447/foedus/';
const DIGESTS = new Uint32Array(2 * 76);

/** The link that we write of a run of NATO with a seed. */
const ours = (seed: string, more: { tick?: number; isPacked?: boolean } = {}): string => {
  const { tick, isPacked = !isPlainSeed(seed) } = more;
  const t = tick === undefined ? [] : [['t', String(tick)] as const];
  if (!isPacked) return HOST + plainLink([['s', 'nato'], ['seed', seed], ...t]);
  const sent = { scenario: scenarios.nato, seed, interventions: [], digests: DIGESTS };
  return HOST + withTick(writeLink(sent, scenarios), tick);
};

/** The run that a text gives: its scenario and its seed; a sentence where it is refused. */
function opened(text: string, isParsed = false): { id: unknown; seed: string } | string {
  const read = linkIn(text, isParsed);
  if (read.kind !== 'link') return read.kind === 'none' ? 'no link' : linkFaultSentence(read.fault);
  const { link } = read;
  if (link.startsWith('#~')) {
    try {
      const { scenario, seed } = readLink(link, scenarios);
      return { id: Object(scenario).id, seed };
    } catch (error) {
      return (error as Error).message;
    }
  }
  const parts = new URLSearchParams(link.slice(1));
  const [id, seed] = [parts.get('s') ?? '', parts.get('seed') ?? '1'];
  if (!Object.hasOwn(scenarios, id)) return 'no such scenario';
  return isSeed(seed) ? { id, seed } : 'no seed';
}

/** The same for what a browser makes of the text, where it takes it for an address. */
function openedInBrowser(text: string): { id: unknown; seed: string } | string {
  if (!URL.canParse(text)) return 'no address';
  const { hash, href } = new URL(text);
  return opened(hash.length > 1 ? hash.replace(/:~:.*$/, '') : href, true);
}

const SEEDS = [
  '7',
  '7.',
  'é 7',
  'Sarajevo 1914',
  'it’s',
  '東',
  '🤝',
  ' 7',
  'x'.repeat(120),
  '50%',
  'a&t=5',
  '%41',
  '>',
];

describe('a link that other programs have touched', () => {
  describe.each(PLAIN_MANGLERS)('$name', ({ mangle }) => {
    it.each(['7', '7.', 'é 7', '🤝', 'a&t=5'])('gives the run of seed %j', (seed) => {
      const run = { id: 'nato', seed };
      expect(opened(mangle(ours(seed, { tick: 30 }), 0))).toEqual(run);
      expect(opened(mangle(ours(seed, { tick: 30, isPacked: true }), 0))).toEqual(run);
      expect(opened(mangle(ours(seed, { isPacked: true }), 0))).toEqual(run);
      // A plain link that a person wrote may end in its seed.
      expect(opened(mangle(ours(seed), 0))).toEqual(run);
    });

    it('gives the same run in a browser, or says what is unclear', () => {
      for (const seed of ['7', '7.', 'é 7', '🤝']) {
        const [whole, last] = [ours(seed, { tick: 30 }), ours(seed)].map((link) => openedInBrowser(mangle(link, 0)));
        if (whole !== 'no address') expect(whole).toEqual({ id: 'nato', seed });
        if (typeof last === 'object') expect(last).toEqual({ id: 'nato', seed });
      }
    });
  });

  it('gives the run that it was made of, or a sentence, and never another run', () => {
    const seed = fc.oneof(
      fc.constantFrom(...SEEDS),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'ab.%&=#?+~ _-…"<>()*;:1'), minLength: 1, maxLength: 8 }),
    );
    const touched = fc.record({
      seed: seed.filter(isSeed),
      tick: fc.nat(75),
      isPacked: fc.boolean(),
      manglers: fc.array(fc.record({ by: fc.constantFrom(...MANGLERS), at: fc.nat(400) }), { maxLength: 2 }),
    });
    always(
      touched,
      ({ seed, tick, isPacked, manglers }) => {
        const link = ours(seed, { tick, ...(isPacked && { isPacked }) });
        const isPlain = !link.includes('#~');
        const isTouchedBy = (name: string): boolean => manglers.some(({ by }) => by.name === name);
        // A plain link that is cut within its seed looks whole: nothing in it says how long it was.
        if (isPlain && isTouchedBy('cut')) return;
        const text = manglers.reduce((mangled, { by, at }) => by.mangle(mangled, at), link);
        // A browser writes a space as we do: in the middle of a seed it is the seed’s.
        const isSpaced = isPlain && [' ', '\r\n> '].some((what) => isTouchedBy(`${JSON.stringify(what)} in it`));
        for (const found of [opened(text), isSpaced ? '' : openedInBrowser(text)])
          if (typeof found !== 'string') expect({ text, ...found }).toEqual({ text, id: 'nato', seed });
      },
      2_000,
    );
  });

  it.each(['7.', '7)', '7,', '7;', '7!', '7?', '7>', '7"', "7'", '7…', '7]', '7*', '7_', '7-'])(
    'keeps the punctuation of a seed where it is encoded, and drops it where it is raw: %s',
    (seed) => {
      const encoded = `%${Buffer.from(seed.slice(1))
        .toString('hex')
        .replace(/..(?=.)/g, '$&%')}`;
      expect(opened(`#s=nato&seed=7${encoded}`)).toEqual({ id: 'nato', seed });
      const raw = opened(`#s=nato&seed=${seed}`);
      if (seed === '7…') expect(raw).toContain('cut short');
      else expect(raw).toEqual({ id: 'nato', seed: '7' });
      expect(opened(`#s=nato&seed=${seed}&t=3`)).toEqual({ id: 'nato', seed });
    },
  );

  it.each([
    '#s=nato&se=\r\ned=7',
    '#s=nato&gad_source=1&seed=7',
    '#s=nato&seed=7&mtm_campaign=x',
    '#s=nato&seed=it’s',
    "#s=nato&seed=it's",
  ])('is read through what stands within or behind it: %j', (text) => {
    expect(opened(text)).toEqual({ id: 'nato', seed: text.includes('it') ? text.slice(13) : '7' });
  });

  it('of a page whose run follows text without a space is refused, not another run', () => {
    for (const behind of ['。谢谢', '”然后', '>foo', '\u3000x'])
      expect(openedInBrowser(`${HOST}#s=nato&seed=7${behind}`)).toContain('may not belong');
  });

  it('without a payload is damaged, not a link to no run', () => {
    for (const end of ['#~', '#~!', '#~1', '#~1.']) {
      expect(opened(HOST + end)).toMatch(/damaged/);
      expect(linkIn(HOST + end, true)).toMatchObject({ link: expect.stringMatching(/^#~/) });
    }
  });

  it('of every seed is written so that it survives what a browser does to addresses', () => {
    for (const seed of SEEDS) expect(openedInBrowser(ours(seed, { tick: 3 })), seed).toEqual({ id: 'nato', seed });
    expect(ours('7.', { tick: 3 })).toContain('seed=7%2E&t=3');
  });
});

describe('a link that cannot be understood', () => {
  it.each<[string, RegExp]>([
    ['http://127.0.0.1:5447/', /it names no run/],
    ['#s=nato&sead=7', /a part "sead" that links do not have/],
    ['#s=nato&seed=7&x=1', /a part "x"/],
    ['#s=nato&seed', /a part "seed"/],
    ['#s=nato&seed=7&seed=8', /says "seed" twice/],
    ['#s=nato&s=nato', /says "s" twice/],
    ['#s=nato&seed=7%2', /damaged: "7%2"/],
    ['#s=nato&seed=%E0%A4%A', /damaged/],
    ['#s=nato&seed=%2541', /"%41" was percent-encoded more often/],
    ['#s=nato&t=1e9', /its part "t=1e9" cannot be read/],
    ['#s=nato&seed=7 8', /other text follows its seed: "8"/],
    ['#s=nato&seed=12345…', /cut short/],
    ['#s=nato&seed=12345...', /cut short/],
    ['#s=nato&seed=7 #s=nato&seed=8', /two links/],
    ['#s=nato&seed=7。谢谢', /its seed "7。谢谢" has signs that may not belong/],
    ['#s=nato&seed=7),other', /may not belong/],
    ['#s=nato&seed=7;other', /may not belong/],
    ['#s=nato&seed=7[1]', /may not belong/],
    ['#s=nato&seed=7[/url]', /may not belong/],
    ['#s=nato&seed=7\\n', /may not belong/],
    ['#s=nato&seed=7%20', /may not belong/],
    ['#s=nato&seed=7%C2%A0', /may not belong/],
    ['#s=nato&seed=7%E2%80%8B', /may not belong/],
    ['https://urldefense.com/v3/__https://x/#s=nato&seed=7__;!!abc!def$', /may not belong/],
    ['#s=nato&', /cut short/],
    ['#~1.AAAA&x=1', /a part "x"/],
    ['#~1.AAAA&t=1&t=2', /says "t" twice/],
  ])('is refused in a sentence that names what is wrong: %s', (text, sentence) => {
    const said = opened(text);
    expect(said).toMatch(sentence);
    expect(said).toMatch(/^This link cannot be opened: .*\.$/);
  });

  it.each(['nato', 'classics/tribute', 'scenario.json', './a b.json', 'C:\\x.json', '', 'a#b.json'])(
    'is not what %j is',
    (text) => {
      expect(linkIn(text)).toEqual({ kind: 'none' });
    },
  );

  it('of any length is read in a time that grows with it', () => {
    for (const sign of [' ', '\n', '?', '&', '%25', '.', '=', '\u200b', '#s=', '🤝'])
      expect(() => linkIn(`#s=nato&seed=${sign.repeat(150_000 / sign.length)}`)).not.toThrow();
  });
});
