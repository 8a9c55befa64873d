import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { MOST_MESSAGE_BYTES } from '../../protocol/request.ts';
import type { Connection, Listener } from '../connection.ts';
import { newSecret } from '../secrets.ts';

/** Bytes that may wait for a device that does not read; one that is slower is ended, and comes back for the state as it is then. */
const MOST_WAITING = 1_000_000;

/** Connections by WebSocket. Compression is off: messages are small, and it costs memory for every student. */
export function socketServer() {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES, perMessageDeflate: false });
  return {
    accept(
      request: IncomingMessage,
      stream: Duplex,
      head: Buffer,
      connect: (connection: Connection) => Listener,
    ): void {
      server.handleUpgrade(request, stream, head, (socket) => listen(socket, connect));
    },
    close(): void {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function listen(socket: WebSocket, connect: (connection: Connection) => Listener): void {
  socket.on('error', () => socket.terminate());
  const { heard, closed } = connect({
    id: newSecret(),
    send(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MOST_WAITING) socket.terminate();
      else socket.send(text);
    },
    close: () => socket.close(),
  });
  socket.on('message', (data, isBinary) => {
    if (isBinary) socket.terminate();
    else heard(String(data));
  });
  socket.on('close', closed);
}
