import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { classTexts } from '../../scenarios/class-texts.ts';
import { scenarios } from '../../scenarios/index.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { withClassTexts } from '../../sim/schema/class-texts.ts';
import { ROOM_FORMAT, type RoomOpening } from '../log/entry.ts';
import { UnreadableLog } from '../log/read-log.ts';
import type { OpenedRooms } from '../protocol/message.ts';
import type { OpenRoomRequest } from '../protocol/request.ts';
import type { JoinAddress } from '../protocol/state.ts';
import { seedIn } from '../room/apply-entry.ts';
import type { RoomState } from '../room/state.ts';
import { staffTokens } from './entrances.ts';
import { createLimits } from './limits.ts';
import { type LiveRoom, openLiveRoom } from './live-room.ts';
import { type EngineHost, enginesHere } from './remote-engines.ts';
import type { RoomEngine } from './room-engine.ts';
import { createRoomFile, openRoomFile } from './room-file.ts';
import type { RoomHost } from './room-host.ts';
import { roomScenario, type Translate } from './room-scenario.ts';
import { newCode, newSecret, newSeed } from './secrets.ts';

const DAY = 86_400_000;
/** Days that a room is kept after it was last used. */
const KEPT_DAYS = 30;
const MOST_ROOMS = 500;
const ENDING = '.room.ndjson';
export const CODE = /^[A-Z2-9]{4,5}$/;

/** Why a room cannot be entered, in one sentence. */
export class ClosedRoom extends Error {
  override name = 'ClosedRoom';
  /** Whether the room is there, and this version cannot read it. */
  readonly isOtherVersion: boolean;

  constructor(message: string, isOtherVersion = false) {
    super(message);
    this.isOtherVersion = isOtherVersion;
  }
}

/** All rooms of a folder, one file each. */
export interface Rooms {
  open(request: OpenRoomRequest): Promise<OpenedRooms>;
  /** @throws {ClosedRoom} where there is no such room, or it cannot be read. */
  find(code: string): Promise<LiveRoom>;
  /** The parallel worlds of a room in their order, itself among them; none where it stands alone. */
  worlds(room: LiveRoom): LiveRoom[];
  /** The file of a room as it lies on the disk, though it may be of another version. */
  file(code: string): Promise<Uint8Array>;
  /** The opening of a room as far as it can be read. */
  opening(code: string): Promise<Pick<RoomOpening, 'instructor' | 'projector'>>;
  close(): Promise<void>;
}

export interface RoomsOptions {
  folder: string;
  joinAddress(code: string): JoinAddress;
  translate?: Translate;
  /** Where games are run; in this thread without it. */
  engines?: EngineHost;
  /** Messages of one connection in a few seconds; more than fingers send without it. */
  messages?: number | undefined;
  now?(): number;
  log?(line: string): void;
}

/** Opens a folder of rooms: those with dates go on at once, the others when somebody comes. */
export async function openRooms({
  folder,
  joinAddress,
  translate = async (scenario, language) => withClassTexts(scenario, await classTexts(scenario.id, language)),
  engines = enginesHere,
  messages,
  now = Date.now,
  log = () => {},
}: RoomsOptions): Promise<Rooms> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const live = new Map<string, Promise<LiveRoom>>();
  const rooms = new Map<string, LiveRoom>();
  /** Rooms whose last entries are being written: none is loaded before they are. */
  const closing = new Map<string, Promise<void>>();
  const usedAt = new Map<string, number>();
  const pathOf = (code: string): string => join(folder, `${code}${ENDING}`);
  const isOfGroup = (group: string, { state }: LiveRoom): boolean => state.opening.parallel?.group === group;
  /** In their order. */
  const worldsOf = ({ opening }: RoomState): LiveRoom[] =>
    opening.parallel
      ? [...rooms.values()]
          .filter((room) => isOfGroup(opening.parallel!.group, room))
          .sort((a, b) => a.state.opening.parallel!.index - b.state.opening.parallel!.index)
      : [];

  const keptUntil = (state: RoomState): number =>
    Math.max(state.keptUntil ?? 0, (usedAt.get(state.opening.code) ?? now()) + KEPT_DAYS * DAY);

  const host: RoomHost = {
    limits: createLimits(messages),
    join: joinAddress,
    now,
    keptUntil,
    worlds: (state) => worldsOf(state).map(({ code, state: { stage, round } }) => ({ code, stage, round })),
    // What was secret in one world is secret in all of them, so all reveal at once.
    reveal(state) {
      const worlds = worldsOf(state);
      for (const room of worlds.length > 0 ? worlds : [rooms.get(state.opening.code)!]) room.reveal();
    },
    async again(state, seats) {
      const worlds = worldsOf(state);
      const seed = newSeed();
      const all = worlds.length > 0 ? worlds : [rooms.get(state.opening.code)!];
      if (all.some((room) => room.state.stage !== 'debrief')) return;
      for (const room of all) room.again(seed, seats);
      // Who is in a room comes back to it by itself, as after a restart of the server.
      for (const { code } of all) await shut(code);
      for (const { code } of all) await find(code);
    },
    moved(state) {
      for (const room of worldsOf(state)) if (room.code !== state.opening.code) room.refresh();
    },
    erase: (code, told) => drop(code, 'The room was erased.', told),
    failed(code, error) {
      log(`room ${code}: ${error instanceof Error ? error.message : error}`);
      shut(code, 'The room had to stop. Come back in a moment.').catch((again) => log(`room ${code}: ${again}`));
    },
    stumbled: (code, error) => log(`room ${code}: ${error instanceof Error ? error.stack : error}`),
    writeRefusal: log,
  };

  async function shut(code: string, why?: string, before?: () => Promise<void>): Promise<void> {
    const room = rooms.get(code);
    rooms.delete(code);
    live.delete(code);
    const closed = room ? room.close(why, before) : before?.();
    if (!closed) return;
    closing.set(code, closed);
    await closed.finally(() => closing.delete(code));
  }

  const drop = (code: string, why: string, told?: () => void): Promise<void> =>
    shut(code, why, async () => {
      await rm(pathOf(code), { force: true });
      usedAt.delete(code);
      told?.();
    });

  async function load(code: string): Promise<LiveRoom> {
    const { log: read, file } = await openRoomFile(pathOf(code)).catch((error) => {
      if (error instanceof UnreadableLog) throw new ClosedRoom(`${error.message}. Its file can still be had.`, true);
      throw new ClosedRoom('There is no such room.');
    });
    const { engine } = read.opening;
    const seed = seedIn(read.entries);
    let begun: RoomEngine | undefined;
    try {
      if (engine !== ENGINE)
        throw new ClosedRoom(
          `This room was made by ${engine}, and this is ${ENGINE}. Its file can still be had.`,
          true,
        );
      const scenario = await roomScenario(read.opening.scenario, seed, translate);
      begun = engines.open(scenario.model, seed);
      return await openLiveRoom(read.entries, file, scenario, begun, host);
    } catch (error) {
      begun?.close();
      await file.close();
      if (error instanceof ClosedRoom) throw error;
      // Its run is another one now, or its scenario is refused: the file is what is left of it.
      throw new ClosedRoom(error instanceof Error ? error.message : String(error), true);
    }
  }

  async function find(code: string): Promise<LiveRoom> {
    if (!CODE.test(code) || !usedAt.has(code)) throw new ClosedRoom('There is no such room.');
    usedAt.set(code, now());
    await closing.get(code)?.catch(() => {});
    const loading = live.get(code) ?? load(code);
    live.set(code, loading);
    try {
      const room = await loading;
      if (live.get(code) === loading) rooms.set(code, room);
      return room;
    } catch (error) {
      live.delete(code);
      throw error;
    }
  }

  async function openOne(
    scenario: unknown,
    seed: string,
    settings: OpenRoomRequest['settings'],
    parallel: RoomOpening['parallel'],
  ): Promise<OpenedRooms['rooms'][number]> {
    const { tokens, hashes } = staffTokens(newSecret());
    for (let k = 0; ; k++) {
      const code = newCode(k < 20 ? 4 : 5);
      if (usedAt.has(code)) continue;
      usedAt.set(code, now());
      const opening: RoomOpening = {
        at: now(),
        kind: 'opened',
        format: ROOM_FORMAT,
        engine: ENGINE,
        code,
        seed,
        scenario,
        settings,
        ...hashes,
        ...(parallel && { parallel }),
      };
      await (await createRoomFile(pathOf(code), [opening])).close();
      await find(code);
      return { code, ...tokens, join: joinAddress(code) };
    }
  }

  async function fileOf(code: string): Promise<Uint8Array> {
    if (!CODE.test(code) || !usedAt.has(code)) throw new ClosedRoom('There is no such room.');
    return readFile(pathOf(code));
  }

  /** When a room was last used is the time of its file. */
  async function tidy(): Promise<void> {
    for (const [code, at] of usedAt) {
      const room = rooms.get(code);
      if (room && room.guests > 0) usedAt.set(code, now());
      else if (at + KEPT_DAYS * DAY < now() && !(await isKept(code)))
        await drop(code, 'The room was not used for 30 days.');
    }
    for (const [code, at] of usedAt) await utimes(pathOf(code), at / 1_000, at / 1_000).catch(() => {});
  }

  async function isKept(code: string): Promise<boolean> {
    const text = await readFile(pathOf(code), 'utf8').catch(() => '');
    const last = [...text.matchAll(/"kind":"kept","until":(\d{1,16})/g)].at(-1);
    return Number(last?.[1] ?? 0) > now();
  }

  for (const name of await readdir(folder)) {
    const code = name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : '';
    if (!CODE.test(code)) continue;
    usedAt.set(code, (await stat(pathOf(code))).mtimeMs);
  }
  await tidy();
  for (const code of usedAt.keys()) {
    const text = await readFile(pathOf(code), 'utf8').catch(() => '');
    if (!/"(deadlines|parallel)":/.test(text)) continue;
    const at = usedAt.get(code)!;
    await find(code).catch((error) => log(`room ${code}: ${error.message}`));
    usedAt.set(code, at);
  }
  const daily = setInterval(() => void tidy().catch((error) => log(String(error))), DAY / 24);
  daily.unref();

  return {
    find,
    async open({ scenario, settings, worlds }) {
      if (usedAt.size + worlds > MOST_ROOMS) throw new ClosedRoom('There are too many rooms. Erase some of them.');
      const known = typeof scenario === 'string' && Object.hasOwn(scenarios, scenario) ? scenarios[scenario] : scenario;
      if (typeof known === 'string') throw new ClosedRoom('There is no such scenario.');
      const seed = newSeed();
      try {
        await roomScenario(known, seed, translate);
      } catch (error) {
        throw new ClosedRoom(error instanceof Error ? error.message : String(error));
      }
      const group = newSecret();
      const opened: OpenedRooms['rooms'] = [];
      for (let index = 0; index < worlds; index++)
        opened.push(await openOne(known, seed, settings, worlds > 1 ? { group, index, of: worlds } : undefined));
      return { rooms: opened };
    },
    worlds: ({ state }) => worldsOf(state),
    file: fileOf,
    async opening(code) {
      const first = new TextDecoder().decode(await fileOf(code)).split('\n', 1)[0]!;
      const { instructor, projector } = JSON.parse(first) as RoomOpening;
      if (typeof instructor !== 'string' || typeof projector !== 'string')
        throw new ClosedRoom('There is no such room.');
      return { instructor, projector };
    },
    async close() {
      clearInterval(daily);
      await tidy();
      for (const code of [...rooms.keys()]) await shut(code);
      engines.close();
    },
  };
}
