import type { Event } from '../../sim/world/event.ts';
import { t } from '../i18n/index.ts';
import { deciderOf } from '../run-view/decider.ts';
import type { RunView } from '../run-view/run-view.ts';

/** Who decided so in the game of a class: a player, the default of a seat, or the model. Nothing in other runs. */
export function DeciderSign({ event, run }: { event: Event; run: RunView }) {
  const decider = deciderOf(run, event);
  if (!decider) return null;
  return <span class={`decider ${decider}`}>{t(`event.by-${decider}`)}</span>;
}
