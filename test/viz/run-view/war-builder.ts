import type { Event } from '../../../sim/world/event.ts';

/** A war that the first won, at little loss. */
export const fought = (tick: number, who: string[], against: string[]): Event => ({
  tick,
  by: 'attacks',
  kind: 'fought',
  who,
  against,
  won: true,
  losses: 1,
  spoils: 0,
  because: [],
});
