import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { clockText, deadlineText, secondsLeft } from '../../classroom/clock.ts';
import { announceTime } from '../announcer.tsx';
import { useGame } from '../use-room.ts';

/** The time that is left, or the date at which the round closes. */
export function ClockView({ isLarge = false }: { isLarge?: boolean }) {
  const { room, state, says } = useGame();
  const { clock } = state;
  const now = useSignal(performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const { clock: current } = room.state.value!;
      const before = secondsLeft(current, room.heardAt.value, now.value);
      now.value = performance.now();
      announceTime(before, secondsLeft(current, room.heardAt.value, now.value));
    }, 500);
    return () => clearInterval(timer);
  }, [room, now]);

  if (clock.deadline !== undefined)
    return <p class="clock date">{says.clock.closes(deadlineText(clock.deadline, says.language))}</p>;
  const left = secondsLeft(clock, room.heardAt.value, Math.max(now.value, room.heardAt.value));
  if (left === null) return <p class="clock date">{says.clock.open}</p>;
  return (
    <p class={`clock ${isLarge ? 'large' : ''} ${left <= 10 && !clock.isPaused ? 'late' : ''}`} role="timer">
      <span class="digits">{clockText(left)}</span>
      {clock.isPaused && <span class="paused">{says.clock.paused}</span>}
    </p>
  );
}
