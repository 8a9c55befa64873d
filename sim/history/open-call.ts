import type { Occasion } from '../model/occasion.ts';

/** A call to arms that waits for the answer of a person. */
export interface OpenCall {
  /** The tick in which it came. */
  tick: number;
  /** Ids: who is called, by whom, by which alliance, against whom. */
  who: string;
  caller: string;
  alliance: string;
  foe: string;
}

/** The open call of an occasion. No occasion is one today: no actor is held, and the model answers for each. */
export const openCallOf = (_occasion: Occasion, _tick: number): OpenCall | undefined => undefined;
