import type { Shelf } from '../../mechanism.ts';
import { disputes } from './disputes.ts';
import { expulsion } from './expulsion.ts';
import { reviews } from './reviews.ts';
import { sanctions } from './sanctions.ts';
import { tribute } from './tribute.ts';

export const govern: Shelf = { standard: [sanctions, tribute, disputes, reviews, expulsion], others: [] };
