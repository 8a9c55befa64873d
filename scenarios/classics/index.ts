import tribute from './tribute.json' with { type: 'json' };

/** The published models by id, in the order of docs/classics.md. Blueprints: `check` draws them out. */
export const classics: Readonly<Record<string, unknown>> = {
  'classics/tribute': tribute,
};
