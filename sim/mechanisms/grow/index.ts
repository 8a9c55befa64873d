import type { PhaseCatalogue } from '../../model/mechanism.ts';
import { growth } from './growth.ts';

export const grow: PhaseCatalogue = { standard: [growth], others: [] };
