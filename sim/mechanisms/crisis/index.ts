import type { PhaseCatalogue } from '../../model/mechanism.ts';
import { attacks } from './attacks.ts';
import { relief } from './relief.ts';
import { tributeModel } from './tribute-model.ts';

export const crisis: PhaseCatalogue = { standard: [relief, attacks], others: [tributeModel] };
