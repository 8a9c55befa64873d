import { keptSeat } from '../../classroom/client/seat.ts';
import type { DebriefFile } from '../../classroom/protocol/message.ts';

/** What the phone shows of a game that is over. */
export type Revealed = Pick<DebriefFile, 'predictions' | 'secrets'>;

/** Fetches what the room reveals at its end; undefined where it cannot be fetched. */
export async function fetchRevealed(base: string, code: string): Promise<Revealed | undefined> {
  try {
    const answer = await fetch(`${base}live/${code}/export/debrief.json`, {
      headers: { authorization: `Bearer ${keptSeat(code)?.token ?? ''}` },
    });
    return answer.ok ? ((await answer.json()) as DebriefFile) : undefined;
  } catch {
    return undefined;
  }
}
