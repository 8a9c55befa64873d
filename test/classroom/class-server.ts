import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket as NodeSocket } from 'ws';
import { type ConnectionState, connect, type RoomConnection } from '../../classroom/client/connect.ts';
import { newToken } from '../../classroom/client/seat.ts';
import type { OpenedRooms, RoomAnswer, RoomMessage } from '../../classroom/protocol/message.ts';
import type { EntranceRequest, InstructorRequest, StudentRequest } from '../../classroom/protocol/request.ts';
import type { InstructorState, OwnPart, ProjectorState, Scene, StudentState } from '../../classroom/protocol/state.ts';
import { type ClassroomServer, serveClassroom } from '../../classroom/server/http/classroom-server.ts';
import { originRule } from '../../classroom/server/http/origin.ts';
import { staticFiles } from '../../classroom/server/http/static-files.ts';
import { openRooms } from '../../classroom/server/rooms.ts';
import { DECISION_FORMATS } from '../../cli/decision-tables.ts';

/** Some browsers have no WebSocket that works; Node 20 has none at all. */
export const Socket = NodeSocket as unknown as typeof WebSocket;

export interface TestServer extends ClassroomServer {
  url: string;
  folder: string;
  /** What it logged: refusals and faults. */
  logged: string[];
}

export interface TestServerOptions {
  folder?: string;
  /** Of the built pages; without it there are two that say nothing. */
  pages?: string;
  port?: number;
  base?: string;
  behind?: URL;
  key?: string;
  /** Messages that a connection may send. */
  messages?: number;
  now?(): number;
}

/** A server in this process, with a page to serve. */
export async function classServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'foedus-rooms-')));
  const pages = options.pages ?? (await emptyPages());
  const logged: string[] = [];
  const rooms = await openRooms({
    folder,
    joinAddress: (code) => ({ url: `http://x/play?${code}`, short: 'x/play', reach: 'loopback', others: [] }),
    log: (line) => logged.push(line),
    messages: options.messages,
    ...(options.now && { now: options.now }),
  });
  const server = await serveClassroom({
    rooms,
    files: await staticFiles(pages),
    origins: originRule({ behind: options.behind, isLocal: true }),
    host: '127.0.0.1',
    port: options.port ?? 0,
    base: options.base ?? '/',
    key: options.key,
    formats: DECISION_FORMATS,
  });
  return { ...server, url: `http://127.0.0.1:${server.port}/`, folder, logged };
}

async function emptyPages(): Promise<string> {
  const pages = await mkdtemp(join(tmpdir(), 'foedus-pages-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Foedus</title>');
  await writeFile(join(pages, 'play.html'), '<!doctype html><title>Play</title>');
  return pages;
}

export async function openRoom(url: string, scenario: unknown, more: object = {}): Promise<OpenedRooms['rooms']> {
  const response = await fetch(`${url}rooms`, { method: 'POST', body: JSON.stringify({ scenario, ...more }) });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as OpenedRooms).rooms;
}

/** As the student's page takes what changed of its state. */
const withOwn = (state: StudentState, { for: _, you, standing, ...own }: OwnPart): StudentState => ({
  ...state,
  ...own,
  you: { ...state.you, ...you },
  partners: state.partners.map((partner) => ({ ...partner, standing: standing[partner.actor] ?? null })),
});

type View = StudentState | ProjectorState | InstructorState;

/** Somebody in a room. */
export interface Person<S extends View> {
  connection: RoomConnection;
  /** The texts of all messages, as they came. */
  heard: RoomMessage[];
  states: ConnectionState[];
  token: string;
  scene(): Scene;
  state(): S;
  ask(request: StudentRequest | InstructorRequest): Promise<RoomAnswer>;
  /** Asks, and fails where it is refused. */
  must(request: StudentRequest | InstructorRequest): Promise<RoomAnswer>;
  /** Waits for a state. */
  when(isSo: (state: S) => boolean): Promise<S>;
  leave(): void;
}

export interface PersonOptions {
  /** By Server-Sent Events, as where sockets are blocked. */
  stream?: boolean;
}

export async function person<S extends View>(
  url: string,
  code: string,
  entrance: EntranceRequest,
  { stream = false }: PersonOptions = {},
): Promise<Person<S> & { entered: RoomAnswer }> {
  const heard: RoomMessage[] = [];
  const states: ConnectionState[] = [];
  const waiting = new Set<() => void>();
  const connection = connect({
    base: url,
    code,
    WebSocket: stream ? undefined : Socket,
    onMessage(message) {
      heard.push(message);
      const known = heard.findLast((one) => one.for === 'student');
      if (message.for === 'own' && known) heard.push(withOwn(known, message));
      for (const look of [...waiting]) look();
    },
    onConnection: (state) => {
      states.push(state);
    },
  });
  const last = (kind: RoomMessage['for']): RoomMessage | undefined => heard.findLast((message) => message.for === kind);
  const view = entrance.do === 'instruct' ? 'instructor' : entrance.do === 'project' ? 'projector' : 'student';
  const state = (): S => last(view) as unknown as S;
  const entered = await connection.enter(entrance);
  const one: Person<S> = {
    connection,
    heard,
    states,
    token: entrance.token,
    scene: () => last('scene') as Scene,
    state,
    ask: connection.ask,
    async must(request) {
      const answer = await connection.ask(request);
      if (!answer.ok) throw new Error(`${request.do}: ${answer.text}`);
      return answer;
    },
    when: (isSo) =>
      new Promise((resolve) => {
        const look = (): void => {
          const now = state();
          if (!now || !isSo(now)) return;
          waiting.delete(look);
          resolve(now);
        };
        waiting.add(look);
        look();
      }),
    leave: () => connection.close(),
  };
  return { ...one, entered };
}

export const student = (url: string, code: string, options?: PersonOptions, token = newToken()) =>
  person<StudentState>(url, code, { do: 'join', token, language: 'en' }, options);

export const instructor = (url: string, { code, instructor: token }: OpenedRooms['rooms'][number]) =>
  person<InstructorState>(url, code, { do: 'instruct', token });

export const projector = (url: string, { code, projector: token }: OpenedRooms['rooms'][number]) =>
  person<ProjectorState>(url, code, { do: 'project', token });
