import type { Purpose } from '../../../schema/treaty.ts';
import type { Alliance, Member } from '../../../world/alliance.ts';
import { memberOf } from '../../../world/membership.ts';
import type { AppraisalBuffer } from '../../../world/scratch.ts';
import type { World } from '../../../world/state.ts';
import { synergy, synergyParams } from '../../produce/pool/synergy.ts';
import { benefitKey } from '../../produce/pools.ts';
import type { Prospect } from './terms.ts';

/**
 * Worth of a unit of each pool relative to an economic pool: a non-rival benefit, which all share, is worth more than a divided
 * one.
 */
const WORTH: Record<Purpose, number> = {
  economic: 1,
  knowledge: 2,
  political: 2,
  social: 3,
  'crisis-response': 0.5,
  defensive: 0,
  offensive: 0,
};

/** Share of the own budget at which proceeds have half of their largest possible worth. */
const HALF = 0.1;

/** Share of its stocks that an actor expects to lose in a year, besides the losses it observes among its partners now. */
const CARE = 0.002;

/** Years of its pool that a fund is expected to hold in the long run, if it does not hold more. */
const SAVED = 5;

/** Synergy that outsiders of a pool expect. */
const DEFAULT_SYNERGY = synergyParams.parse({});

/** Sums over a pool’s members, for one appraisal. */
const sums = { given: 0, key: 0, keys: 0, budgets: 0, members: 0 };

/** The expected return of a rival pool to actor i under the treaty’s rule, relative to its budget, [0, 1). */
export function poolReturns(
  world: World,
  i: number,
  prospect: Prospect,
  ticksPerYear: number,
  buffer: AppraisalBuffer,
): number {
  const { clauses, alliance, member, count, text } = prospect;
  const budget = world.columns.budget[i]!;
  // A union with others is not the alliance that the actor is in now.
  const within = alliance && member && (text !== undefined || count < alliance.members.length);
  const made = within ? fromWithin(world, text ?? alliance, member) : fromOutside(world, i, prospect);
  const pool = sums.given > 0 ? sums.given * (made >= 0 ? made : expectedPool(world, i, prospect, buffer)) : 0;
  let got = 0;
  if (clauses.purpose === 'economic') got = pool * (sums.keys > 0 ? sums.key / sums.keys : 1 / sums.members);
  else if (sums.budgets > 0) got = (pool * WORTH[clauses.purpose] * budget) / sums.budgets;
  if (clauses.purpose === 'crisis-response')
    got += Math.min(
      Math.max(SAVED * ticksPerYear * pool, alliance?.fund ?? 0),
      feared(world, i, prospect, ticksPerYear),
    );
  return got > 0 ? got / (got + HALF * budget) : 0;
}

/**
 * A member expects each other to pay the observed share of its quota. @returns the factor by which effort has yielded there so far;
 * −1 where that is unknown, since nobody paid or the members have changed since.
 */
function fromWithin(world: World, { members, clauses, pool }: Alliance, member: Member): number {
  const { strength, budget } = world.columns;
  sums.given = sums.keys = sums.key = sums.budgets = 0;
  sums.members = members.length;
  let paid = 0;
  let shared = 0;
  for (const other of members) {
    // Some pay more than their quota.
    const given = Math.max(other.effort, other === member ? other.quota : other.quota * other.seen);
    const key = benefitKey(clauses, given, strength[other.actor]!);
    if (other === member) sums.key = key;
    sums.keys += key;
    sums.given += given;
    sums.budgets += budget[other.actor]!;
    paid += other.effort;
    shared += other.benefit;
  }
  return paid > 0 && shared >= (1 - 1e-9) * pool ? pool / paid : -1;
}

/** An outsider expects payment as the clauses say, or the quotas of a text. @returns −1: it has no observation yet. */
function fromOutside(world: World, i: number, { partners, count, clauses, quota, text }: Prospect): number {
  const { strength, budget } = world.columns;
  sums.key = benefitKey(clauses, quota, strength[i]!);
  sums.keys = sums.key;
  sums.given = quota;
  sums.budgets = budget[i]!;
  sums.members = count + 1;
  for (let p = 0; p < count; p++) {
    const j = partners[p]!;
    const asked = text ? memberOf(text, j)!.quota : clauses.targetRate * budget[j]!;
    sums.keys += benefitKey(clauses, asked, strength[j]!);
    sums.given += asked;
    sums.budgets += budget[j]!;
  }
  return -1;
}

/** The synergy factor that an outsider expects of a pool of these members and itself. */
function expectedPool(
  world: World,
  i: number,
  { partners, count, clauses }: Prospect,
  { foes }: AppraisalBuffer,
): number {
  // The slot after the partners is free: nobody is its own partner.
  partners[count] = i;
  const factor = synergy(world, DEFAULT_SYNERGY, clauses, partners, count + 1, foes);
  foes.fill(0, 0, count + 1);
  return factor;
}

/** The loss that an actor expects in a tick: always a little, plus as much as it and its partners suffer now. */
function feared(world: World, i: number, { partners, count }: Prospect, ticksPerYear: number): number {
  const m = world.shape.resources;
  const { resources, loss } = world.columns;
  let own = 0;
  let lost = 0;
  for (let k = i * m; k < (i + 1) * m; k++) {
    own += resources[k]!;
    lost += loss[k]!;
  }
  let stocks = own;
  for (let p = 0; p < count; p++)
    for (let k = partners[p]! * m; k < (partners[p]! + 1) * m; k++) {
      stocks += resources[k]!;
      lost += loss[k]!;
    }
  return stocks > 0 ? own * Math.min(1, CARE / ticksPerYear + lost / stocks) : 0;
}
