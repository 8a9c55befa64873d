import type { PhaseCatalogue } from '../../model/mechanism.ts';
import { disputes } from './disputes.ts';
import { expulsion } from './expulsion.ts';
import { peerPunishment } from './peer-punishment.ts';
import { restitution } from './restitution.ts';
import { reviews } from './reviews.ts';
import { sanctions } from './sanctions.ts';
import { tribute } from './tribute.ts';

export const govern: PhaseCatalogue = {
  standard: [sanctions, tribute, restitution, disputes, reviews, expulsion],
  others: [peerPunishment],
};
