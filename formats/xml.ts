/** Characters that XML 1.0 cannot contain, escaped or not: most control characters, unpaired surrogates, and two noncharacters. */
const UNSPEAKABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  // Unescaped in an attribute, a reader would turn these into spaces.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** A text escaped for an attribute or element content; what XML cannot contain becomes U+FFFD. */
export const escaped = (text: string): string =>
  text.replace(UNSPEAKABLE, '\ufffd').replace(/[&<>"'\t\n\r]/g, (sign) => ESCAPES.get(sign)!);

/** A number as the shortest decimal that reads back as the same number. @throws {Error} for one that is not finite. */
export function numberText(value: number, name: string): string {
  if (!Number.isFinite(value)) throw new Error(`${name}: ${value} is no finite number, so it cannot be written`);
  return String(value);
}

/** By name; undefined ones are omitted. A number is written as the shortest decimal that reads back as the same number. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

function opening(name: string, attributes: Attributes): string {
  const parts = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${typeof value === 'number' ? numberText(value, key) : escaped(value)}"`,
  );
  return `<${name}${parts.join('')}`;
}

/** An element with its content, which is XML already. */
export const element = (name: string, attributes: Attributes = {}, content: readonly string[] = []): string =>
  content.length === 0
    ? `${opening(name, attributes)}/>`
    : `${opening(name, attributes)}>${content.join('')}</${name}>`;

/** The same for content too large to hold in memory: one piece a line. */
export function* elementOf(name: string, attributes: Attributes, content: Iterable<string>): Generator<string> {
  yield `${opening(name, attributes)}>\n`;
  for (const piece of content) yield piece.endsWith('\n') ? piece : `${piece}\n`;
  yield `</${name}>\n`;
}

export const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
