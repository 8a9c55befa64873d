import type { DebriefView } from '../../classroom/protocol/request.ts';
import type { Debrief } from '../../classroom/protocol/state.ts';
import { useControl } from './use-control.ts';

/** What the projector shows now, and a way to show something else on it. */
export function useSteer(): Debrief & { view: DebriefView; show(change: Partial<Debrief>): void } {
  const { room, state } = useControl();
  const { tick = 0, event = null, view = { what: 'replay' } as const } = state.debrief ?? {};
  const now = { tick, event, view };
  return { ...now, show: (change) => void room.ask({ do: 'steer', ...now, ...change }) };
}
