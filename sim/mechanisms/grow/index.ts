import type { PhaseCatalogue } from '../../engine/mechanism.ts';
import { growth } from './growth.ts';

export const grow: PhaseCatalogue = { standard: [growth], others: [] };
