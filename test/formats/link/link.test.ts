import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  firstDifferingCheckpoint,
  isLink,
  readLink,
  type Sent,
  withTick,
  writeLink,
} from '../../../formats/link/link.ts';
import { pack, toBase64url, unpack } from '../../../formats/link/pack.ts';
import { scenarios } from '../../../scenarios/index.ts';
import { check, setPath } from '../../../sim/check/check.ts';
import { ENGINE } from '../../../sim/engine/version.ts';
import { createSession } from '../../../workers/session.ts';
import { always, cases } from '../../sim/arbitrary.ts';

const europe = 'europe-1879-1914';
const placed = [{ kind: 'set', tick: 40, path: 'actors.GER.autonomy', value: 0.9 }];

/** One word a tick that says which tick it is, as a run of so many would have. */
const digests = (ticks: number): Uint32Array => Uint32Array.from({ length: 2 * ticks }, (_, k) => 0xfedc0000 + k);

const sent = (more: Partial<Sent> = {}): Sent => ({
  scenario: scenarios[europe],
  seed: 'Sarajevo',
  interventions: placed,
  digests: digests(144),
  ...more,
});

const changed = (path: string, value: string): unknown => {
  const outcome = setPath(scenarios[europe], path, value);
  if ('fault' in outcome) throw new Error(outcome.fault.message);
  return outcome.input;
};

/** A link with something of a stranger’s in it. */
const forged = (letter: unknown): string => `#~1.${toBase64url(deflateSync(strToU8(JSON.stringify(letter))))}`;
const letter = { base: europe, hash: '', seed: '1', ticks: 3, engine: ENGINE, marks: '' };

describe('a link', () => {
  it('says which run, and where in it', () => {
    expect(readLink(writeLink(sent({ tick: 47 }), scenarios), scenarios)).toMatchObject({
      scenario: scenarios[europe],
      seed: 'Sarajevo',
      interventions: placed,
      ticks: 144,
      tick: 47,
      engine: ENGINE,
      isBaseChanged: false,
    });
  });

  it.each([
    ['a bundled scenario', sent({ interventions: [] }), 300],
    ['one with a change and an intervention', sent({ scenario: changed('actors.GBR.autonomy', '0.1') }), 450],
  ])('is short for %s', (_, run, most) => {
    expect(writeLink(run, scenarios).length).toBeLessThan(most);
  });

  it('holds the differences of a scenario by the ids of what it changes', () => {
    const scenario = changed('actors.GBR.autonomy', '0.1');
    const link = writeLink(sent({ scenario }), scenarios);
    expect(readLink(link, scenarios).scenario).toEqual(scenario);
    expect(unpack(link.slice(4))).toMatchObject({ base: europe, changes: [[['actors', 'GBR', 'autonomy'], 0.1]] });
  });

  it('says that the scenario it changes is another here', () => {
    const link = writeLink(sent(), scenarios);
    const here = { [europe]: { ...(scenarios[europe] as object), title: 'Another' } };
    expect(readLink(link, here)).toMatchObject({ isBaseChanged: true, scenario: { title: 'Another' } });
  });

  it('holds whole what no bundled scenario is like', () => {
    const own = { id: 'own', title: 'Mine' };
    expect(unpack(writeLink(sent({ scenario: own }), scenarios).slice(4))).toMatchObject({ scenario: own });
    const namesake = { id: europe, title: 'Mine' };
    expect(readLink(writeLink(sent({ scenario: namesake }), scenarios), scenarios).scenario).toEqual(namesake);
  });

  it('is found at the end of an address, and passes over what follows it', () => {
    const link = `https://example.org/foedus/${withTick(writeLink(sent(), scenarios), 9)}&v=n&sel=<b>`;
    expect(isLink(link)).toBe(true);
    expect(readLink(link, scenarios)).toMatchObject({ seed: 'Sarajevo', tick: 9 });
    expect(readLink(withTick(withTick(link, 12), undefined), scenarios).tick).toBeUndefined();
  });

  it('brings back any run whole', () => {
    always(cases(), ({ scenario, interventions, seed }) => {
      const run = { scenario, interventions, seed, digests: digests(scenario.time.ticks), tick: 1 };
      const back = readLink(writeLink(run, scenarios), scenarios);
      // As JSON has it: what is undefined is not there.
      const plain = JSON.parse(JSON.stringify({ scenario, interventions, seed }));
      expect(back).toMatchObject({ ...plain, ticks: scenario.time.ticks, tick: 1 });
      expect(firstDifferingCheckpoint(back.marks, run.digests)).toBeNull();
    });
  });

  it('of one with defaults filled in gives the same scenario', () => {
    for (const [id, draft] of Object.entries(scenarios)) {
      const checked = check(draft);
      if ('faults' in checked) throw new Error(id);
      const link = writeLink(sent({ scenario: checked.value }), scenarios);
      expect(readLink(link, scenarios).scenario, id).toEqual(checked.value);
    }
  });

  it('of a larger scenario is refused in a sentence, not cut', () => {
    const random = fc.sample(fc.string({ minLength: 70_000, maxLength: 70_000 }), { numRuns: 1, seed: 1 })[0]!;
    expect(() => writeLink(sent({ scenario: { id: 'large', summary: random } }), scenarios)).toThrow(
      'This run does not fit into a link: it would contain more than 64 kB.',
    );
  });
});

describe('the marks of a link', () => {
  const marks = (ticks: number): string =>
    readLink(writeLink(sent({ digests: digests(ticks) }), scenarios), scenarios).marks;

  it.each([
    ['the same', 144, null],
    ['an early tick', 3, 9],
    ['a tick that is marked', 19, 19],
    ['the tick after', 20, 29],
    ['the last', 143, 143],
  ])('show where two histories part: %s', (_, at, tick) => {
    const now = digests(144);
    for (let t = at; t < 144; t++) now[2 * t]! ^= 1;
    expect(firstDifferingCheckpoint(marks(144), now)).toBe(tick);
  });

  it('tell a longer run from a shorter one', () => {
    expect(firstDifferingCheckpoint(marks(144), digests(150))).toBe(149);
    expect(firstDifferingCheckpoint(marks(144), digests(144).subarray(0, 270))).not.toBeNull();
    expect(firstDifferingCheckpoint(marks(0), digests(0))).toBeNull();
  });

  it('are those of the run that the engine makes of the link', async () => {
    const run = { scenario: changed('time.ticks', '33'), seed: '5', interventions: [] };
    const there = await createSession().run(run);
    const { scenario, seed, interventions, marks } = readLink(writeLink({ ...run, ...there }, scenarios), scenarios);
    const here = await createSession().run({ scenario, seed, interventions });
    expect(firstDifferingCheckpoint(marks, here.digests)).toBeNull();
    expect(here.digest).toBe(there.digest);
  });
});

describe('a link from a stranger', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const deflatedBomb = deflateSync(new Uint8Array(40_000_000));
  const bomb = toBase64url(deflatedBomb);

  it.each<[string, string, RegExp]>([
    ['of a newer version', '#~2.abc', /^This link is of version 2, which only a newer Foedus can open\.$/],
    ['with no version', '#~abc', /^This link cannot be opened: it is damaged\.$/],
    ['with nothing in it', '#~1.', /damaged/],
    ['of other characters', '#~1.<script>alert(1)</script>', /damaged/],
    ['of noise', '#~1.AAAAAAAAAAAA', /damaged/],
    ['that holds no JSON', `#~1.${toBase64url(deflateSync(strToU8('{"seed":')))}`, /damaged/],
    ['that is a bomb', `#~1.${bomb}`, /it would contain more than 64 kB\.$/],
    ['that is endless', `#~1.${'A'.repeat(100_000)}`, /longer than 90000 characters/],
    ['that is deep', `#~1.${toBase64url(deflateSync(strToU8(deep(30_000))))}`, /nested deeper than 48 levels/],
    ['that holds a list', forged([]), /it contains no run/],
    ['with a stranger in it', forged({ ...letter, sead: '7' }), /a part "sead" that links do not have/],
    ['without a seed', forged({ ...letter, seed: undefined }), /its seed is missing/],
    ['with half a seed', forged({ ...letter, seed: 3 }), /its seed cannot be read/],
    ['with a seed without end', forged({ ...letter, seed: 'x'.repeat(5_000) }), /its seed cannot be read/],
    ['without end', forged({ ...letter, ticks: 100_001 }), /its ticks cannot be read/],
    ['to a scenario nobody has', forged({ ...letter, base: '<img src=x>' }), /no scenario "<img src=x>" here/],
    ['to what every object has', forged({ ...letter, base: 'constructor' }), /no scenario "constructor" here/],
    ['to two scenarios', forged({ ...letter, scenario: {} }), /expected it to name or contain a scenario/],
    ['that changes what is not there', forged({ ...letter, changes: [[['actors', 'XXX', 'a'], 1]] }), /"actors\.XXX"/],
    ['that changes every object', forged({ ...letter, changes: [[['__proto__', 'x'], 1]] }), /"__proto__" is reserved/],
    ['that changes a word', forged({ ...letter, changes: [[['title', 'x', 'y'], 1]] }), /no path "title\.x" in it/],
    ['that removes nothing', forged({ ...letter, changes: [[['actors', 99]]] }), /no path "actors\.99" in it/],
    ['with changes of no form', forged({ ...letter, changes: ['x'] }), /its changes cannot be read/],
    ['with marks of no form', forged({ ...letter, marks: '§' }), /its marks cannot be read/],
  ])('%s is answered in a sentence', (_, link, sentence) => {
    expect(() => readLink(link, scenarios)).toThrow(sentence);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('cannot hide a reserved key', () => {
    const text = JSON.stringify(letter).replace('"seed"', '"__proto__":{"x":1},"seed"');
    expect(() => readLink(`#~1.${toBase64url(deflateSync(strToU8(text)))}`, scenarios)).toThrow(
      'the key "__proto__" is reserved',
    );
  });

  it('that is a bomb is not inflated beyond the limit: what stands behind it is never looked at', () => {
    const head = deflatedBomb.subarray(0, 256);
    const noise = new Uint8Array(1_000).fill(255);
    expect(() => unpack(toBase64url(Uint8Array.of(...noise)))).toThrow('damaged');
    expect(() => unpack(toBase64url(Uint8Array.of(...head, ...noise)))).toThrow('it would contain more than 64 kB');
  });

  it('that was cut, anywhere, is told from a whole one', () => {
    const link = writeLink(sent(), scenarios);
    for (let length = 4; length < link.length; length++)
      expect(() => readLink(link.slice(0, length), scenarios), `${length}`).toThrow(/damaged/);
  });

  it('whatever it holds, gives a run or one sentence', () => {
    const noise = fc.oneof(
      fc.string().map((text) => `#~1.${text}`),
      fc.uint8Array({ maxLength: 400 }).map((bytes) => `#~1.${toBase64url(bytes)}`),
      fc.json().map((text) => `#~1.${toBase64url(deflateSync(strToU8(text)))}`),
      fc.record({ at: fc.nat(), by: fc.constantFrom('A', '_', '9') }).map(({ at, by }) => {
        const link = writeLink(sent(), scenarios);
        const k = 4 + (at % (link.length - 4));
        return link.slice(0, k) + by + link.slice(k + 1);
      }),
    );
    always(
      noise,
      (link) => {
        try {
          expect(typeof readLink(link, scenarios).seed).toBe('string');
        } catch (error) {
          expect((error as Error).message).toMatch(/^This link [^\n]*\.$/);
        }
      },
      400,
    );
  });

  it.each<[string, object, RegExp]>([
    ['a million actors', { changes: [[['actors'], Array.from({ length: 20_000 }, () => 0)]] }, /actors/],
    ['a million copies', { changes: [[['actors', 'GBR', 'copies'], 1_000_000]] }, /copies/],
    [
      'a bomb of a formula',
      { changes: [[['actors', 'GBR', 'contribution'], `${'1+'.repeat(480)}1`]] },
      /formula|nodes/,
    ],
  ])('with %s is opened, and refused by the check in a sentence', async (_, more, sentence) => {
    const { scenario, seed } = readLink(forged({ ...letter, ...more }), scenarios);
    await expect(createSession().run({ scenario, seed })).rejects.toThrow(sentence);
  });

  it('is packed no larger than it may be read', () => {
    expect(() => pack('x'.repeat(65_536))).toThrow('64 kB');
    expect(unpack(pack('x'.repeat(65_500)))).toHaveLength(65_500);
  });
});
