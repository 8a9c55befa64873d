import type { Shelf } from '../index.ts';
import { observation } from './observation.ts';

export const perceive: Shelf = { standard: [observation], others: [] };
