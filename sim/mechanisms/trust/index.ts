import type { PhaseCatalogue } from '../../model/mechanism.ts';
import { balance } from './balance.ts';
import { balanceFlow } from './balance-flow.ts';
import { constrainedTriads } from './constrained-triads.ts';
import { experience } from './experience.ts';
import { grievances } from './grievances.ts';
import { localTriads } from './local-triads.ts';

export const trust: PhaseCatalogue = {
  standard: [experience, grievances],
  others: [balance, localTriads, constrainedTriads, balanceFlow],
};
