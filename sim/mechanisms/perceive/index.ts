import type { Shelf } from '../../engine/mechanism.ts';
import { observation } from './observation.ts';

export const perceive: Shelf = { standard: [observation], others: [] };
