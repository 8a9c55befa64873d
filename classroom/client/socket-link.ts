import type { ClientLink, LinkEvents } from './link.ts';

/** A connection by WebSocket. @param address http(s) address of the room’s `live/CODE/`. */
export function socketLink(address: string, { heard, lost }: LinkEvents, Socket = WebSocket): ClientLink {
  const socket = new Socket(`${address}socket`.replace(/^http/, 'ws'));
  let isOver = false;
  const over = (): void => {
    if (!isOver) lost();
    isOver = true;
  };
  socket.onmessage = ({ data }) => {
    if (!isOver) heard(String(data));
  };
  socket.onclose = over;
  socket.onerror = over;
  return {
    send(text) {
      if (socket.readyState === 1) socket.send(text);
    },
    close() {
      isOver = true;
      socket.close();
    },
  };
}
