import agreementBarrett from './agreement-barrett.json' with { type: 'json' };
import agreementCartel from './agreement-cartel.json' with { type: 'json' };
import agreementLinear from './agreement-linear.json' with { type: 'json' };
import nato1964 from './nato-1964.json' with { type: 'json' };
import publicGood from './public-good.json' with { type: 'json' };

/** The published models by id, in the order of docs/classics.md. Blueprints: `check` draws them out. */
export const classics: Readonly<Record<string, unknown>> = {
  'classics/nato-1964': nato1964,
  'classics/public-good': publicGood,
  'classics/agreement-linear': agreementLinear,
  'classics/agreement-barrett': agreementBarrett,
  'classics/agreement-cartel': agreementCartel,
};
