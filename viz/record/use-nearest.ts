import { SEEDS_SOUGHT } from '../../sim/experiment/seeds.ts';
import { numeral, t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useRun } from '../store/run.ts';

/** That a run is the nearest to the record, in words; empty for any other. */
export function useNearest(run: RunView): string {
  const { library, scenario, seed, given } = useRun();
  const isPlain = given.value === null && run.replay.interventions.length === 0;
  if (!isPlain || !run.replay.record || seed.value !== library.declaredSeed(scenario.value)) return '';
  return t('record.nearest', { seed: seed.value, sought: numeral().format(SEEDS_SOUGHT) });
}
