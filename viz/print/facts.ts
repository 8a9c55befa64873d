import type { Event } from '../../sim/event.ts';
import { type Glyph, lookOf } from '../story/kinds.ts';
import { sentence, textOf } from '../story/sentences.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { t } from '../text/index.ts';

/** Events that a sheet has room for. */
const ROOM = 24;
/** What is told first where there are more. */
const RANK: readonly Glyph[] = ['forms', 'ends', 'war', 'leaves', 'shock', 'joins', 'word', 'note'];

export interface Told {
  event: Event;
  date: string;
  text: string;
}

/** The events that made history, as many as fit, in their order; of how many. */
export function mainEvents(story: Story): { told: Told[]; all: number } {
  const told = new Map<string, Told>();
  for (const event of story.news) {
    if (lookOf(event).weight < 3) continue;
    const one = { event, date: dateLabel(story.clock, event.tick), text: textOf(sentence(event, story)) };
    told.set(`${one.date} ${one.text}`, one);
  }
  const all = [...told.values()];
  const rankOf = ({ event }: Told): number => RANK.indexOf(lookOf(event).glyph);
  const chosen = new Set([...all].sort((a, b) => rankOf(a) - rankOf(b) || a.event.tick - b.event.tick).slice(0, ROOM));
  return { told: all.filter((one) => chosen.has(one)), all: all.length };
}

const textsIn = (scenario: unknown, part: string): string[] => {
  const list: unknown = Object(scenario)[part];
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string' && one.trim() !== '') : [];
};

const QUESTIONS = 3;

/** Three questions: the scenario’s own first, then such as any run raises. */
export function questionsOf(scenario: unknown, story: Story): string[] {
  const { told } = mainEvents(story);
  const turning = told.find(({ event }) => ['leaves', 'ends', 'war'].includes(lookOf(event).glyph));
  return [
    ...textsIn(scenario, 'questions'),
    ...(turning ? [t('print.questionEvent', { date: turning.date, event: turning.text })] : []),
    ...(story.alliances.length > 1 ? [t('print.questionLast')] : []),
    t('print.questionSeed'),
    t('print.questionActor'),
  ].slice(0, QUESTIONS);
}

const CAVEATS = 6;
const SOURCES = 10;

/** What the scenario itself says that it rests on, and what it leaves out. A choice of its author is no source. */
export function groundsOf(scenario: unknown): { caveats: string[]; sources: string[] } {
  const list: unknown = Object(scenario).provenance;
  const sources = (Array.isArray(list) ? list : [])
    .map((one): unknown => Object(one).source)
    .filter((source): source is string => typeof source === 'string' && !/^(choice|estimate)\b/i.test(source));
  return { caveats: textsIn(scenario, 'caveats').slice(0, CAVEATS), sources: [...new Set(sources)].slice(0, SOURCES) };
}
