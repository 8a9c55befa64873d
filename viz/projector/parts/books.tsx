import type { DebriefFile } from '../../../classroom/protocol/message.ts';
import { promisesKept } from '../../classroom/promises-kept.ts';
import { useWall } from '../use-wall.ts';

/** What was secret, what became of promises, and what was expected: open to all once the game is over. */
export function Books({ file }: { file: DebriefFile }) {
  const { scene, names, says } = useWall();
  const secrets = Object.entries(file.secrets);
  const promises = promisesKept(file.decisions);
  const questionOf = new Map(scene.questions.map(({ id, question }) => [id, question]));
  return (
    <aside class="books">
      {secrets.length > 0 && (
        <section aria-labelledby="secrets">
          <h2 id="secrets">{says.debrief.secrets}</h2>
          <dl>
            {secrets.map(([actor, { words }]) => (
              <div key={actor}>
                <dt>{names.actor(actor)}</dt>
                <dd>{words[scene.language]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {promises.length > 0 && (
        <section aria-labelledby="promises">
          <h2 id="promises">{says.debrief.promises}</h2>
          <ul class="promises">
            {promises.map(({ actor, kept, broken }) => (
              <li key={actor}>
                <b>{names.actor(actor)}</b> <span>{says.debrief.kept(kept, kept + broken)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {file.predictions.length > 0 && (
        <section aria-labelledby="predictions">
          <h2 id="predictions">{says.debrief.predictions}</h2>
          <ul>
            {file.predictions.map(({ id, yes, no, cameTrue }) => (
              <li key={id}>
                {questionOf.get(id)} {yes + no > 0 && <b>{says.debrief.expected(yes, yes + no)}.</b>}{' '}
                {cameTrue ? says.debrief.came : says.debrief.cameNot}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
