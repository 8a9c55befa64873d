import agreementBarrett from './agreement-barrett.json' with { type: 'json' };
import agreementCartel from './agreement-cartel.json' with { type: 'json' };
import agreementLinear from './agreement-linear.json' with { type: 'json' };
import airport from './airport.json' with { type: 'json' };
import balanceFlow from './balance-flow.json' with { type: 'json' };
import bankruptcy from './bankruptcy.json' with { type: 'json' };
import coalitionStructure from './coalition-structure.json' with { type: 'json' };
import coalitionStructureSizes from './coalition-structure-sizes.json' with { type: 'json' };
import europe1936 from './europe-1936.json' with { type: 'json' };
import gamson from './gamson.json' with { type: 'json' };
import glove from './glove.json' with { type: 'json' };
import laboratory from './laboratory.json' with { type: 'json' };
import laboratoryPunishment from './laboratory-punishment.json' with { type: 'json' };
import landscape from './landscape.json' with { type: 'json' };
import nato1964 from './nato-1964.json' with { type: 'json' };
import powers1907 from './powers-1907.json' with { type: 'json' };
import publicGood from './public-good.json' with { type: 'json' };
import repeated from './repeated.json' with { type: 'json' };
import triads from './triads.json' with { type: 'json' };
import triadsConstrained from './triads-constrained.json' with { type: 'json' };
import tribute from './tribute.json' with { type: 'json' };
import voting from './voting.json' with { type: 'json' };

/** The published models by id, in the order of docs/classics.md. They are scenario templates, which `check` expands. */
export const classics: Readonly<Record<string, unknown>> = {
  'classics/nato-1964': nato1964,
  'classics/public-good': publicGood,
  'classics/landscape': landscape,
  'classics/europe-1936': europe1936,
  'classics/tribute': tribute,
  'classics/agreement-linear': agreementLinear,
  'classics/agreement-barrett': agreementBarrett,
  'classics/agreement-cartel': agreementCartel,
  'classics/triads': triads,
  'classics/triads-constrained': triadsConstrained,
  'classics/balance-flow': balanceFlow,
  'classics/powers-1907': powers1907,
  'classics/voting': voting,
  'classics/glove': glove,
  'classics/airport': airport,
  'classics/bankruptcy': bankruptcy,
  'classics/gamson': gamson,
  'classics/coalition-structure': coalitionStructure,
  'classics/coalition-structure-sizes': coalitionStructureSizes,
  'classics/laboratory': laboratory,
  'classics/laboratory-punishment': laboratoryPunishment,
  'classics/repeated': repeated,
};
