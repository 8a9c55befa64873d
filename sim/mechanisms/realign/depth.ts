import { OBLIGATION_BIT, OBLIGATIONS, type Obligation } from '../../schema/treaty.ts';

/** How far each obligation draws an actor into its partners’ quarrels. */
const DEPTH: Record<Obligation, number> = {
  defence: 1,
  offence: 1.2,
  neutrality: 0.4,
  nonaggression: 0.15,
  consultation: 0.2,
};
/** How much of a partner’s own danger each takes away. */
const RELIEF: Record<Obligation, number> = {
  defence: 1,
  offence: 1,
  neutrality: 0.7,
  nonaggression: 1,
  consultation: 0.3,
};

// One entry for every set of obligations that a bond’s six bits can hold.
const most = (least: number, of: Record<Obligation, number>): Float64Array =>
  Float64Array.from({ length: 64 }, (_, bits) => {
    let largest = bits === 0 ? 0 : least;
    for (const obligation of OBLIGATIONS)
      if ((bits & OBLIGATION_BIT[obligation]) !== 0) largest = Math.max(largest, of[obligation]);
    return largest;
  });
const BOND_DEPTH = most(0.1, DEPTH);
const BOND_RELIEF = most(0, RELIEF);

export const depthOf = (bond: number): number => BOND_DEPTH[bond]!;
export const reliefOf = (bond: number): number => BOND_RELIEF[bond]!;
