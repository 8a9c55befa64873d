import { RoundProgress } from '../parts/progress.tsx';
import { useWall } from '../use-wall.ts';

/** What everybody is asked before the first round. How they answer stays with them. */
export function Expectations() {
  const { scene, state, says } = useWall();
  return (
    <div class="middle">
      <h1>{says.predict.title}</h1>
      <ol class="questions">
        {scene.questions.map(({ id, question }) => (
          <li key={id}>{question}</li>
        ))}
      </ol>
      <p class="lead">{says.predict.hint}</p>
      <RoundProgress text={says.predict.count(state.predicted, state.players)} n={state.predicted} of={state.players} />
    </div>
  );
}
