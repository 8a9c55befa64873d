import type { Shelf } from '../index.ts';
import { attacks } from './attacks.ts';

export const crisis: Shelf = { standard: [attacks], others: [] };
