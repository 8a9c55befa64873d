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

/** The open call of an occasion; undefined where it is another one. */
export const openCallOf = ({ kind, who, about, alliance, foe }: Occasion, tick: number): OpenCall | undefined =>
  kind === 'call' ? { tick, who: who[0]!, caller: about!, alliance: alliance!, foe: foe! } : undefined;
