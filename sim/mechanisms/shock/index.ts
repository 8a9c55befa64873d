import type { PhaseCatalogue } from '../../model/mechanism.ts';
import { fading } from './fading.ts';
import { interventions } from './interventions.ts';
import { random } from './random.ts';
import { scheduled } from './scheduled.ts';

export const shock: PhaseCatalogue = { standard: [fading, scheduled, random, interventions], others: [] };
