import { t } from '../i18n/index.ts';

/** What a link says: which run, and where in it. */
export interface Address {
  scenario: string;
  seed: string;
  tick: number | undefined;
}

export const SEED_LENGTH = 64;

/** Seeds are printable, so that they can be read aloud, and short. */
export const isSeed = (seed: string): boolean =>
  /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(seed) && seed.length <= SEED_LENGTH;

/**
 * Reads the part of an address after #, which anybody may have written. What cannot be used is left out and named.
 * @param openingSeed the seed of a scenario where the address names none.
 */
export function readAddress(
  hash: string,
  scenarios: readonly string[],
  openingSeed: (scenario: string) => string = () => '1',
): { address: Address; faults: string[] } {
  const given = new URLSearchParams(hash.slice(0, 2_000).replace(/^#/, ''));
  const faults: string[] = [];
  const read = (name: string, fits: (text: string) => boolean, wrong: (text: string) => string): string | undefined => {
    const text = given.get(name);
    if (text === null) return undefined;
    if (fits(text)) return text;
    faults.push(wrong(text.slice(0, 40)));
    return undefined;
  };
  const scenario =
    read(
      's',
      (text) => scenarios.includes(text),
      (name) => t('share.noScenario', { name }),
    ) ??
    scenarios[0] ??
    '';
  const seed = read('seed', isSeed, () => t('share.badSeed', { most: SEED_LENGTH }));
  const tick = read(
    't',
    (text) => /^\d{1,6}$/.test(text),
    (tick) => t('share.badTick', { tick }),
  );
  return {
    address: {
      scenario,
      seed: seed ?? openingSeed(scenario),
      tick: tick === undefined ? undefined : Number(tick),
    },
    faults,
  };
}

export function writeAddress({ scenario, seed, tick }: Address): string {
  const parts = new URLSearchParams({ s: scenario, seed });
  if (tick !== undefined) parts.set('t', String(tick));
  return `#${parts}`;
}
