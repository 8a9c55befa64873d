import { effect, signal } from '@preact/signals';
import type { StudentState } from '../../classroom/protocol/state.ts';
import { SAID_AT } from '../classroom/clock.ts';
import { words } from '../classroom/language.ts';
import { actorNames } from '../classroom/names.ts';
import { changesOf } from './changes.ts';
import type { StudentRoom } from './room.ts';

/** What is said to a person who does not see the page. */
const said = signal('');

export function say(text: string): void {
  // The same sentence twice would be no change, and so would not be said again.
  said.value = text === said.peek() ? `${text} ` : text;
}

/** There from the start and never replaced: a region that comes with its text is not read. */
export const LiveAnnouncer = () => (
  <p class="unseen" role="status" aria-live="polite">
    {said}
  </p>
);

export function announceChanges(room: StudentRoom): void {
  let before: StudentState | undefined;
  effect(() => {
    const after = room.state.value;
    if (before && after) {
      const sentences = changesOf(
        before,
        after,
        actorNames(room.scene.peek(), room.treaties, words.peek()),
        words.peek(),
      );
      if (sentences.length > 0) say(sentences.join(' '));
    }
    before = after;
  });
  let hasWorked = false;
  let wasLost = false;
  effect(() => {
    const now = room.connection.value;
    if (now === 'open' && wasLost) say(words.peek().notice.back);
    wasLost = hasWorked && now === 'lost';
    hasWorked ||= now === 'open';
  });
}

/** Says the time that is left, at few moments. */
export function announceTime(before: number | null, now: number | null): void {
  if (before === null || now === null || before === now) return;
  if (SAID_AT.some((mark) => before > mark && now <= mark)) say(words.peek().clock.seconds(now));
}
