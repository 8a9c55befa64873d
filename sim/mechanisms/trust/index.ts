import type { Shelf } from '../../mechanism.ts';
import { experience } from './experience.ts';

export const trust: Shelf = { standard: [experience], others: [] };
