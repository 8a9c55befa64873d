import type { IncomingMessage, ServerResponse } from 'node:http';
import { MOST_MESSAGE_BYTES } from '../../protocol/request.ts';
import type { Connection, Listener } from '../connection.ts';
import { newSecret } from '../secrets.ts';
import { bodyOf } from './body.ts';

/** Several messages may wait while one is under way. */
const MOST_BODY = 4 * MOST_MESSAGE_BYTES;
const MOST_WAITING = 1_000_000;
/** Proxies end what is silent, and some hold back the first bytes. */
const KEEP_ALIVE = 10_000;
const PADDING = `:${' '.repeat(2_048)}\n\n`;

/** Connections where WebSockets are blocked: Server-Sent Events one way, POST the other. */
export function streamServer() {
  const listeners = new Map<string, { listener: Listener; path: string }>();
  const open = new Set<ServerResponse>();

  return {
    /** `GET live/CODE/events` */
    accept(path: string, answer: ServerResponse, connect: (connection: Connection) => Listener): void {
      answer.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      });
      answer.write(PADDING);
      const id = newSecret();
      const listener = connect({
        id,
        send(text) {
          if (answer.destroyed) return;
          if (answer.writableLength > MOST_WAITING) answer.destroy();
          else answer.write(`data: ${text}\n\n`);
        },
        close: () => answer.end(),
      });
      listeners.set(id, { listener, path });
      open.add(answer);
      const alive = setInterval(() => answer.write(':\n\n'), KEEP_ALIVE);
      answer.on('error', () => answer.destroy());
      answer.on('close', () => {
        clearInterval(alive);
        listeners.delete(id);
        open.delete(answer);
        listener.closed();
      });
    },
    /** `POST live/CODE/say?CONNECTION`: a message a line. */
    async say(path: string, id: string, request: IncomingMessage, answer: ServerResponse): Promise<void> {
      const found = listeners.get(id);
      const body = found?.path === path ? await bodyOf(request, MOST_BODY) : undefined;
      if (!found || body === undefined) {
        answer.writeHead(found ? 413 : 404, { connection: 'close' }).end();
        return;
      }
      for (const line of body.split('\n')) if (line !== '') found.listener.heard(line);
      answer.writeHead(204).end();
    },
    close(): void {
      for (const answer of open) answer.destroy();
    },
  };
}
