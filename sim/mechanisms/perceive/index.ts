import type { PhaseCatalogue } from '../../model/mechanism.ts';
import { observation } from './observation.ts';

export const perceive: PhaseCatalogue = { standard: [observation], others: [] };
