/** The two sides as they stand when an ally is asked. Indices of actors; from the number of actors on, of outside threats. */
export interface Crisis {
  attacker: number;
  victim: number;
  /** The one whose call is answered: the victim, or an attacker that invokes an offensive treaty. */
  caller: number;
  /** The one to be fought. */
  foe: number;
  attack: number;
  defence: number;
}
