import type { StepContext } from '../../../model/mechanism.ts';
import { hasEntered } from '../../../world/existence.ts';
import type { World } from '../../../world/state.ts';
import type { TrustParams } from './params.ts';

/**
 * Reputation spreads once a year. Each tick a share of the actors, each in its turn, reports its opinion of all others and learns
 * last year's mean opinion. At the end of the year `standing` is the mean of the reported opinions, weighted by the standing of
 * those who reported.
 */
export function updateReputation(
  world: World,
  { model, params: { hearsay, forgetting } }: StepContext<TrustParams>,
): void {
  const n = world.shape.actors;
  const { ticksPerYear } = model.scenario.time;
  const { absent } = world.derived;
  for (let i = firstToHear(world, ticksPerYear); i < n; i += ticksPerYear)
    if (absent[i] === 0) gossip(world, i, hearsay, forgetting);
  if ((world.tick + 1) % ticksPerYear === 0) closeCensus(world, ticksPerYear);
}

/** First of the actors whose turn it is; everyone’s turn comes once a year. */
const firstToHear = (world: World, ticksPerYear: number): number =>
  (ticksPerYear - (world.tick % ticksPerYear)) % ticksPerYear;

function gossip(world: World, i: number, hearsay: number, forgetting: number): void {
  const n = world.shape.actors;
  const { calculative, relational, standing, census } = world.columns;
  const { away, bonds } = world.derived;
  const row = i * n;
  const kappa = world.derived.kappa[i]!;
  const voice = standing[i]!;
  let beyond = 0;
  let strangers = 0;
  for (let j = 0; j < n; j++) {
    const slot = row + j;
    const c = calculative[slot]!;
    const r = relational[slot]!;
    const trust = c + kappa * (r - c);
    census[j]! += voice * trust;
    if (bonds[slot] === 0) {
      strangers++;
      beyond += trust;
      calculative[slot] = c + hearsay * (standing[j]! - c);
      relational[slot] = r + forgetting * (0.5 - r);
    }
  }
  // Of actors that do not exist there is no opinion. Their cells held 0 and added nothing, so that the loop needs no branch for them.
  for (const j of away) {
    relational[row + j] = 0;
    calculative[row + j] = 0;
  }
  strangers -= away.length;
  // Nobody has an opinion of itself: its own cells stay 0.
  calculative[row + i] = 0;
  relational[row + i] = 0;
  census[n]! += voice;
  census[n + 1]! += beyond;
  census[n + 2]! += strangers - 1;
}

function closeCensus(world: World, ticksPerYear: number): void {
  const { actors: n } = world.shape;
  const { standing, census, trustOutside } = world.columns;
  const { absent } = world.derived;
  for (let j = 0; j < n; j++) {
    if (absent[j] === 1) {
      standing[j] = 0;
      continue;
    }
    // One that came within the year has not reported, and keeps the standing with which it came.
    if (hasEntered(world, j, ticksPerYear)) continue;
    const heard = census[n]! - standing[j]!;
    standing[j] = heard > 0 ? census[j]! / heard : 0.5;
  }
  trustOutside[0] = census[n + 2]! > 0 ? census[n + 1]! / census[n + 2]! : 0;
  census.fill(0);
}
