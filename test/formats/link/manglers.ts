// What mail and chat programs, and hands, do to a link that they pass on.

export interface Mangler {
  name: string;
  mangle(link: string, at: number): string;
}

const always = (name: string, mangle: (link: string) => string): Mangler => ({ name, mangle });

/** Puts something in the middle, at a place that `at` decides. */
const within = (name: string, what: string): Mangler => ({
  name,
  mangle: (link, at) => link.slice(0, at % link.length) + what + link.slice(at % link.length),
});

const behindIt = [
  '.',
  ')',
  ',',
  ';',
  '!',
  '?',
  '>',
  '"',
  '’',
  '»',
  '”',
  ']',
  '.)',
  '**',
  '`',
  '\u200b',
  ' ',
  '\n',
  '\u00a0',
];
const roundIt: [string, string][] = [
  ['<', '>'],
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
  ['(', ')'],
  ['[', ']'],
  ['\ufeff', '\u200b'],
  ['  ', '\n'],
  ['[the run](', ')'],
  ['See ', '.'],
  ['<a href="', '">'],
];

/** All sets of the signs that separate parts of a link. */
const subsets: readonly string[][] = Array.from({ length: 16 }, (_, bits) =>
  ['~', '#', '=', '&'].filter((_, k) => (bits >> k) % 2 === 1),
);
const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** Each leaves no doubt which run is meant. */
export const PLAIN_MANGLERS: readonly Mangler[] = [
  ...behindIt.map((sign) => always(`${JSON.stringify(sign)} behind it`, (link) => link + sign)),
  ...roundIt.map(([before, behind]) => always(`${before}…${behind} round it`, (link) => before + link + behind)),
  ...subsets
    .slice(1)
    .map((set) =>
      always(`${set.join(' ')} encoded`, (link) =>
        set.reduce((text, sign) => text.replaceAll(sign, percent(sign)), link),
      ),
    ),
  always('encoded in lower case', (link) => link.replaceAll('~', '%7e').replaceAll('=', '%3d')),
  always('&amp;', (link) => link.replaceAll('&', '&amp;')),
  always('&amp;amp;', (link) => link.replaceAll('&', '&amp;amp;')),
  always('&amp; and =', (link) => link.replaceAll('=', '%3D').replaceAll('&', '&amp;')),
  always(
    'a component of another address',
    (link) => `https://out.example/?url=${encodeURIComponent(link)}&data=05%7C02`,
  ),
  always('encoded twice', (link) => encodeURIComponent(encodeURIComponent(link))),
  always('a tracking query', (link) => `${link}?utm_source=news&utm_medium=mail`),
  always('tracking parts', (link) => `${link}&utm_source=news&fbclid=IwAR0-x_y`),
  always('a tracking query before it', (link) => link.replace('#', '?utm_source=news#')),
  always('a text fragment', (link) => `${link}:~:text=the%20run,of%20it`),
  always('a full stop and a tracking query', (link) => `${link}.?utm_source=news`),
  always('quoted-printable', (link) => link.replaceAll('=', '=3D')),
];

export const MANGLERS: readonly Mangler[] = [
  ...PLAIN_MANGLERS,
  ...['\n', '\r\n', '\r\n> ', '=\r\n', '\u00ad', '\u200b', '\ufeff', '\u2060', ' ', '\u200d'].map((what) =>
    within(`${JSON.stringify(what)} in it`, what),
  ),
  always('words behind it', (link) => `${link} is what I mean`),
  always('a line behind it', (link) => `${link}\nThanks`),
  always('an element', (link) => `<a href="${link.replaceAll('&', '&amp;')}">${link.replaceAll('&', '&amp;')}</a>`),
  always('shortened', (link) => `${link.slice(0, -3)}…`),
  always('percent signs encoded', (link) => link.replaceAll('%', '%25')),
  always('normalised', (link) =>
    link.replace(/%(2[DE]|5F|7E|[46][1-9A-F]|[57][0-9A]|3\d)/g, (code) => decodeURIComponent(code)),
  ),
  ...[
    '，请看',
    ',other',
    ';other',
    '[/url]',
    '[1]',
    '\\n',
    '%20',
    '%C2%A0',
    '%E2%80%8B',
    '%0D%0A',
    '</a>',
    '__;!!x!y$',
  ].map((text) => always(`${JSON.stringify(text)} behind it without a space`, (link) => link + text)),
  always('an unknown part', (link) => `${link}&x=1`),
  always('said again', (link) => `${link}&t=4`),
  { name: 'cut', mangle: (link, at) => link.slice(0, Math.max(link.indexOf('#~') + 2, at % link.length)) },
];
