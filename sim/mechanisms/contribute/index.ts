import type { Shelf } from '../../mechanism.ts';
import { pledges } from './pledges.ts';

export const contribute: Shelf = { standard: [pledges], others: [] };
