// What mail and chat programs do to a link, undone.

/** How a link begins. */
export const LINK_MARK = /(?:#|%23)(?:~|%7E|(?:s|seed|t|view|actor|alliance)(?:=|%3D))/i;

/** Signs without a picture, but for the joiners that a sign of several needs. */
const INVISIBLE = /\u034f|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
/** A joiner joins nothing beside plain letters, or at an end. */
const LOOSE_JOINER = /(?<![^\0-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\0-\x7f])/g;

/** A text without invisible signs; a line break, with the quotation marks and the `=` that mail programs put there, is one `\n`. */
export const rawText = (text: string): string =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line, k, lines) => {
      const end = k < lines.length - 1 ? line.trimEnd().replace(/=$/, '') : line;
      return k > 0 ? end.replace(/^[\s>|]+/, '') : end;
    })
    .join('\n')
    .replace(INVISIBLE, '')
    .replace(LOOSE_JOINER, '');

/** A text that was percent-encoded more than once, down to the layer at which a link begins. */
export function encodedLayersOff(text: string): string {
  let plain = text;
  for (let layer = 0; layer < 4 && !LINK_MARK.test(plain) && /%25/.test(plain); layer++)
    plain = plain.replaceAll('%25', '%');
  return plain;
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/**
 * From where it begins, a link with the separators that it was written with.
 * @param isEnclosed whether it stands in another address, which goes on behind it.
 */
export function readable(link: string, isEnclosed: boolean): string {
  let plain = link.replace(/^(?:#|%23)(?:%7E|~)/i, '#~').replace(/^%23/, '#');
  // Separators are encoded all together: of a part that is not the first, nobody could tell them from its own signs.
  const isWhole = /^(?:%23|#\w+%3D)/i.test(link);
  if (isWhole && (isEnclosed || /%26/.test(plain))) plain = plain.replace(/&(?!amp;).*$/s, '');
  const isPacked = plain.startsWith('#~');
  if (isWhole || isPacked || /^#s=[^&]*%26/i.test(plain)) plain = plain.replace(/%26/g, '&');
  if (isWhole || isPacked || /[#&]\w+%3D/i.test(plain)) plain = plain.replace(/%3D/gi, '=');
  if (isWhole) plain = plain.replaceAll('%25', '%');
  // Quoted-printable, as mail is sent.
  if (/[#&](?:s|t)=3D/.test(plain))
    plain = plain.replace(/=([2-7][0-9A-F])/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return plain
    .replace(/&(?:amp(?:;|%3B))+|&#(?:38|x26);/gi, '&')
    .replace(/&(quot|apos|lt|gt|nbsp);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/&#(?:34|39|x22|x27);/gi, '"')
    .replace(/:(?:~|%7E):.*$/is, '');
}

/** Whether a sign that ends a text is what surrounds a link, not a part of it. A `%` would be half an escape. */
export const isWrapper = (sign: string): boolean => /^[\p{P}\p{Z}\p{C}<>`|~^=+$]$/u.test(sign) && sign !== '%';

/** A text without the signs of a kind at its end. */
export function withoutEnd(text: string, kind: { test(sign: string): boolean }): string {
  const signs = [...text];
  let length = signs.length;
  while (length > 0 && kind.test(signs[length - 1]!)) length--;
  return signs.slice(0, length).join('');
}
