import type { Shelf } from '../../mechanism.ts';
import { attacks } from './attacks.ts';

export const crisis: Shelf = { standard: [attacks], others: [] };
