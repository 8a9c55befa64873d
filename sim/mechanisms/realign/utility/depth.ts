import { BONDS, OBLIGATION_BIT, OBLIGATIONS, type Obligation, SECURITY_BIT } from '../../../schema/treaty.ts';

/** How deeply each obligation involves an actor in its partners’ disputes. */
const DEPTH: Record<Obligation, number> = {
  defence: 1,
  offence: 1.2,
  neutrality: 0.4,
  nonaggression: 0.15,
  consultation: 0.2,
};
/** How much of the danger from a partner each obligation removes. */
const RELIEF: Record<Obligation, number> = {
  defence: 1,
  offence: 1,
  neutrality: 0.7,
  nonaggression: 1,
  consultation: 0.3,
};

/**
 * Collective security involves an actor as deeply as collective defence, but a partner may still attack: the others only raise the
 * cost.
 */
const SECURITY_DEPTH = 1;
const SECURITY_RELIEF = 0.4;

// One entry for every set of obligations in a bond’s seven bits.
const most = (least: number, of: Record<Obligation, number>, security: number): Float64Array =>
  Float64Array.from({ length: BONDS }, (_, bits) => {
    let largest = bits === 0 ? 0 : (bits & SECURITY_BIT) === 0 ? least : Math.max(least, security);
    for (const obligation of OBLIGATIONS)
      if ((bits & OBLIGATION_BIT[obligation]) !== 0) largest = Math.max(largest, of[obligation]);
    return largest;
  });
const BOND_DEPTH = most(0.1, DEPTH, SECURITY_DEPTH);
const BOND_RELIEF = most(0, RELIEF, SECURITY_RELIEF);

/** How deeply a bond involves an actor in its partners’ disputes: the deepest of its obligations. */
export const depthOf = (bond: number): number => BOND_DEPTH[bond]!;
/** How much of the danger from a partner a bond removes: the most of any of its obligations. */
export const reliefOf = (bond: number): number => BOND_RELIEF[bond]!;
