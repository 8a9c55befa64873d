/**
 * An occasion on which something is decided, reported when it arises, whether or not an event comes of it. Where an event does not
 * happen, it tells whether the decision was another or was never asked for. Counterfactuals listen, and whoever
 * asks persons to decide.
 */
export interface Occasion {
  /**
   * exposure      an actor may be attacked; then `menace`, the foe that may attack it
   * deliberation  an actor reconsiders its alliances; then each `move` that it evaluates, and each `proposal` that it makes
   * vote          the members of an alliance vote; then `ballots`, those in favour
   * renewal       the term of a treaty is over; then `going`, those who will not renew it
   * call          an actor that is held is called to arms, and nobody has decided what it answers: about the caller
   * amends        an actor that broke a promise considers compensation
   */
  kind:
    | 'exposure'
    | 'menace'
    | 'deliberation'
    | 'move'
    | 'proposal'
    | 'vote'
    | 'ballots'
    | 'renewal'
    | 'going'
    | 'call'
    | 'amends';
  /** Ids of those who decide, or of whom it is decided. */
  who: readonly string[];
  /** What it is about: ids and names. */
  about?: string;
  /** Of a call, the alliance by which it comes, and against whom. */
  alliance?: string;
  foe?: string;
  /** The random number that the decision uses, where it has one of its own. */
  draw?: number;
  /** Of a menace, the probability of the attack; of an exposure, the hazard of all attacks in this tick. */
  probability?: number;
}
