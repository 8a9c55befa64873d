import type { Shelf } from '../index.ts';
import { experience } from './experience.ts';

export const trust: Shelf = { standard: [experience], others: [] };
