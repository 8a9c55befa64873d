import { type Key, t } from '../i18n/index.ts';

/** The key of a command. */
export interface CommandKey {
  /** As browsers name it. */
  names: readonly string[];
  /** Held down with Shift, where that makes it another key; a letter is the same either way. */
  shift?: boolean;
  /** How the help writes it, and what it says that it does; left out where the row of another key says it too. */
  shown?(): string;
  does?(): string;
}

/** Something that a person has the page do, by a button or by a key. It is told the slices that it needs. */
export interface Command<Slices> {
  key?: CommandKey;
  /** What its button says, where it has one. */
  label?(slices: Slices): string;
  /** Whether there is anything for it to do now. */
  applies?(slices: Slices): boolean;
  /** Whether what it switches is on. */
  pressed?(slices: Slices): boolean;
  act(slices: Slices): unknown;
}

/** A letter is the same key with Shift and without. */
export const letterKey = (letter: string, does: Key) => ({
  names: [letter.toLowerCase(), letter],
  shown: () => letter,
  does: () => t(does),
});

/** What every button of a command has. */
export const buttonOf = <Slices>(command: Command<Slices>, slices: Slices) => ({
  type: 'button' as const,
  'aria-pressed': command.pressed?.(slices),
  onClick: () => void command.act(slices),
});
