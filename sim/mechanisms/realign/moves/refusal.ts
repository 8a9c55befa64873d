import { creditOf, isLast } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import type { Alliance } from '../../../world/alliance.ts';
import type { EventContent, Reason } from '../../../world/event.ts';
import type { PlacedDecision } from '../../../world/placed-decision.ts';
import type { World } from '../../../world/state.ts';

type Refused = Omit<Extract<EventContent, { kind: 'refused' }>, 'kind' | 'who' | 'deadlock'> & { deadlock?: boolean };

/** Logs that a person’s decision is refused, by whom and why; one that stands longer is tried again first. */
export function refuseDecision(
  world: World,
  context: StepContext,
  decision: PlacedDecision,
  { deadlock = false, ...refused }: Refused,
  reason: Reason,
): void {
  if (!isLast(decision, world, context.model.scenario.time.ticks)) return;
  const who = [context.names[decision.actor]!];
  context.emit({ kind: 'refused', who, deadlock, ...refused }, { ...reason, ...creditOf(decision) });
}

/** The same where a treaty of one party rules another one out. */
export const refuseBarred = (
  world: World,
  context: StepContext,
  decision: PlacedDecision,
  party: number,
  barrier: Alliance,
  alliance?: string,
): void =>
  refuseDecision(
    world,
    context,
    decision,
    {
      why: 'exclusive',
      refusedBy: [context.names[party]!],
      barrier: barrier.id,
      ...(alliance !== undefined && { alliance }),
    },
    { because: [] },
  );
