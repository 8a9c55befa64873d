import type { Command } from '../ui/command.ts';
import { KEY_COMMANDS, toggleHelp } from './commands.ts';
import { areLettersKeys, isLetterOrSign } from './letter-keys.ts';
import type { Slices } from './slices.tsx';

const ARROWS = /^(Arrow|Page|Home$|End$)/;

/** Whether a key pressed there is meant for the run: typing is not, and a list or a button keeps the keys it knows. */
export function isForUs(key: string, target: Element | null): boolean {
  if (!target || target === document.body || target.closest('[data-stage]')) {
    return !target || !(key === ' ' && target.closest('button, summary, a, [role="tab"]'));
  }
  if (target.matches('input:not([type="range"]):not([type="checkbox"]), select, textarea, [contenteditable]'))
    return false;
  return !ARROWS.test(key) && key !== ' ';
}

/** What a press means; of the keys that have another meaning with Shift only the arrows, for `?` and `[` may need it. */
export const commandFor = ({
  key: pressed,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Command<Slices> | undefined =>
  KEY_COMMANDS.find(
    ({ key }) => key?.names.includes(pressed) && ((key.shift ?? false) === shiftKey || !pressed.startsWith('Arrow')),
  );

export function listenToKeys(slices: Slices): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!areLettersKeys.peek() && isLetterOrSign(event.key)) return;
    const command = commandFor(event);
    // In the editor, which stands in a shadow, the page's own view of the target is its host.
    const target = event.composedPath()[0] as Element | null;
    if (!command || command.applies?.(slices) === false || !isForUs(event.key, target)) return;
    if (document.querySelector('dialog[open]') && command !== toggleHelp) return;
    event.preventDefault();
    command.act(slices);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
