import { signal } from '@preact/signals';

/** What the bundled scenarios say in their files, in the language on show; a text that is not among these stays as it is written. */
export const quotes = signal<Readonly<Record<string, string>>>({});

/** A text of a scenario in the language on show: titles, names, questions, what a figure says. */
export const said = (text: string): string => (Object.hasOwn(quotes.value, text) ? quotes.value[text]! : text);
