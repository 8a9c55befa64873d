import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../viz/i18n/index.ts';
import { faultText, readAddress, writeAddress } from '../../../viz/share/address.ts';

const shelf = ['europe', 'nato'];
const first = { scenario: 'europe', seed: '1', tick: undefined };

afterEach(() => speak('en'));

describe('an address', () => {
  it.each(['7', '7.', 'é 7', ' 7', '🤝', 'x'.repeat(120), '東', 'a b&c=#%'])(
    'survives being written and read, whatever its seed: %j',
    (seed) => {
      const address = { scenario: 'nato', seed, tick: 7 };
      expect(readAddress(writeAddress(address), shelf)).toEqual({ address, faults: [] });
    },
  );

  it('is that of the first scenario where it says nothing', () => {
    for (const hash of ['', '#']) expect(readAddress(hash, shelf)).toEqual({ address: first, faults: [] });
    expect(readAddress('#seed=9', shelf).address).toEqual({ ...first, seed: '9' });
  });

  it('has the seed that the scenario opens with where it names none', () => {
    const openingSeed = (id: string): string => `first of ${id}`;
    const seedIn = (hash: string): string => readAddress(hash, shelf, openingSeed).address.seed;
    expect(seedIn('')).toBe('first of europe');
    expect(seedIn('#s=nato&t=7')).toBe('first of nato');
    expect(seedIn('#s=nato&seed=1')).toBe('1');
  });

  it('loses what a program put behind it', () => {
    const address = { scenario: 'nato', seed: '7', tick: 3 };
    for (const end of ['.', ')', '%22', '%E2%80%8B', '?utm_source=mail', '&fbclid=x', '%3E'])
      expect(readAddress(`#s=nato&seed=7&t=3${end}`, shelf), end).toEqual({ address, faults: [] });
  });

  it.each([
    ['#s=atlantis', 'There is no scenario “atlantis” here.'],
    ['#s=constructor', 'There is no scenario “constructor” here.'],
    ['#t=-1', '“-1” is not a moment in time.'],
    ['#t=1e9', '“1e9” is not a moment in time.'],
    ['#seed=', 'A seed is a text of 1 to 200 characters on one line.'],
    [`#seed=${'9'.repeat(201)}`, 'A seed is a text of 1 to 200 characters on one line.'],
    ['#seed=%00', 'A seed is a text of 1 to 200 characters on one line.'],
    ['#s=nato&sead=7', 'This link cannot be opened: it has a part “sead” that links do not have.'],
    ['#s=nato&seed=7&seed=8', 'This link cannot be opened: it says “seed” twice.'],
    ['#s=nato&seed=7%22', 'the end of its seed “7"” may not belong to it'],
    ['#top', 'This address names no run'],
  ])('%s is refused, and it is said why', (hash, fault) => {
    const { address, faults } = readAddress(hash, shelf);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
    expect(address).toEqual(first);
  });

  it('takes any rubbish', () => {
    for (const hash of ['#%', '#%E0%A4%A', '#&&&=', `#${'x'.repeat(100_000)}`])
      expect(readAddress(hash, shelf).faults).toHaveLength(1);
  });

  it('is refused in the language of the page', async () => {
    await speak('es');
    const fault = { kind: 'partTwice', piece: 'seed' } as const;
    expect(faultText({ kind: 'fault', fault })).toBe('Este enlace no se puede abrir: dice «seed» dos veces.');
  });
});
