import type { ScenarioDraft } from '../../sim/schema/scenario.ts';

/** So many equal powers with one interest, for tests that need a run of a certain size and no history. */
export const powers = (count: number, ticks: number): ScenarioDraft => ({
  format: 'foedus-scenario/1',
  id: 'powers',
  title: `${count} powers`,
  kind: 'laboratory',
  summary: '',
  time: { start: 1900, ticks, ticksPerYear: 4 },
  resources: [{ id: 'army', name: 'Army', unit: 'divisions' }],
  interests: [{ id: 'border', name: 'The border', low: 'here', high: 'there' }],
  actors: Array.from({ length: count }, (_, k) => ({
    id: `P${k}`,
    name: `Power ${k}`,
    resources: { army: 1 + (k % 7) },
    position: { border: ((k * 37) % 101) / 50 - 1 },
  })),
  dyadDefaults: { hostility: 0.2 },
});
