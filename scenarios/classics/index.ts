import balanceFlow from './balance-flow.json' with { type: 'json' };
import powers1907 from './powers-1907.json' with { type: 'json' };
import triads from './triads.json' with { type: 'json' };
import triadsConstrained from './triads-constrained.json' with { type: 'json' };

/** The published models by id, in the order of docs/classics.md. Blueprints: `check` draws them out. */
export const classics: Readonly<Record<string, unknown>> = {
  'classics/triads': triads,
  'classics/triads-constrained': triadsConstrained,
  'classics/balance-flow': balanceFlow,
  'classics/powers-1907': powers1907,
import laboratory from './laboratory.json' with { type: 'json' };
import laboratoryPunishment from './laboratory-punishment.json' with { type: 'json' };
import repeated from './repeated.json' with { type: 'json' };

/** The published models by id, in the order of docs/classics.md. Blueprints: `check` draws them out. */
export const classics: Readonly<Record<string, unknown>> = {
  'classics/laboratory': laboratory,
  'classics/laboratory-punishment': laboratoryPunishment,
  'classics/repeated': repeated,
};
