import type { DecisionRow } from '../protocol/debrief-file.ts';
import { debriefOf } from './debrief.ts';
import type { LiveRoom } from './live-room.ts';
import type { Rooms } from './rooms.ts';
import { hashToken, sameHash } from './secrets.ts';

/** A file of a room’s decisions, whose writer is given from outside. */
export interface ExportFormat {
  /** `decisions.csv` and the like. */
  ending: string;
  type: string;
  write(rows: readonly DecisionRow[]): Uint8Array;
}

export interface ExportedFile {
  type: string;
  bytes: Uint8Array;
}

interface ExportRequest {
  rooms: Rooms;
  code: string;
  ending: string;
  formats: readonly ExportFormat[];
  /** What the token opens in the room. */
  as: 'instructor' | 'projector' | undefined;
  token: string;
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const json = (value: unknown): ExportedFile => ({
  type: 'application/json',
  bytes: text(`${JSON.stringify(value)}\n`),
});

/** A file of a room; undefined for whoever may not have it, or where there is no such file. */
export async function exportRoom({
  rooms,
  code,
  ending,
  formats,
  as,
  token,
}: ExportRequest): Promise<ExportedFile | undefined> {
  if (ending === 'room.ndjson')
    return as === 'instructor' ? { type: 'application/x-ndjson', bytes: await rooms.file(code) } : undefined;
  const format = formats.find((one) => one.ending === ending);
  if (!format && ending !== 'run.json' && ending !== 'debrief.json') return undefined;
  const room = await rooms.find(code);
  if (!format) {
    // The seed tells what is to come, so even the instructor, whose screen others may see, has the run when the game is over.
    const mayRead = room.state.stage === 'debrief' && (as !== undefined || isPlayer(room, token));
    if (!mayRead) return undefined;
    return json(ending === 'run.json' ? (await room.aftermath()).run : await debriefOf(room, rooms.worlds(room)));
  }
  if (as !== 'instructor' || room.state.stage !== 'debrief') return undefined;
  return { type: format.type, bytes: format.write((await room.aftermath()).decisions) };
}

function isPlayer({ state }: LiveRoom, token: string): boolean {
  const hash = hashToken(token);
  return [...state.players.values()].some((player) => !player.isRemoved && sameHash(player.token, hash));
}
