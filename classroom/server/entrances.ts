import { playerName } from '../names/player-name.ts';
import { newPhrase } from '../names/seat-phrase.ts';
import type { EntranceRequest } from '../protocol/request.ts';
import type { RefusalCode } from '../room/judge.ts';
import type { Player } from '../room/state.ts';
import type { Place } from './connection.ts';
import type { RoomHost } from './room-host.ts';
import type { RoomLog } from './room-log.ts';
import { seatFor } from './seating.ts';
import { hashPhrase, hashToken, projectorToken, randomBelow, sameHash } from './secrets.ts';

export type Entrance = { place: Place; seat?: { player: string; phrase?: string } } | { refused: RefusalCode };

const MOST_PLAYERS = 500;

/** Lets guests in: who comes, who comes back, the projector and the instructor. */
export function entrances({ log, host }: { log: RoomLog; host: RoomHost }) {
  const { state: room } = log;
  const { code, instructor, projector } = room.opening;
  const salt = `${code} ${instructor}`;
  /** Entrances under way, by the hash of their token: the same one asked for twice takes one seat. */
  const joining = new Map<string, Promise<Entrance>>();

  const ownerOf = (hash: string): Player | undefined =>
    [...room.players.values()].find(({ token }) => sameHash(token, hash));

  const seated = ({ id, isRemoved }: Player, phrase?: string): Entrance =>
    isRemoved
      ? { refused: 'removed' }
      : { place: { as: 'student', player: id }, seat: { player: id, ...(phrase !== undefined && { phrase }) } };

  async function join(token: string, language: Player['language']): Promise<Entrance> {
    const hash = hashToken(token);
    if (room.players.size >= MOST_PLAYERS) return { refused: 'full' };
    const phrase = newPhrase(language, randomBelow);
    const hashed = await hashPhrase(phrase, salt);
    if ([...room.players.values()].some((other) => other.phrase === hashed)) return join(token, language);
    const id = `p${room.players.size + 1}`;
    const name = playerName(language, new Set([...room.players.values()].map((other) => other.name)), randomBelow);
    const at = host.now();
    log.record([{ at, kind: 'joined', player: id, name, language, token: hash, phrase: hashed }]);
    const actor = seatFor(room);
    if (actor !== null) log.record([{ at, kind: 'seated', player: id, actor }]);
    return seated(room.players.get(id)!, phrase);
  }

  async function byPhrase(connection: string, phrase: string, token: string): Promise<Entrance> {
    if (!(await host.limits.mayGuess(connection, code))) return { refused: 'too-many-guesses' };
    const hashed = await hashPhrase(phrase, salt);
    const player = [...room.players.values()].find((other) => sameHash(other.phrase, hashed));
    if (!player) {
      await host.limits.guessedWrongly(connection, code);
      return { refused: 'guessed' };
    }
    if (!sameHash(player.token, hashToken(token)))
      log.record([{ at: host.now(), kind: 'moved', player: player.id, token: hashToken(token) }]);
    return seated(player);
  }

  async function byToken(connection: string, token: string): Promise<Entrance> {
    if (!(await host.limits.mayGuess(connection, code))) return { refused: 'too-many-guesses' };
    const player = ownerOf(hashToken(token));
    if (player) return seated(player);
    await host.limits.guessedWrongly(connection, code);
    return { refused: 'not-here' };
  }

  async function staff(
    connection: string,
    ask: Extract<EntranceRequest, { do: 'project' | 'instruct' }>,
  ): Promise<Entrance> {
    if (!(await host.limits.mayGuess(connection, code))) return { refused: 'too-many-guesses' };
    const place: Place = ask.do === 'project' ? { as: 'projector' } : { as: 'instructor', token: ask.token };
    if (sameHash(ask.do === 'project' ? projector : instructor, hashToken(ask.token))) return { place };
    await host.limits.guessedWrongly(connection, code);
    return { refused: 'wrong-link' };
  }

  return async (connection: string, ask: EntranceRequest): Promise<Entrance> => {
    switch (ask.do) {
      case 'join': {
        const hash = hashToken(ask.token);
        const owner = ownerOf(hash);
        if (owner) return seated(owner);
        const underWay = joining.get(hash) ?? join(ask.token, ask.language).finally(() => joining.delete(hash));
        joining.set(hash, underWay);
        return underWay;
      }
      case 'return':
        return byToken(connection, ask.token);
      case 'return-by-phrase':
        return byPhrase(connection, ask.phrase, ask.token);
      default:
        return staff(connection, ask);
    }
  };
}

/** Whether a token is that of the room's instructor, or of its projector. */
export const opensAs = (
  opening: { instructor: string; projector: string },
  token: string,
): 'instructor' | 'projector' | undefined =>
  sameHash(opening.instructor, hashToken(token))
    ? 'instructor'
    : sameHash(opening.projector, hashToken(token))
      ? 'projector'
      : undefined;

/** The two tokens of a new room, and what its log keeps of them. */
export function staffTokens(instructor: string) {
  const projector = projectorToken(instructor);
  return {
    tokens: { instructor, projector },
    hashes: { instructor: hashToken(instructor), projector: hashToken(projector) },
  };
}
