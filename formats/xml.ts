/** What XML 1.0 has no way to write, escaped or not: most control characters, halves of a pair, and two that are none. */
const UNSPEAKABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  // Left as they are, a reader would make blanks of them in an attribute.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** A text as it may stand in an attribute or between tags; what XML cannot say becomes U+FFFD. */
export const escaped = (text: string): string =>
  text.replace(UNSPEAKABLE, '\ufffd').replace(/[&<>"'\t\n\r]/g, (sign) => ESCAPES.get(sign)!);

/** By name; one that is undefined is left out. A number is written as the shortest decimal that reads back as itself. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

function opening(name: string, attributes: Attributes): string {
  const parts = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escaped(String(value))}"`,
  );
  return `<${name}${parts.join('')}`;
}

/** An element with what is in it, which is XML already. */
export const element = (name: string, attributes: Attributes = {}, content: readonly string[] = []): string =>
  content.length === 0
    ? `${opening(name, attributes)}/>`
    : `${opening(name, attributes)}>${content.join('')}</${name}>`;

/** The same, for what is too large to be held: piece by piece, a piece a line. */
export function* elementOf(name: string, attributes: Attributes, content: Iterable<string>): Generator<string> {
  yield `${opening(name, attributes)}>\n`;
  for (const piece of content) yield piece.endsWith('\n') ? piece : `${piece}\n`;
  yield `</${name}>\n`;
}

export const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
