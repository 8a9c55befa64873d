import delianLeague from './delian-league.json' with { type: 'json' };
import europe1879 from './europe-1879-1914.json' with { type: 'json' };
import nato from './nato.json' with { type: 'json' };

/** The bundled scenarios by id, in the order in which they are offered; `Scenario.parse` makes them runnable. */
export const scenarios: Readonly<Record<string, unknown>> = {
  'europe-1879-1914': europe1879,
  'delian-league': delianLeague,
  nato,
};
