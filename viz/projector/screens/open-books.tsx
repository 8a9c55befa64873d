import { useEffect, useRef } from 'preact/hooks';
import { debriefAddress } from '../../classroom/debrief-address.ts';
import { useWall } from '../use-wall.ts';

/** After the game: its replay, led by the instructor, and beside it what was secret. */
export function OpenBooks() {
  const { state, says } = useWall();
  return (
    <div class="open-books">
      <h1 class="unseen">{says.debrief.title}</h1>
      <LedReplay />
      {state.revealed && <Books />}
    </div>
  );
}

/** The replay goes where the instructor leads it, without being loaded anew. */
function LedReplay() {
  const { room, scene, state, says } = useWall();
  const frame = useRef<HTMLIFrameElement>(null);
  const address = debriefAddress(room.base, scene.code, state.debrief ?? { tick: 0, event: null });
  const first = useRef(address);
  useEffect(() => {
    const shown = frame.current?.contentWindow;
    if (shown && shown.location.href !== 'about:blank') shown.location.hash = new URL(address).hash;
  }, [address]);
  return <iframe ref={frame} src={first.current} title={says.debrief.frame} tabIndex={-1} />;
}

function Books() {
  const { state, names, says } = useWall();
  const { secrets, promises, predictions } = state.revealed!;
  return (
    <aside class="books">
      {secrets.length > 0 && (
        <section aria-labelledby="secrets">
          <h2 id="secrets">{says.debrief.secrets}</h2>
          <dl>
            {secrets.map(({ actor, words }) => (
              <div key={actor}>
                <dt>{names.actor(actor)}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {promises.length > 0 && (
        <section aria-labelledby="promises">
          <h2 id="promises">{says.debrief.promises}</h2>
          <ul class="deeds">
            {promises.map(({ actor, kept, broken }) => (
              <li key={actor}>
                <b>{names.actor(actor)}</b> <span>{says.debrief.kept(kept, kept + broken)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {predictions.length > 0 && (
        <section aria-labelledby="predictions">
          <h2 id="predictions">{says.debrief.predictions}</h2>
          <ul>
            {predictions.map(({ question, yes, no, came }) => (
              <li key={question}>
                {question} <b>{says.debrief.expected(yes, yes + no)}</b>{' '}
                {came === null ? says.debrief.open : came ? says.debrief.came : says.debrief.cameNot}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
