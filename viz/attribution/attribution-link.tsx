import type { Event } from '../../sim/world/event.ts';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { type ComparisonSide, useBranches } from '../store/branches.ts';

import { useAttribution } from './asked-ending.ts';

interface LinkOf {
  name: string;
  alliance: string;
  /** Tick of its founding. */
  founded: number;
  /** Of a branch and its original, the one in which it ended; that one then comes on show. */
  side?: ComparisonSide;
}

/** Asks what ended an alliance. */
export function AttributionLink({ name, alliance, founded, side }: LinkOf) {
  const branches = useBranches();
  const attribution = useAttribution();
  return (
    <button
      type="button"
      class="attribution-link"
      aria-haspopup="dialog"
      aria-label={t('attribution.askOf', { name })}
      onClick={() => {
        if (side) branches.show(side);
        attribution.ask(alliance, founded);
      }}
    >
      {t('attribution.ask')}
    </button>
  );
}

/** The same beside an event that ends an alliance. */
export function AttributionButton({ event, run }: { event: Event; run: RunView }) {
  if (event.kind !== 'dissolved' && event.kind !== 'merged') return null;
  const record = run.replay.alliances.find(({ id, ended }) => id === event.alliance && ended === event.tick);
  return record ? <AttributionLink name={record.name} alliance={record.id} founded={record.founded} /> : null;
}
