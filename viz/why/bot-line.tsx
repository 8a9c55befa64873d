import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DecisionRow } from '../../classroom/protocol/debrief-file.ts';
import type { Event } from '../../sim/world/event.ts';
import { useSharedRun } from '../share/shared-run.ts';
import { botWould } from './bot-would.ts';

/** Of a class's own game: what the model would have done in the player's place. */
export function BotLine({ event }: { event: Event }) {
  const room = useSharedRun().room.value;
  const rows = useSignal<readonly DecisionRow[]>([]);
  useEffect(() => {
    void room?.decisions().then((found) => {
      rows.value = found;
    });
  }, [room, rows]);
  const text = botWould(event, rows.value);
  return text === undefined ? null : <p class="bot-would">{text}</p>;
}
