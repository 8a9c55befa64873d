import type { Shelf } from '../index.ts';
import { growth } from './growth.ts';

export const grow: Shelf = { standard: [growth], others: [] };
