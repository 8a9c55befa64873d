import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JoinAddress } from '../classroom/protocol/state.ts';
import { type ClassroomServer, serveClassroom } from '../classroom/server/http/classroom-server.ts';
import { originRule } from '../classroom/server/http/origin.ts';
import { staticFiles } from '../classroom/server/http/static-files.ts';
import { enginesInThreads } from '../classroom/server/remote-engines.ts';
import { openRooms } from '../classroom/server/rooms.ts';
import { newSecret } from '../classroom/server/secrets.ts';
import { DECISION_FORMATS } from './decision-tables.ts';
import { lanAddresses } from './lan-addresses.ts';

/**
 * The address of this computer for itself. `localhost` may be ::1 as well, where another program can listen at the same port: a page from
 * there finds no room.
 */
const HERE = '127.0.0.1';

export interface ClassroomServiceOptions {
  port: number;
  /** Whether the next free port is taken where that one is not. */
  orNext: boolean;
  lan: boolean;
  behind?: URL | undefined;
  /** Folder of the rooms. */
  folder?: string | undefined;
  log?(line: string): void;
}

export interface ClassroomService extends ClassroomServer {
  /** Of this computer, of its network, of the proxy; with a slash at the end. */
  local: string;
  shared: readonly string[];
  /** Where the instructor begins; it holds the key where rooms may not be opened by all. */
  instructor: string;
  folder: string;
}

/** The built thread of rooms: beside the built command, or in its folder. */
const roomWorker = new URL(
  import.meta.url.endsWith('.ts') ? '../dist/cli/room-worker.js' : './room-worker.js',
  import.meta.url,
);

/** The built pages beside the command, or beside its source. */
function pagesFolder(): string {
  const folders = ['../app', '../dist/app'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return folders.find((folder) => existsSync(join(folder, 'index.html'))) ?? folders[0]!;
}

/** Opens the classroom’s server with the pages of this build. */
export async function startClassroom(asked: ClassroomServiceOptions): Promise<ClassroomService> {
  const { lan, behind, folder = join(homedir(), '.foedus', 'rooms'), log } = asked;
  const base = behind ? `${behind.pathname.replace(/\/+$/, '')}/` : '/';
  const addresses = lan ? lanAddresses() : [];
  let port = asked.port;
  const at = (host: string): string => `http://${host}:${port}/`;
  const shared = (): string[] => (behind ? [`${behind.origin}${base}`] : addresses.map(at));
  const joinAddress = (code: string): JoinAddress => {
    const [first = at(HERE), ...others] = shared();
    return {
      url: `${first}play?${code}`,
      short: `${first}play`.replace(/^https?:\/\//, ''),
      reach: behind ? 'behind' : lan ? 'lan' : 'loopback',
      others: others.map((address) => `${address}play?${code}`),
    };
  };
  const engines = enginesInThreads(roomWorker, Math.max(1, availableParallelism() - 1));
  const rooms = await openRooms({ folder, joinAddress, engines, ...(log && { log }) });
  const key = lan || behind ? await keptKey(folder) : undefined;
  const files = await staticFiles(pagesFolder());
  const origins = originRule({ behind, isLocal: !lan && !behind });
  for (;;) {
    try {
      const host = lan ? '0.0.0.0' : HERE;
      const server = await serveClassroom({ rooms, files, origins, host, port, base, key, formats: DECISION_FORMATS });
      port = server.port;
      const local = at(HERE);
      const instructor = `${behind ? shared()[0]! : local}teach${key === undefined ? '' : `#${key}`}`;
      return { ...server, local, shared: shared(), instructor, folder };
    } catch (error) {
      if (!asked.orNext || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port > asked.port + 50) {
        await rooms.close();
        throw error;
      }
      port++;
    }
  }
}

/** The key by which rooms are opened: the same after a restart, so that a link that was kept still works. */
async function keptKey(folder: string): Promise<string> {
  const file = join(folder, 'key');
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (/^[\w-]{22}$/.test(kept)) return kept;
  const key = newSecret();
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return key;
}
