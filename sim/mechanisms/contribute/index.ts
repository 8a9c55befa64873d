import type { Shelf } from '../../mechanism.ts';
import { grimTrigger } from './grim.ts';
import { jointProducts } from './joint.ts';
import { laboratory } from './laboratory.ts';
import { pledges } from './pledges.ts';
import { publicGood } from './public-good.ts';

export const contribute: Shelf = { standard: [pledges], others: [jointProducts, publicGood, laboratory, grimTrigger] };
