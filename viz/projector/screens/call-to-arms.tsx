import { RoundProgress } from '../parts/progress.tsx';
import { WallClock } from '../parts/wall-clock.tsx';
import { useWall } from '../use-wall.ts';

/** A crisis window. Who is called, and by whom, stands on their phones alone. */
export function CallScreen() {
  const { state, says } = useWall();
  return (
    <div class="middle crisis">
      <h1>{says.crisis.title}</h1>
      <WallClock />
      <p class="lead">{says.crisis.hint}</p>
      <RoundProgress text={says.crisis.answered(state.decided, state.of)} n={state.decided} of={state.of} />
    </div>
  );
}
