import type { Shelf } from '../index.ts';
import { pledges } from './pledges.ts';

export const contribute: Shelf = { standard: [pledges], others: [] };
