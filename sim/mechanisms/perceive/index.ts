import type { PhaseCatalogue } from '../../engine/mechanism.ts';
import { observation } from './observation.ts';

export const perceive: PhaseCatalogue = { standard: [observation], others: [] };
