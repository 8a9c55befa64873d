import type { RoomLanguage } from '../log/entry.ts';

/** One connection, whatever carries it. */
export interface Connection {
  /** Names it among all, so that no address need be known. */
  readonly id: string;
  send(text: string): void;
  close(): void;
}

/** What a room makes of a connection. */
export interface Listener {
  heard(text: string): void;
  closed(): void;
}

/** Where a connection stands in a room. */
export type Place = { as: 'student'; player: string } | { as: 'projector' } | { as: 'instructor'; token: string };

export interface Guest {
  readonly connection: Connection;
  place: Place | undefined;
  language: RoomLanguage | undefined;
  /** When something was last heard; whether its page is in sight; when its person last did something. */
  heardAt: number;
  isSeen: boolean;
  tappedAt: number;
}
