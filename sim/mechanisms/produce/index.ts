import type { Shelf } from '../index.ts';
import { pools } from './pools.ts';

export const produce: Shelf = { standard: [pools], others: [] };
