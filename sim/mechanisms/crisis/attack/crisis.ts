import type { WarSide } from './spoils.ts';

/** The two sides when allies are called. Indices of actors; from the number of actors on, of outside threats. */
export interface Crisis {
  attacker: number;
  victim: number;
  /** The actor whose call is answered: the victim, or an attacker that invokes an offensive treaty. */
  caller: number;
  /** The actor or threat to fight against. */
  foe: number;
  attack: WarSide;
  defence: WarSide;
}
