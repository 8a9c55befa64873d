import { happeningText } from '../../classroom/happening-text.ts';
import { headlines } from '../../classroom/headlines.ts';
import { PublicCards } from '../parts/public-cards.tsx';
import { Treaties } from '../parts/treaties.tsx';
import { useWall } from '../use-wall.ts';

/** Sentences that can be read from the back row. */
const MOST = 7;

/** Between two rounds: what everybody may know of the last one, one thing after the other. */
export function RoundResults() {
  const { state, names, says, game } = useWall();
  const tellable = state.news.filter((happening) => happeningText(happening, names, game) !== undefined);
  const told = headlines(tellable, MOST);
  const rest = tellable.length - told.length;
  return (
    <div class="results">
      <section aria-labelledby="results">
        <h1 id="results">{says.results.title}</h1>
        {told.length === 0 && <p class="lead">{says.results.nothing}</p>}
        <ol class="told" key={state.round}>
          {told.map((happening, k) => (
            <li key={k}>{happeningText(happening, names, game)}</li>
          ))}
        </ol>
        {rest > 0 && <p class="more">{says.results.more(rest)}</p>}
      </section>
      <div class="known">
        <PublicCards most={1} />
        <Treaties />
      </div>
    </div>
  );
}
