import { happeningText } from '../../classroom/happening-text.ts';
import { headlines } from '../../classroom/headlines.ts';
import { useControl } from '../use-control.ts';

const MOST = 12;

/** What everybody may know of the last round. */
export function News() {
  const { state, names, says, game } = useControl();
  const sentences = headlines(state.news, MOST).flatMap((happening) => {
    const text = happeningText(happening, names, game);
    if (text === undefined) return [];
    return happening.decidedBy === 'default' ? `${text.slice(0, -1)} (${game.happened.byDefault}).` : text;
  });
  if (state.stage === 'round' && state.round === 0) return null;
  return (
    <details class="news" open={state.stage === 'between'}>
      <summary>{says.news}</summary>
      {sentences.length === 0 && <p>{says.nothing}</p>}
      <ul>
        {sentences.map((text, k) => (
          <li key={`${k} ${text}`}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
