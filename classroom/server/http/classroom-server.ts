import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { conform } from '../../../sim/schema/conform.ts';
import { collectFaults, faultSentence } from '../../../sim/schema/fault.ts';
import type { RoomMessage } from '../../protocol/message.ts';
import { OpenRoomRequest } from '../../protocol/request.ts';
import { roundsCalendar } from '../calendar.ts';
import { opensAs } from '../entrances.ts';
import { type ExportFormat, exportRoom } from '../export.ts';
import { ClosedRoom, CODE, type Rooms } from '../rooms.ts';
import { hashToken, sameHash } from '../secrets.ts';
import { bodyOf } from './body.ts';
import { SECURITY_HEADERS } from './headers.ts';
import type { OriginRule } from './origin.ts';
import { socketServer } from './sockets.ts';
import type { StaticFiles } from './static-files.ts';
import { streamServer } from './streams.ts';

export interface ClassroomServer {
  port: number;
  close(): Promise<void>;
}

export interface ServerOptions {
  rooms: Rooms;
  files: StaticFiles;
  origins: OriginRule;
  host: string;
  port: number;
  /** Path under which a proxy serves it, with slashes at both ends; `/` without one. */
  base: string;
  /** Who may open rooms; undefined: whoever reaches the server. */
  key: string | undefined;
  formats: readonly ExportFormat[];
}

/** A scenario that a teacher wrote may be as large as any. */
const MOST_SCENARIO = 16_000_000;

/** One port for the pages, the rooms by either transport, and their exports. */
export async function serveClassroom(of: ServerOptions): Promise<ClassroomServer> {
  const { rooms, files, origins, base, key, formats } = of;
  const sockets = socketServer();
  const streams = streamServer();
  const server = createServer((request, answer) => {
    respond(request, answer).catch((error) => {
      const [status, text] =
        error instanceof ClosedRoom ? [404, error.message] : [500, 'The server could not do this.'];
      if (answer.headersSent) answer.destroy();
      else say(answer, status, text);
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.on('upgrade', (request, stream, head) => void upgrade(request, stream, head));
  server.on('clientError', (_, stream) => stream.destroy());

  /** The path within the server, whether or not the proxy takes its own part away. */
  function pathOf({ url = '/' }: IncomingMessage): { path: string; query: string } {
    const [given = '/', query = ''] = url.split('?', 2);
    return { path: given.startsWith(base) ? given.slice(base.length) : given.slice(1), query };
  }

  const isAllowed = ({ headers: { host, origin } }: IncomingMessage): boolean =>
    origins.isOurs(host) && origins.mayAsk(origin, host);

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    stream.on('error', () => stream.destroy());
    const [, code] = /^live\/([^/]*)\/socket$/.exec(pathOf(request).path) ?? [];
    if (code === undefined || !isAllowed(request)) {
      stream.end(`HTTP/1.1 ${code === undefined ? '404 Not Found' : '403 Forbidden'}\r\nconnection: close\r\n\r\n`);
      return;
    }
    const connect = await connector(code);
    if (!stream.destroyed) sockets.accept(request, stream, head, connect);
  }

  /** A room that is not there says so on the connection, where a page can read it. */
  async function connector(code: string) {
    try {
      const room = await rooms.find(code);
      return room.connect;
    } catch (error) {
      const isClosed = error instanceof ClosedRoom;
      const text = isClosed ? error.message : 'There is no such room.';
      const gone: RoomMessage = {
        for: 'gone',
        text,
        ...(isClosed && error.isOtherVersion && { isOtherVersion: true }),
      };
      return ({ send, close }: Parameters<Awaited<ReturnType<Rooms['find']>>['connect']>[0]) => {
        send(JSON.stringify(gone));
        close();
        return { heard() {}, closed() {} };
      };
    }
  }

  async function respond(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) answer.setHeader(name, value);
    const { path, query } = pathOf(request);
    const { method } = request;
    if (!isAllowed(request)) return say(answer, 403, 'This server does not answer to that name.');
    if (method === 'POST' && path === 'rooms') return openRoom(request, answer);
    const [, code, what] = /^live\/([^/]*)\/(events|say|rounds\.ics|export\/[\w.-]{1,40})$/.exec(path) ?? [];
    if (code !== undefined && what !== undefined) {
      if (!CODE.test(code)) return say(answer, 404, 'There is no such room.');
      if (what === 'say' && method === 'POST') return streams.say(code, query, request, answer);
      if (method !== 'GET') return say(answer, 405, 'This is not done here.');
      if (what === 'events') return streams.accept(code, answer, await connector(code));
      if (what === 'rounds.ics') return calendar(code, query, answer);
      return download(code, what.slice('export/'.length), request, answer);
    }
    if (method !== 'GET' && method !== 'HEAD') return say(answer, 405, 'This is not done here.');
    if (path === 'clock') return json(answer, { now: Date.now() });
    if (!(await files.serve(path, answer, method === 'HEAD'))) say(answer, 404, 'There is no such page.');
  }

  async function openRoom(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (key !== undefined && !sameHash(hashToken(bearerOf(request)), hashToken(key)))
      return say(answer, 403, 'Rooms are opened by the link that the command printed.');
    const body = await bodyOf(request, MOST_SCENARIO);
    if (body === undefined) return say(answer, 413, 'The scenario is too large.');
    const { faults, report } = collectFaults();
    const asked = conform(OpenRoomRequest, jsonOf(body), report);
    if (!asked) return say(answer, 400, faultSentence(faults[0]!));
    try {
      const opened = await rooms.open(asked);
      json(answer, opened);
    } catch (error) {
      if (!(error instanceof ClosedRoom)) throw error;
      say(answer, 400, error.message);
    }
  }

  /** Its dates are on every phone, so that the code is enough. */
  async function calendar(code: string, query: string, answer: ServerResponse): Promise<void> {
    const { state, scenario, join, now } = await rooms.find(code);
    const language = query === 'es' ? 'es' : query === 'en' ? 'en' : state.settings.language;
    const { title } = scenario.in(language);
    const dates = { code, title, url: join().url, deadlines: state.settings.deadlines ?? [], now: now() };
    answer.writeHead(200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="foedus-${code}.ics"`,
      'cache-control': 'no-store',
    });
    answer.end(roundsCalendar(dates, language));
  }

  /** The log for the instructor, whatever its version; the run for everybody in the room, once it is over. */
  async function download(
    code: string,
    ending: string,
    request: IncomingMessage,
    answer: ServerResponse,
  ): Promise<void> {
    const opening = await rooms.opening(code);
    const token = bearerOf(request);
    const as = opensAs(opening, token);
    const file = await exportRoom({ rooms, code, ending, formats, as, token });
    if (!file) return say(answer, 403, 'This is for the instructor of the room.');
    answer.writeHead(200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="foedus-${code}.${ending}"`,
      'cache-control': 'no-store',
    });
    answer.end(file.bytes);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(of.port, of.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      await rooms.close();
      sockets.close();
      streams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const bearerOf = ({ headers: { authorization = '' } }: IncomingMessage): string =>
  authorization.startsWith('Bearer ') ? authorization.slice(7, 107) : '';

function say(answer: ServerResponse, status: number, text: string): void {
  answer.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  });
  answer.end(`${text}\n`);
}

function json(answer: ServerResponse, value: unknown): void {
  answer.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  answer.end(JSON.stringify(value));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
