// npm run teaching: writes docs/teaching.md from the `classroom` and `teaching` fields of the bundled scenarios.
import { readFileSync, writeFileSync } from 'node:fs';
import { scenarios } from '../scenarios/index.ts';
import { check, faultSentence } from '../sim/check/check.ts';
import { dateAfter, eraOf, yearsBetween } from '../sim/schema/calendar.ts';
import type { Classroom } from '../sim/schema/classroom.ts';
import type { Scenario } from '../sim/schema/scenario.ts';
import type { LessonStep, Teaching } from '../sim/schema/teaching.ts';

export const TEACHING_DOCUMENT = 'docs/teaching.md';

type Played = Scenario & { classroom: Classroom; teaching: Teaching };

/** What stands below this line is written by the script; what stands above it, by hand. */
const MARK = '<!-- generated: lessons -->';

const LETTERS = 'abcde';
const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => ':--'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

/** A year as people write it: 478 BCE, 1890. */
function yearText(year: number, start: number): string {
  const era = eraOf(year, start);
  return era === undefined ? String(year) : `${Math.abs(year)} ${era.toUpperCase()}`;
}

function yearsOf({ time }: Scenario, from: number, ticks: number): string {
  const year = (tick: number): number => Math.floor(dateAfter(time.start, tick / time.ticksPerYear));
  const [first, last] = [year(from), year(from + ticks - 1)];
  if (first === last) return yearText(first, time.start);
  // The era once, where both years have the same.
  const text = yearText(first, time.start);
  const short = eraOf(first, time.start) === eraOf(last, time.start) ? String(Math.abs(first)) : text;
  return `${short}–${yearText(last, time.start)}`;
}

const KINDS = { allied: 'allied', member: 'joins', left: 'leaves', war: 'war' } as const;

function roundsTable(scenario: Played): string {
  const { time, shocks, history, actors, threats, classroom } = scenario;
  const names = new Map([...actors, ...threats].map(({ id, name }) => [id, name]));
  const tickOf = (date: number): number => Math.floor(yearsBetween(time.start, date) * time.ticksPerYear + 1e-6);
  const rows = classroom.rounds.map(({ from, ticks }, k) => {
    const isWithin = (date: number): boolean => tickOf(date) >= from && tickOf(date) < from + ticks;
    const given = shocks.filter(({ at, expost }) => at !== undefined && !expost && isWithin(at));
    const recorded = history.facts.flatMap(({ kind, who, from: begun }) =>
      kind !== 'metric' && isWithin(begun) ? [`${KINDS[kind]}: ${who.map((id) => names.get(id)).join(', ')}`] : [],
    );
    const none = (list: readonly string[]): string => list.join('; ') || '–';
    return [String(k + 1), yearsOf(scenario, from, ticks), none(given.map(({ name }) => name)), none(recorded)];
  });
  return table(['round', 'years', 'what strikes in it', 'what happened in history'], rows);
}

const lesson = (steps: readonly LessonStep[]): string => {
  let minute = 0;
  return table(
    ['minutes', 'step'],
    steps.map(({ minutes, step }) => {
      const begun = minute;
      minute += minutes;
      return [`${begun}–${minute}`, step];
    }),
  );
};

function cardsTable({ classroom, actors }: Played): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return table(
    ['card', 'who sees it', 'words'],
    classroom.cards.map(({ shock, to, words }) => [
      shock.name,
      to ? to.map((id) => names.get(id)).join(', ') : 'everybody',
      words,
    ]),
  );
}

function chapter(scenario: Played): string {
  const { title, classroom, teaching, actors } = scenario;
  const { primer, roles, lesson15, lesson50, questions, quiz, rubric } = teaching;
  const name = (id: string): string => actors.find((actor) => actor.id === id)?.name ?? id;
  const levels = Math.max(...rubric.map((row) => row.levels.length));
  return [
    `## ${title}`,
    '### Primer',
    primer,
    '### Roles',
    ...classroom.seats.map((id) => `**${name(id)}.** ${roles[id]}`),
    '### Secret interests',
    'One of each is drawn.',
    ...classroom.seats
      .filter((id) => classroom.secrets[id])
      .map((id) => [`**${name(id)}**\n`, ...classroom.secrets[id]!.map(({ words }) => `- ${words}`)].join('\n')),
    '### Rounds',
    roundsTable(scenario),
    '### Cards',
    cardsTable(scenario),
    '### Predictions',
    classroom.predictions.map(({ question }, k) => `${k + 1}. ${question}`).join('\n'),
    '### A lesson of 50 minutes',
    lesson(lesson50),
    '### A lesson of 15 minutes',
    lesson(lesson15),
    '### Questions for the debrief',
    ...questions.map(({ question, answer }, k) => `**${k + 1}. ${question}**\n\n${answer}`),
    '### Quiz',
    ...quiz.map(({ question, options }, k) =>
      [`${k + 1}. ${question}`, ...options.map((option, o) => `   - ${LETTERS[o]}) ${option}`)].join('\n'),
    ),
    `**Answers.** ${quiz.map(({ right, why }, k) => `${k + 1}${LETTERS[right]}: ${why}`).join(' ')}`,
    '### Rubric',
    table(
      ['criterion', ...Array.from({ length: levels }, (_, k) => String(k + 1))],
      rubric.map((row) => [row.criterion, ...Array.from({ length: levels }, (_, k) => row.levels[k] ?? '')]),
    ),
  ].join('\n\n');
}

/** The document with the lessons of all scenarios that have both fields. */
export function filledWithLessons(text: string): string {
  const chapters = Object.entries(scenarios).flatMap(([id, raw]) => {
    const checked = check(raw);
    if ('faults' in checked) throw new Error(`${id}: ${checked.faults.map(faultSentence).join('; ')}`);
    const { classroom, teaching } = checked.value;
    return classroom && teaching ? [chapter({ ...checked.value, classroom, teaching })] : [];
  });
  const [head, ...rest] = text.split(MARK);
  if (rest.length !== 1) throw new Error(`${TEACHING_DOCUMENT}: expected one line ${MARK}`);
  return `${[`${head}${MARK}`, ...chapters].join('\n\n')}\n`;
}

if (process.argv[1]?.endsWith('teaching-document.js'))
  writeFileSync(TEACHING_DOCUMENT, filledWithLessons(readFileSync(TEACHING_DOCUMENT, 'utf8')));
