import type { LinkFault, LinkText } from '../../formats/link/link-text.ts';
import { linkIn } from '../../formats/link/link-text.ts';
import { plainLink } from '../../formats/link/plain-link.ts';
import { isSeed, MOST_SEED } from '../../sim/schema/seed.ts';
import { t } from '../i18n/index.ts';

/** What a link says: which run, and where in it. */
export interface Address {
  scenario: string;
  seed: string;
  tick: number | undefined;
}

/**
 * Reads the part of an address after #, which anybody may have written and any program may have touched. An address with faults says
 * nothing else: what is then shown is the first scenario.
 * @param openingSeed the seed of a scenario where the address names none.
 */
export function readAddress(
  hash: string,
  scenarios: readonly string[],
  openingSeed: (scenario: string) => string = () => '1',
): { address: Address; faults: string[] } {
  const [id = ''] = scenarios;
  const first = { scenario: id, seed: openingSeed(id), tick: undefined };
  const read = hash.length > 1 ? linkIn(hash, true) : undefined;
  if (!read) return { address: first, faults: [] };
  if (read.kind !== 'link') return { address: first, faults: [faultText(read)] };
  const given = new URLSearchParams(read.link.slice(1));
  const scenario = given.get('s') ?? id;
  const isKnown = scenarios.includes(scenario);
  const seed = given.get('seed') ?? (isKnown ? openingSeed(scenario) : first.seed);
  const tick = given.get('t');
  const faults: string[] = [];
  if (!isKnown) faults.push(t('share.noScenario', { name: scenario.slice(0, 40) }));
  if (!isSeed(seed)) faults.push(t('share.badSeed', { most: MOST_SEED }));
  if (faults.length > 0) return { address: first, faults };
  return { address: { scenario, seed, tick: tick === null ? undefined : Number(tick) }, faults };
}

const NO_RUN: LinkFault = { kind: 'noRun', piece: '' };

/** Why an address is not understood, in a sentence. */
export function faultText(read: Exclude<LinkText, { kind: 'link' }>): string {
  const { kind, piece } = read.kind === 'fault' ? read.fault : NO_RUN;
  if (kind === 'badPart' && piece.startsWith('t=')) return t('share.badTick', { tick: piece.slice(2) });
  return t(`share.fault-${kind}`, { piece });
}

export const writeAddress = ({ scenario, seed, tick }: Address): string =>
  plainLink([['s', scenario], ['seed', seed], ...(tick === undefined ? [] : [['t', String(tick)] as const])]);

/** On a disk a path may have any sign; elsewhere a `#` of it is that of a link that a program encoded. */
const behind = (): RegExp =>
  location.protocol === 'file:' ? /#.*$/s : /(?:#|%23(?:~|%7E|(?:s|seed|t|view|actor|alliance)(?:=|%3D))).*$/is;

/** A run in the query, where no link has it, is a link in which `#` became `?`: refused rather than passed over. */
const inQuery = (): string => (/[?&]seed=/.test(location.search) ? location.search : '');

/** What this page was opened with, from where a link begins; empty for nothing. */
export const askedHere = (): string => location.hash || behind().exec(location.href)?.[0] || inQuery();

/** The address of this page with another part behind its #. */
export const addressWith = (hash: string): string => location.href.replace(behind(), '') + hash;
