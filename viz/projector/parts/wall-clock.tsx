import { clockText, deadlineText } from '../../classroom/clock.ts';
import { useSeconds } from '../../classroom/use-seconds.ts';
import { useWall } from '../use-wall.ts';

/** The time that is left, large. In the last seconds it is also marked by its frame, not by its colour alone. */
export function WallClock() {
  const { room, state, says, game } = useWall();
  const { clock } = state;
  const left = useSeconds(clock, room.heardAt.value);
  if (clock.deadline !== undefined)
    return <p class="clock date">{game.clock.closes(deadlineText(clock.deadline, game.language))}</p>;
  if (left === null) return <p class="clock date">{says.round.open}</p>;
  return (
    <p class={`clock ${left <= 10 && !clock.isPaused ? 'late' : ''}`} role="timer">
      <span class="digits">{clockText(left)}</span>
      {clock.isPaused && <span class="paused">{says.round.paused}</span>}
    </p>
  );
}
