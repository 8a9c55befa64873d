import { z } from 'zod';
import { mechanism, type PhaseCatalogue } from '../model/mechanism.ts';
import { frustration } from './balance.ts';
import { cohesion, polarisation } from './bonds.ts';
import { burdenGini, effortRate, exploitation, freeRiding } from './burden.ts';
import type { Measure } from './measure.ts';
import { misperception } from './perception.ts';
import { alliances, alliedPartners, concentration, meanSize, membership } from './structure.ts';
import { security, welfare } from './wellbeing.ts';

/** Every metric of the world, in the order of the metrics column; adding one is one file and one line here. */
export const MEASURES: readonly Measure[] = [
  alliances,
  meanSize,
  membership,
  alliedPartners,
  concentration,
  polarisation,
  cohesion,
  effortRate,
  freeRiding,
  burdenGini,
  exploitation,
  welfare,
  security,
  misperception,
  frustration,
];

const metrics = mechanism({
  name: 'metrics',
  phase: 'measure',
  cites: [],
  owns: ['metrics'],
  params: z.strictObject({}),
  step(world, { model }) {
    const { ticksPerYear } = model.scenario.time;
    for (let k = 0; k < MEASURES.length; k++) {
      const measure = MEASURES[k]!;
      if (measure.every === undefined || (world.tick + 1) % (measure.every * ticksPerYear) === 0)
        world.columns.metrics[k] = measure.of(world, model);
    }
  },
});

export const measure: PhaseCatalogue = { standard: [metrics], others: [] };
