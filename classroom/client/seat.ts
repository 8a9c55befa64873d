/** What a device knows of its seat in a room. */
export interface KeptSeat {
  token: string;
  /** The three words that take the seat on another device. */
  phrase?: string | undefined;
}

const keyOf = (code: string): string => `foedus-seat-${code}`;

/** Undefined where there is none, or the browser keeps nothing. */
export function keptSeat(code: string): KeptSeat | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(code)) ?? 'null');
    return typeof kept?.token === 'string' ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Without a seat it forgets the one that was kept. */
export function keepSeat(code: string, seat: KeptSeat | undefined): void {
  try {
    if (seat) localStorage.setItem(keyOf(code), JSON.stringify(seat));
    else localStorage.removeItem(keyOf(code));
  } catch {
    // The seat then lasts as long as its page.
  }
}

/** A new token: 128 random bits. Pages on `http://192.168…` have `getRandomValues`, though no `randomUUID`. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
