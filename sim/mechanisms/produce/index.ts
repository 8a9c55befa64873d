import type { Shelf } from '../../engine/mechanism.ts';
import { payoffs } from './payoffs.ts';
import { pools } from './pools.ts';

export const produce: Shelf = { standard: [pools, payoffs], others: [] };
