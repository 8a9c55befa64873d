import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useNearest } from './use-nearest.ts';

/** Says that the run is one of many that might have been, and of the one that comes nearest to the record, that it does. */
export function PossibleHistory({ run }: { run: RunView }) {
  const nearest = useNearest(run);
  return (
    <p class="possible">
      {t(run.scenario.kind === 'classic' ? 'record.possibleRun' : 'record.possible')}
      {nearest ? <span class="possible-nearest"> · {nearest}</span> : null}
    </p>
  );
}
