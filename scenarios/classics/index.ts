import europe1936 from './europe-1936.json' with { type: 'json' };
import landscape from './landscape.json' with { type: 'json' };

/** The published models by id, in the order of docs/classics.md. Blueprints: `check` draws them out. */
export const classics: Readonly<Record<string, unknown>> = {
  'classics/landscape': landscape,
  'classics/europe-1936': europe1936,
};
