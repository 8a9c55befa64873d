import type { Alliance } from '../../alliance.ts';
import type { World } from '../../world.ts';

/** A pool counts as rival if its treaty says so, or says nothing and is neither for defence nor for attack. */
export const isRival = ({ clauses }: Alliance): boolean =>
  clauses.rival ?? (clauses.purpose !== 'defensive' && clauses.purpose !== 'offensive');

/**
 * Odds β/(1−β) of the common defence in an actor's Cobb–Douglas taste: they rise with its valuation and with the threat it sees
 * (Olson & Zeckhauser 1966 take β as given; Sandler & Forbes 1980 let threat move it).
 */
export const defenceOdds = (world: World, actor: number, peace: number, alarm: number): number =>
  world.columns.valuation[actor]! * (peace + alarm * world.columns.threat[actor]!);
