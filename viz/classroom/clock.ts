import type { RoundClock } from '../../classroom/protocol/state.ts';

/**
 * Whole seconds until what is open closes, by the phone's own running time: the time of day may be wrong, and may be set meanwhile.
 * @param heardAt when the clock was heard of, `now` in the same running time; both ms. Null where nothing runs out.
 */
export function secondsLeft({ left, isPaused }: RoundClock, heardAt: number, now: number): number | null {
  if (left === null) return null;
  const passed = isPaused ? 0 : (now - heardAt) / 1_000;
  return Math.max(0, Math.ceil(left - passed));
}

/** "1:05", "0:09", "2:00:00". */
export function clockText(seconds: number): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** A date at which a round closes, in the phone's own zone, which it names. */
export const deadlineText = (deadline: number, language: string): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(deadline);

/** Seconds at which the time that is left is said to a person who does not see it. */
export const SAID_AT: readonly number[] = [60, 30, 10];
