import type { RoomLanguage } from '../log/entry.ts';

// Reminders of a game over days, as calendars read them (iCalendar, RFC 5545).

export interface RoundDates {
  code: string;
  title: string;
  /** Where the game is played. */
  url: string;
  /** When rounds close; milliseconds since 1970. */
  deadlines: readonly number[];
  now: number;
}

const WORDS: Readonly<Record<RoomLanguage, (n: number) => string>> = {
  en: (n) => `Foedus: round ${n} closes`,
  es: (n) => `Foedus: se cierra la ronda ${n}`,
};

/** Bytes of a line; a longer one goes on in the next. */
const LINE = 75;

/** An appointment for each round that is still to close, which reminds three hours before. */
export function roundsCalendar({ code, title, url, deadlines, now }: RoundDates, language: RoomLanguage): string {
  const events = deadlines.flatMap((at, k) => {
    if (at <= now) return [];
    const summary = escaped(WORDS[language](k + 1));
    return [
      'BEGIN:VEVENT',
      `UID:${code}-${k + 1}@foedus`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(at)}`,
      `SUMMARY:${summary}`,
      `DESCRIPTION:${escaped(`${title}\n${url}`)}`,
      `URL:${url}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${summary}`,
      'TRIGGER:-PT3H',
      'END:VALARM',
      'END:VEVENT',
    ];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Foedus//Classroom//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20260318T090000Z` */
const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string): string =>
  text
    .replace(/\r/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    // A line that goes on begins with a blank.
    if (bytes + size > (pieces.length === 0 ? LINE : LINE - 1)) {
      pieces.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += letter;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n ');
}
