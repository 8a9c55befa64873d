import type { Shelf } from '../../mechanism.ts';
import { observation } from './observation.ts';

export const perceive: Shelf = { standard: [observation], others: [] };
