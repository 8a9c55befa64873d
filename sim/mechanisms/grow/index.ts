import type { Shelf } from '../../mechanism.ts';
import { growth } from './growth.ts';

export const grow: Shelf = { standard: [growth], others: [] };
