import type { StepContext } from '../model/mechanism.ts';
import { type Event, UNEXPLAINED } from '../world/event.ts';
import { demandFiniteEvent } from '../world/finite.ts';

/** Logs events in the name of a mechanism. @param clock tells the tick that they belong to. */
export function emitter(
  by: string,
  clock: { readonly tick: number },
  log: ((event: Event) => void) | undefined,
): StepContext['emit'] {
  return (content, reason = UNEXPLAINED) => {
    if (!log) return;
    const event = Object.assign({ tick: clock.tick, by }, content, reason);
    demandFiniteEvent(event);
    log(event);
  };
}
