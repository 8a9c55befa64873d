import type { Shelf } from '../../mechanism.ts';
import { pools } from './pools.ts';

export const produce: Shelf = { standard: [pools], others: [] };
