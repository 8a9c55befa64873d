import type { World } from '../../../world/state.ts';

/**
 * Odds β/(1−β) of the common defence in an actor's Cobb–Douglas preference. They rise with its valuation and with the threat it
 * perceives (Olson & Zeckhauser 1966 take β as given; Sandler & Forbes 1980 let threat change it).
 */
export const defenceOdds = (world: World, actor: number, peace: number, alarm: number): number =>
  world.columns.valuation[actor]! * (peace + alarm * world.columns.threat[actor]!);
