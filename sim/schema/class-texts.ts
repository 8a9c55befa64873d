import type { Scenario } from './scenario.ts';

// What a class reads of a scenario, by path, so that translations can stand in a file of their own.

type Played = Pick<Scenario, 'classroom' | 'teaching'>;

/** Keys whose value is read by people, or a list of such values. */
const READ = new Set([
  'words',
  'name',
  'question',
  'primer',
  'step',
  'answer',
  'options',
  'why',
  'criterion',
  'levels',
]);

/**
 * Replaces each text of a value that people read.
 * @param path names the value; an element of a list by its id, or by its index where it has none: `teaching.quiz.0.options.1`.
 */
function replaced(value: unknown, path: string, isRead: boolean, by: (path: string, text: string) => string): unknown {
  if (typeof value === 'string') return isRead ? by(path, value) : value;
  if (Array.isArray(value)) return value.map((entry, k) => replaced(entry, `${path}.${entry?.id ?? k}`, isRead, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      replaced(entry, `${path}.${key}`, READ.has(key) || path === 'teaching.roles', by),
    ]),
  );
}

function replacedIn<P extends Played>(scenario: P, by: (path: string, text: string) => string): P {
  const { classroom, teaching } = scenario;
  return {
    ...scenario,
    ...(classroom && { classroom: replaced(classroom, 'classroom', false, by) as P['classroom'] }),
    ...(teaching && { teaching: replaced(teaching, 'teaching', false, by) as P['teaching'] }),
  };
}

/** All texts of `classroom` and `teaching`, by path. */
export function classTextsOf(scenario: Played): Map<string, string> {
  const found = new Map<string, string>();
  replacedIn(scenario, (path, text) => {
    found.set(path, text);
    return text;
  });
  return found;
}

/** The scenario with other texts for its class, by path; a text without another stays. Ids and numbers are as they were. */
export const withClassTexts = <P extends Played>(scenario: P, texts: Readonly<Record<string, string>>): P =>
  replacedIn(scenario, (path, text) => (Object.hasOwn(texts, path) ? texts[path]! : text));
