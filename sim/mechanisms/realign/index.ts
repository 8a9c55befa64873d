import type { PhaseCatalogue } from '../../model/mechanism.ts';
import { camps } from './camps.ts';
import { departures } from './departures.ts';
import { fulfilment } from './fulfilment.ts';
import { descent } from './landscape-descent.ts';
import { mergers } from './mergers.ts';
import { moves } from './moves.ts';
import { renewals } from './renewals.ts';
import { splits } from './splits.ts';
import { tiesByLot } from './ties-by-lot.ts';

export const realign: PhaseCatalogue = {
  standard: [renewals, moves, mergers, splits, fulfilment, departures],
  others: [tiesByLot, camps, descent],
};
