import asean from './asean.json' with { type: 'json' };
import { classics } from './classics/index.ts';
import delianLeague from './delian-league.json' with { type: 'json' };
import europe1879 from './europe-1879-1914.json' with { type: 'json' };
import europe1936 from './europe-1936-1939.json' with { type: 'json' };
import italianLeague from './italian-league.json' with { type: 'json' };
import nato from './nato.json' with { type: 'json' };
import sinoSoviet from './sino-soviet.json' with { type: 'json' };
import warsawPact from './warsaw-pact.json' with { type: 'json' };

/** Histories by id, in the order in which they are offered; `check` makes them runnable. */
export const histories: Readonly<Record<string, unknown>> = {
  'europe-1879-1914': europe1879,
  'delian-league': delianLeague,
  nato,
  'europe-1936-1939': europe1936,
  'warsaw-pact': warsawPact,
  'sino-soviet': sinoSoviet,
  asean,
  'italian-league': italianLeague,
};

/** All bundled scenarios. */
export const scenarios: Readonly<Record<string, unknown>> = { ...histories, ...classics };
