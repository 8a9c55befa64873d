import type { PhaseCatalogue } from '../../model/mechanism.ts';
import { grimTrigger } from './grim-trigger.ts';
import { jointProducts } from './joint-products.ts';
import { laboratory } from './laboratory.ts';
import { pledges } from './pledges.ts';
import { publicGood } from './public-good.ts';

export const contribute: PhaseCatalogue = {
  standard: [pledges],
  others: [jointProducts, publicGood, laboratory, grimTrigger],
};
