/** One connection to a room, whatever carries it. Messages are texts. */
export interface ClientLink {
  send(text: string): void;
  close(): void;
}

export interface LinkEvents {
  heard(text: string): void;
  /** Once, when the other end or the network ends it; not after `close`. */
  lost(): void;
}
