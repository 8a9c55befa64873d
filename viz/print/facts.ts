import type { Event } from '../../sim/world/event.ts';
import { t } from '../i18n/index.ts';
import { crisisHeadline, entriesOf } from '../run-view/crises.ts';
import { eventLookOf } from '../run-view/event-looks.ts';
import { textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import type { Glyph } from '../ui/glyphs.tsx';

/** Events that a sheet has room for. */
const ROOM = 24;
/** What comes first where there are more. */
const RANK: readonly Glyph[] = ['forms', 'ends', 'war', 'leaves', 'shock', 'joins', 'word', 'note'];

export interface PrintedEvent {
  event: Event;
  date: string;
  text: string;
}

/** The events that made history, as many as fit, in their order; of how many. */
export function mainEvents(run: RunView): { printed: PrintedEvent[]; all: number } {
  const byText = new Map<string, PrintedEvent>();
  for (const { events, crisis } of entriesOf(run.news)) {
    const event = events[0]!;
    if (eventLookOf(event).weight < 3) continue;
    const parts = crisis ? crisisHeadline(crisis, run) : sentence(event, run);
    const one = { event, date: dateLabel(run.clock, event.tick), text: textOf(parts) };
    byText.set(`${one.date} ${one.text}`, one);
  }
  const all = [...byText.values()];
  const chosen = new Set<PrintedEvent>();
  for (const glyph of RANK) {
    const alike = all.filter(({ event }) => eventLookOf(event).glyph === glyph);
    for (const one of evenlyPicked(alike, ROOM - chosen.size)) chosen.add(one);
  }
  return { printed: all.filter((one) => chosen.has(one)), all: all.length };
}

/** So many of a list, as far apart in it as can be. */
export const evenlyPicked = <T>(list: readonly T[], room: number): T[] =>
  list.length <= room
    ? [...list]
    : Array.from({ length: room }, (_, k) => list[Math.floor(((k + 0.5) * list.length) / room)]!);

const textsIn = (scenario: unknown, part: string): string[] => {
  const list: unknown = Object(scenario)[part];
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string' && one.trim() !== '') : [];
};

const QUESTIONS = 3;

/** Three questions: the scenario’s own first, then such as any run raises. */
export function discussionQuestions(scenario: unknown, run: RunView): string[] {
  const { printed } = mainEvents(run);
  const turning = printed.find(({ event }) => ['leaves', 'ends', 'war'].includes(eventLookOf(event).glyph));
  return [
    ...textsIn(scenario, 'questions'),
    ...(turning ? [t('print.questionEvent', { date: turning.date, event: turning.text })] : []),
    ...(run.alliances.length > 1 ? [t('print.questionLast')] : []),
    t('print.questionSeed'),
    t('print.questionActor'),
  ].slice(0, QUESTIONS);
}

const CAVEATS = 6;
const SOURCES = 10;

/** Book and chapter, as ancient authors are quoted. */
const CHAPTER = /\d+\.\d+/;

/** What the scenario itself says that it rests on, and what it leaves out. Its author’s choices and estimates are no sources. */
export function groundsOf(scenario: unknown): { caveats: string[]; sources: string[] } {
  const list: unknown = Object(scenario).provenance;
  // Several figures of one work are one source.
  const works = new Map<string, string>();
  for (const { source, confidence } of (Array.isArray(list) ? list : []).map(Object)) {
    if (typeof source !== 'string' || /^(choice|estimate)\b/i.test(source)) continue;
    const isCited = confidence === 'textbook' && CHAPTER.test(source);
    if (!isCited && confidence !== 'dataset' && confidence !== 'published') continue;
    const work = source.split(/[:;]/)[0]!;
    if (!works.has(work)) works.set(work, source);
  }
  return { caveats: textsIn(scenario, 'caveats').slice(0, CAVEATS), sources: [...works.values()].slice(0, SOURCES) };
}
