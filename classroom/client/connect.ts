import type { RoomAnswer, RoomMessage } from '../protocol/message.ts';
import type { EntranceRequest, InstructorRequest, StudentRequest } from '../protocol/request.ts';
import type { ClientLink } from './link.ts';
import { socketLink } from './socket-link.ts';
import { streamLink } from './stream-link.ts';

/** `lost`: it tries again by itself. `moved` and `gone` are final. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'moved' | 'gone';
export type ClientTransport = 'socket' | 'stream';

export interface ConnectOptions {
  /** Address of the folder in which the pages lie, with its slash: `new URL('.', location.href).href`. */
  base: string;
  code: string;
  /** All messages but answers and heartbeats. */
  onMessage(message: Exclude<RoomMessage, RoomAnswer | { for: 'here' }>): void;
  onConnection(state: ConnectionState, transport: ClientTransport): void;
  /** Where the host has none of its own, or none that works. */
  WebSocket?: typeof WebSocket | undefined;
}

export interface RoomConnection {
  /** Takes a place in the room, and takes it again whenever the connection was lost. */
  enter(entrance: EntranceRequest): Promise<RoomAnswer>;
  /** Asks for something. What was asked while the connection was lost is asked again when it is back. */
  ask(request: StudentRequest | InstructorRequest): Promise<RoomAnswer>;
  close(): void;
}

/** Time to the greeting, between heartbeats, and without a word before the connection counts as lost; ms. */
const GREETING = 5_000;
const HEARTBEAT = 4_000;
const SILENCE = 11_000;
const LONGEST_PAUSE = 5_000;
/** Failures in a row before the transport that once worked is given up. */
const PATIENCE = 3;

/** Connects to a room, and again whenever the connection is lost. By WebSocket, or by what works where that does not. */
export function connect({ base, code, onMessage, onConnection, ...host }: ConnectOptions): RoomConnection {
  const address = `${base}live/${encodeURIComponent(code)}/`;
  const Socket = 'WebSocket' in host ? host.WebSocket : globalThis.WebSocket;
  const asked = new Map<number, { ask: object; answer(answer: RoomAnswer): void }>();
  let entrance: EntranceRequest | undefined;
  let transport: ClientTransport = Socket ? 'socket' : 'stream';
  let link: ClientLink | undefined;
  let state: ConnectionState = 'connecting';
  let number = 0;
  let failures = 0;
  let hasWorked = false;
  let heardAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isOver = (): boolean => state === 'moved' || state === 'gone';
  const turn = (next: ConnectionState): void => {
    state = next;
    onConnection(state, transport);
  };

  function open(): void {
    clearTimeout(timer);
    heardAt = Date.now();
    const events = { heard, lost: fail };
    link = transport === 'socket' ? socketLink(address, events, Socket) : streamLink(address, events);
    timer = setTimeout(fail, GREETING);
  }

  function fail(): void {
    clearTimeout(timer);
    link?.close();
    link = undefined;
    if (isOver()) return;
    failures++;
    if (state === 'open') failures = 1;
    else if (Socket && failures % (hasWorked ? PATIENCE : 1) === 0)
      transport = transport === 'socket' ? 'stream' : 'socket';
    // Where a socket is refused at once, the other way is tried at once.
    const pause = hasWorked || failures > 1 ? Math.min(LONGEST_PAUSE, 200 * 2 ** failures) * Math.random() : 0;
    timer = setTimeout(open, pause);
    turn('lost');
  }

  const send = (id: number, ask: object): void => link?.send(JSON.stringify({ id, ask }));

  function greet(): void {
    failures = 0;
    hasWorked = true;
    // The entrance comes first, so that what was asked before the loss is asked from the same place.
    if (entrance && ![...asked.values()].some(({ ask }) => ask === entrance))
      asked.set(++number, { ask: entrance, answer: ({ ok }) => ok || end('moved') });
    for (const [id, { ask }] of asked) if (ask === entrance) send(id, ask);
    for (const [id, { ask }] of asked) if (ask !== entrance) send(id, ask);
    turn('open');
    clearTimeout(timer);
    timer = setTimeout(beat, HEARTBEAT);
  }

  function beat(): void {
    clearTimeout(timer);
    if (Date.now() - heardAt > SILENCE) {
      fail();
      return;
    }
    link?.send(JSON.stringify({ here: { seen: globalThis.document?.visibilityState !== 'hidden' } }));
    timer = setTimeout(beat, HEARTBEAT);
  }

  function heard(text: string): void {
    heardAt = Date.now();
    const message = JSON.parse(text) as RoomMessage;
    switch (message.for) {
      case 'here':
        return;
      case 'answer': {
        asked.get(message.id)?.answer(message);
        asked.delete(message.id);
        return;
      }
      case 'greeting':
        greet();
        break;
      case 'cleared':
        // Whoever comes back comes as somebody new.
        entrance = undefined;
        break;
      case 'moved':
      case 'gone':
        onMessage(message);
        end(message.for);
        return;
    }
    onMessage(message);
  }

  function end(last: 'moved' | 'gone'): void {
    clearTimeout(timer);
    link?.close();
    link = undefined;
    globalThis.document?.removeEventListener('visibilitychange', wake);
    globalThis.removeEventListener?.('online', wake);
    turn(last);
    // Nobody waits for an answer that cannot come.
    for (const [id, { answer }] of asked) answer({ for: 'answer', id, ok: false, refused: 'not-here', text: '' });
    asked.clear();
  }

  /** A phone that wakes has lost its connection, though nothing has told it. */
  function wake(): void {
    if (isOver() || globalThis.document?.visibilityState === 'hidden') return;
    if (state !== 'open') {
      link?.close();
      open();
      return;
    }
    const before = heardAt;
    beat();
    clearTimeout(timer);
    timer = setTimeout(() => (heardAt === before ? fail() : beat()), 1_000);
  }

  const ask = (request: object): Promise<RoomAnswer> =>
    new Promise((answer) => {
      const id = ++number;
      asked.set(id, { ask: request, answer });
      if (state === 'open') send(id, request);
    });

  globalThis.document?.addEventListener('visibilitychange', wake);
  globalThis.addEventListener?.('online', wake);
  open();
  return {
    async enter(request) {
      entrance = request;
      const answer = await ask(request);
      if (entrance !== request) return answer;
      if (!answer.ok) entrance = undefined;
      else if (request.do === 'join' || request.do === 'return-by-phrase')
        entrance = { do: 'return', token: request.token, language: request.language };
      return answer;
    },
    ask,
    close: () => end('gone'),
  };
}
