import type { Shelf } from '../../mechanism.ts';
import { balance } from './balance.ts';
import { experience } from './experience.ts';
import { grievances } from './grievances.ts';

export const trust: Shelf = { standard: [experience, grievances], others: [balance] };
