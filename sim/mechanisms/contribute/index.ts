import type { Shelf } from '../../mechanism.ts';
import { jointProducts } from './joint.ts';
import { pledges } from './pledges.ts';
import { publicGood } from './public-good.ts';

export const contribute: Shelf = { standard: [pledges], others: [jointProducts, publicGood] };
