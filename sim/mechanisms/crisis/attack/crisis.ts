/** The two sides when an ally is asked. Indices of actors; from the number of actors on, of outside threats. */
export interface Crisis {
  attacker: number;
  victim: number;
  /** The actor whose call is answered: the victim, or an attacker that invokes an offensive treaty. */
  caller: number;
  /** The actor or threat to fight against. */
  foe: number;
  attack: number;
  defence: number;
}
