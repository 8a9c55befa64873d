import type { PhaseCatalogue } from '../../model/mechanism.ts';
import { payoffs } from './payoffs.ts';
import { pools } from './pools.ts';

export const produce: PhaseCatalogue = { standard: [pools, payoffs], others: [] };
