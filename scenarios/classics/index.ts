import laboratory from './laboratory.json' with { type: 'json' };
import laboratoryPunishment from './laboratory-punishment.json' with { type: 'json' };
import repeated from './repeated.json' with { type: 'json' };

/** The published models by id, in the order of docs/classics.md. Blueprints: `check` draws them out. */
export const classics: Readonly<Record<string, unknown>> = {
  'classics/laboratory': laboratory,
  'classics/laboratory-punishment': laboratoryPunishment,
  'classics/repeated': repeated,
};
