import { encodedLayersOff, isWrapper, LINK_MARK, rawText, readable, withoutEnd } from './mangled-text.ts';
import { plainLink } from './plain-link.ts';
import { trackingFree } from './tracking.ts';

// The one reader of what somebody pasted or opened: a link, an address or a text with a link in it, as other programs leave them.

/** Why a link cannot be understood. */
export type LinkFaultKind =
  | 'noRun'
  | 'twoLinks'
  | 'unknownPart'
  | 'partTwice'
  | 'badPart'
  | 'badEscape'
  | 'encodedTwice'
  | 'shortened'
  | 'moreText'
  | 'unclearEnd';

export interface LinkFault {
  kind: LinkFaultKind;
  /** The piece of the text that is meant, at most forty characters. */
  piece: string;
}

/** What a text says: nothing of a link; one that cannot be understood; or a link, cleaned of what does not belong to it. */
export type LinkText = { kind: 'none' } | { kind: 'fault'; fault: LinkFault } | { kind: 'link'; link: string };

/** More than the longest link. */
const MOST_CHARACTERS = 200_000;

/** How the value of a part may read. The view of a run is not the run: what of it the run does not have is passed over. */
const ANY = /^/;
const PLAIN: ReadonlyMap<string, RegExp> = new Map([
  ['s', ANY],
  ['seed', ANY],
  ['t', /^\d{1,6}$/],
  ['view', ANY],
  ['actor', ANY],
  ['alliance', ANY],
]);
const PACKED: ReadonlyMap<string, RegExp> = new Map([
  ['t', /^\d{1,6}$/],
  ['b', ANY],
  ['view', ANY],
  ['actor', ANY],
  ['alliance', ANY],
]);

/**
 * Reads a text in which a link may stand. What cannot belong to the link is dropped: spaces, quotes and brackets round it, punctuation
 * behind it, invisible signs and line breaks in it, tracking parts. Encoded separators are decoded. What then cannot be understood
 * is a fault: a link never becomes another link.
 * @param isParsed whether a browser has parsed the text as an address, which percent-encodes some raw signs.
 */
export function linkIn(text: string, isParsed = false): LinkText {
  if (text.length > MOST_CHARACTERS) return LINK_MARK.test(text) ? refusal('badPart', text) : { kind: 'none' };
  const whole = encodedLayersOff(rawText(text));
  const [mark, another] = [...whole.matchAll(new RegExp(LINK_MARK, 'gi'))];
  if (!mark) return isAddress(whole) ? refusal('noRun', whole) : { kind: 'none' };
  if (another) return refusal('twoLinks', another[0]);
  const isEnclosed = /https?%3A[^&\s]*$/i.test(whole.slice(0, mark.index));
  const given = readable(whole.slice(mark.index), isEnclosed);
  const parts = trackingFree(given);
  // Behind the last separator stood the seed.
  if (/&\s*$/.test(given) && !parts.some((part) => part.startsWith('~') || part.startsWith('seed=')))
    return refusal('shortened', given.slice(-10).trim());
  return parts[0]?.startsWith('~') ? packed(parts) : plain(parts, isParsed);
}

const isAddress = (text: string): boolean => /^[^\p{L}\p{N}]*https?(:|%3A)/iu.test(text);

const refusal = (kind: LinkFaultKind, piece: string): LinkText => ({
  kind: 'fault',
  fault: { kind, piece: piece.slice(0, 40) },
});

/** `#~1.…`, and the moment and view behind it. */
function packed([head = '', ...further]: readonly string[]): LinkText {
  const [first = ''] = rawText(decoded(head, head)).split(/ |"|<|>/, 1);
  // Without padding and breaks. What else is not in its alphabet is damage, which shows when it is unpacked.
  const body = `~${withoutEnd(first.replace(/[\s=]+/g, '').slice(1), /[^\w-]/)}`;
  if (/…|\.\.$/.test(first)) return refusal('shortened', first.slice(-10));
  const read = readParts(further, PACKED);
  if (!(read instanceof Map)) return read;
  const rest = plainLink(read).slice(1);
  return { kind: 'link', link: `#${body}${rest && `&${rest}`}` };
}

function plain(parts: readonly string[], isParsed: boolean): LinkText {
  const read = readParts(parts, PLAIN);
  if (!(read instanceof Map)) return read;
  const seed = read.get('seed');
  if (seed !== undefined) {
    if (/%[0-9a-f]{2}/i.test(seed)) return refusal('encodedTwice', seed);
    const isLast = parts.at(-1)!.startsWith('seed=');
    if (isLast && hasHiddenEnd(seed)) return refusal('unclearEnd', seed);
    if (isParsed && isUnclear(seed, isLast)) return refusal('unclearEnd', seed);
  }
  return { kind: 'link', link: plainLink(read) };
}

/** Whether a seed ends in what nobody sees. A browser encodes it where it was pasted, and an address is copied as it is encoded. */
const hasHiddenEnd = (seed: string): boolean => /[\p{Z}\p{Cf}]$/u.test(seed);

/**
 * Whether a seed has signs that a browser encodes itself, where they may also be what surrounded the link, or what a text goes on
 * with behind it. We write such seeds in packed links only.
 */
const isUnclear = (seed: string, isLast: boolean): boolean =>
  /\p{Cf}/u.test(seed) || (isLast && /["<>`]|(?![\0-\x7f])[\p{P}\p{Z}]/u.test(seed));

/** Signs that text goes on with behind a link. Within a seed we encode them, but for an apostrophe in a word. */
const GOES_ON = /[[\](){}|\\^~*$!,;]|(?![\0-\x7f]|(?<=\p{L})[’·](?=\p{L}))\p{P}/u;

/** The parts by their keys, decoded; or what is wrong with them. */
function readParts(parts: readonly string[], known: ReadonlyMap<string, RegExp>): Map<string, string> | LinkText {
  const read = new Map<string, string>();
  for (const [k, part] of parts.entries()) {
    const [key, given] = [
      part.replace(/=.*$/s, '').replaceAll('\n', '').trim(),
      part.slice(part.indexOf('=') + 1).trim(),
    ];
    const fits = part.includes('=') ? known.get(key) : undefined;
    if (!fits) return refusal('unknownPart', key);
    if (read.has(key)) return refusal('partTwice', key);
    const isLast = k === parts.length - 1;
    const value = key === 'seed' ? seedIn(given, isLast) : nameIn(given, isLast);
    if (typeof value !== 'string') return value;
    if (!fits.test(value)) return refusal('badPart', part);
    read.set(key, value);
  }
  return read;
}

/** A seed may have any sign that is encoded; what is raw at the end of the link surrounds it. */
function seedIn(given: string, isLast: boolean): string | LinkText {
  const [head = ''] = isLast ? given.split(/[\s"<>`#]/, 1) : [given.replaceAll('\n', '')];
  const behind = isLast ? given.slice(head.length) : '';
  // Whether spaces are its own, or words follow the link, nobody can tell.
  if (/[\p{L}\p{N}]/u.test(behind)) return refusal('moreText', behind.trim());
  if (/[\s=]/.test(head)) return refusal('badPart', `seed=${head}`);
  const raw = isLast ? withoutEnd(head, { test: isWrapper }) : head;
  if (isShortened(head.slice(raw.length))) return refusal('shortened', head.slice(-10));
  if (isLast && GOES_ON.test(raw)) return refusal('unclearEnd', raw);
  const seed = decoded(raw.replaceAll('+', ' '));
  return seed === undefined || /\p{Cs}/u.test(seed) ? refusal('badEscape', raw) : seed;
}

/** Of a name or a number, what is no part of one is dropped, encoded or not. */
function nameIn(given: string, isLast: boolean): string | LinkText {
  const text = decoded(given.replaceAll('\n', ''));
  if (text === undefined) return refusal('badEscape', given);
  const whole = rawText(text).trim();
  const [head = ''] = isLast ? whole.split(/[\s"<>`#]/, 1) : [whole];
  const name = isLast ? withoutEnd(head, { test: isWrapper }) : head;
  return isShortened(head.slice(name.length)) ? refusal('shortened', head.slice(-10)) : name;
}

const isShortened = (end: string): boolean => /…|\.\./.test(end);

function decoded(text: string): string | undefined;
function decoded(text: string, otherwise: string): string;
function decoded(text: string, otherwise?: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return otherwise;
  }
}
