import { signal } from '@preact/signals';

/** What the bundled scenarios say in their files, in the language on show; a text that is not among these stays as it is written. */
export const quotes = signal<Readonly<Record<string, string>>>({});

const NUMBERED = /^(\D+) (\d+)$/;

/** A text of a scenario in the language on show: titles, names, questions, what a figure says. "Actor 7" is "Actor" and its number. */
export function scenarioText(text: string): string {
  if (Object.hasOwn(quotes.value, text)) return quotes.value[text]!;
  const [, name, number] = NUMBERED.exec(text) ?? [];
  return name !== undefined && Object.hasOwn(quotes.value, name) ? `${quotes.value[name]} ${number}` : text;
}
