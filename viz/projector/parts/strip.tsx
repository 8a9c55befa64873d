import { dateText } from '../../classroom/figures.ts';
import { useWall } from '../use-wall.ts';

/** The upper edge: what is played, where in it the class is, and how somebody who is late joins. */
export function Strip() {
  const { scene, state, game } = useWall();
  const dates = scene.rounds[state.round];
  const isLate = state.stage !== 'lobby' && state.stage !== 'debrief';
  return (
    <header>
      <p class="wordmark">Foedus</p>
      <p class="title">{scene.scenario.title}</p>
      {scene.world && <p class="world">{`${scene.world.index} / ${scene.world.of}`}</p>}
      {dates && state.stage !== 'debrief' && (
        <p class="where">
          <b>{game.round(state.round + 1, scene.rounds.length)}</b> · {dateText(dates.from, game)}
        </p>
      )}
      {isLate && (
        <p class="late-join">
          {state.join.short} · <b>{scene.code}</b>
        </p>
      )}
    </header>
  );
}
