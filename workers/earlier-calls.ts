import type { ExposedSession } from './expose-session.ts';
import type { CallEffect } from './protocol.ts';
import type { Ask } from './worker-connection.ts';

/** A call that has been answered and on which the state of a session rests. */
export interface EarlierCall<Exposed = ExposedSession> {
  effect: CallEffect;
  ask: Ask<unknown, Exposed>;
}

const isLive = ({ effect }: Pick<EarlierCall, 'effect'>): boolean => effect === 'begin' || effect === 'step';

/** The calls, oldest first, that make the state of a session after one more of them: what they no longer bear on is dropped. */
export function withCall<Exposed>(
  earlier: readonly EarlierCall<Exposed>[],
  call: EarlierCall<Exposed>,
): readonly EarlierCall<Exposed>[] {
  switch (call.effect) {
    case 'run':
      return [...earlier.filter(isLive), call];
    case 'record':
      // The current run is now the live run, whatever was run before.
      return [...earlier.filter(isLive), call];
    case 'begin': {
      // The current run may be the earlier live run as it was recorded.
      const isRecorded = earlier.some(({ effect }) => effect === 'record');
      return [...(isRecorded ? earlier : earlier.filter((one) => !isLive(one))), call];
    }
    case 'fork':
    case 'step':
      return [...earlier, call];
    case 'unfork': {
      const last = earlier.findLastIndex(({ effect }) => effect === 'fork');
      return earlier.filter((_, k) => k !== last);
    }
    default:
      return earlier;
  }
}
