import type { Shelf } from '../../engine/mechanism.ts';
import { growth } from './growth.ts';

export const grow: Shelf = { standard: [growth], others: [] };
