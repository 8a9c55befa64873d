import { keptSeat } from '../../classroom/client/seat.ts';

const storageKey = (code: string): string => `foedus-replay-${code}`;

/** For a browser that keeps nothing. */
const heard = new Map<string, string>();

/** Remembers the token that a link brought, as long as its tab is open. */
export function keepRoomKey(code: string, key: string): void {
  heard.set(code, key);
  try {
    sessionStorage.setItem(storageKey(code), key);
  } catch {
    // Then until the page is loaded anew.
  }
}

/** What opens a room's files to this browser: what its link brought, else the seat that its person has in the room. */
export function roomKeyOf(code: string): string | undefined {
  const known = heard.get(code);
  if (known !== undefined) return known;
  try {
    return sessionStorage.getItem(storageKey(code)) ?? keptSeat(code)?.token;
  } catch {
    return keptSeat(code)?.token;
  }
}
