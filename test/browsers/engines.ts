import { type EngineName, type Engines, engineNames, findEngines } from '../../scripts/engines.mjs';

export type { EngineName };

const handedDown = process.env.FOEDUS_ENGINES;

/** The engines of this computer: as `npm test` found them, or found now when vitest runs by itself. */
export const engines: Engines = handedDown ? JSON.parse(handedDown) : await findEngines();

/** The names of those engines, for `describe.each(available)`. */
export const available: EngineName[] = engineNames.filter((name) => engines[name]);
