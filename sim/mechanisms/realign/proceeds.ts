import type { Alliance, Member } from '../../alliance.ts';
import type { Desk } from '../../mechanism.ts';
import type { Purpose } from '../../schema/treaty.ts';
import type { World } from '../../world.ts';
import { benefitKey } from '../produce/pools.ts';
import { synergy, synergyParams } from '../produce/synergy.ts';
import type { Prospect } from './terms.ts';

/** What a unit of each pool is worth beside one of an economic pool, whose shares alone go to who gets them. */
const WORTH: Record<Purpose, number> = {
  economic: 1,
  knowledge: 1,
  political: 0.5,
  social: 0.5,
  'crisis-response': 0.5,
  defensive: 0,
  offensive: 0,
};

/** Share of the own budget at which proceeds are worth half of what any could be. */
const HALF = 0.1;

/** Share of its stocks that an actor expects to lose a tick, beside what it sees its fellows lose now. */
const CARE = 0.01;

/** What those who have not seen a pool at work expect of it. */
const USUAL = synergyParams.parse({});

/** Sums over a pool’s members, of one appraisal. */
const sums = { given: 0, key: 0, keys: 0, budgets: 0, members: 0 };

/** What a rival pool is expected to pay actor i under the treaty’s rule, beside its budget, [0, 1). */
export function proceeds(world: World, i: number, prospect: Prospect, desk: Desk): number {
  const { clauses, alliance, member, count } = prospect;
  const budget = world.columns.budget[i]!;
  // A union with others is not yet what one is in.
  const within = alliance && member && count < alliance.members.length;
  const made = within ? fromWithin(world, alliance, member) : fromOutside(world, i, prospect);
  const pool = sums.given > 0 ? sums.given * (made >= 0 ? made : usual(world, i, prospect, desk)) : 0;
  let got = 0;
  if (clauses.purpose === 'economic') got = pool * (sums.keys > 0 ? sums.key / sums.keys : 1 / sums.members);
  else if (sums.budgets > 0) got = (pool * WORTH[clauses.purpose] * budget) / sums.budgets;
  if (clauses.purpose === 'crisis-response' && alliance && alliance.fund > 0) got += cover(world, i, alliance);
  return got > 0 ? got / (got + HALF * budget) : 0;
}

/**
 * Who is in expects of each what it has been seen to pay of its quota. @returns what effort has made there so far, as a factor; −1
 * where that says nothing, since nobody paid or the members have changed since.
 */
function fromWithin(world: World, { members, clauses, pool }: Alliance, member: Member): number {
  const { strength, budget } = world.columns;
  sums.given = sums.keys = sums.key = sums.budgets = 0;
  sums.members = members.length;
  let paid = 0;
  let shared = 0;
  for (const other of members) {
    const given = other === member ? other.quota : other.quota * other.seen;
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

/** Who is not takes the clauses at their word. @returns −1: it has seen nothing yet. */
function fromOutside(world: World, i: number, { partners, count, clauses, quota }: Prospect): number {
  const { strength, budget } = world.columns;
  sums.key = benefitKey(clauses, quota, strength[i]!);
  sums.keys = sums.key;
  sums.given = quota;
  sums.budgets = budget[i]!;
  sums.members = count + 1;
  for (let p = 0; p < count; p++) {
    const j = partners[p]!;
    const asked = clauses.targetRate * budget[j]!;
    sums.keys += benefitKey(clauses, asked, strength[j]!);
    sums.given += asked;
    sums.budgets += budget[j]!;
  }
  return -1;
}

/** What so much effort would make of these members, if their pool turns out as pools usually do. */
function usual(world: World, i: number, { partners, count, clauses }: Prospect, { foes }: Desk): number {
  // The place behind the partners is free: nobody is its own partner.
  partners[count] = i;
  const factor = synergy(world, USUAL, clauses, partners, count + 1, foes);
  foes.fill(0, 0, count + 1);
  return factor;
}

/** What a fund could make good of the loss that a member expects by what it sees its fellows lose. */
function cover(world: World, i: number, { members, fund }: Alliance): number {
  const m = world.shape.resources;
  const { resources, loss } = world.columns;
  let stocks = 0;
  let lost = 0;
  let own = 0;
  for (const { actor } of members)
    for (let k = actor * m; k < (actor + 1) * m; k++) {
      stocks += resources[k]!;
      lost += loss[k]!;
      if (actor === i) own += resources[k]!;
    }
  return stocks > 0 ? Math.min(fund, own * Math.min(1, CARE + lost / stocks)) : 0;
}
