import { RoundProgress } from '../parts/progress.tsx';
import { PublicCards } from '../parts/public-cards.tsx';
import { Treaties } from '../parts/treaties.tsx';
import { WallClock } from '../parts/wall-clock.tsx';
import { useWall } from '../use-wall.ts';

/** An open round: how things stand, what may be decided, and how many have. Never who. */
export function Situation() {
  const { scene, state, says } = useWall();
  const options = scene.acts.flatMap((act) => says.round.acts[act] ?? []);
  return (
    <div class="situation">
      <section class="now">
        <h1>{says.round.title}</h1>
        <WallClock />
        <RoundProgress text={says.round.decided(state.decided, state.of)} n={state.decided} of={state.of} />
      </section>
      <div class="known">
        <PublicCards most={2} />
        <Treaties />
      </div>
      <section class="options" aria-labelledby="options">
        <h2 id="options">{says.round.can}</h2>
        <ul>
          {options.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
