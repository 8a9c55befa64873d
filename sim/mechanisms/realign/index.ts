import type { Shelf } from '../../mechanism.ts';
import { departures } from './departures.ts';
import { fulfilment } from './fulfilment.ts';
import { moves } from './moves.ts';
import { renewals } from './renewals.ts';

export const realign: Shelf = { standard: [renewals, moves, fulfilment, departures], others: [] };
