import type { DebriefFile } from '../../../classroom/protocol/message.ts';
import { promisesKept } from '../../classroom/promises-kept.ts';
import { useWall } from '../use-wall.ts';

interface OfFile {
  file: DebriefFile;
}

/** What was secret, what became of promises, and what was expected: open to all once the game is over. */
export const Books = ({ file }: OfFile) => (
  <aside class="books">
    <SecretBook file={file} />
    <PromiseBook file={file} />
    <PredictionBook file={file} />
  </aside>
);

export function SecretBook({ file }: OfFile) {
  const { scene, names, says } = useWall();
  const secrets = Object.entries(file.secrets);
  if (secrets.length === 0) return null;
  return (
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
  );
}

export function PromiseBook({ file }: OfFile) {
  const { names, says } = useWall();
  const promises = promisesKept(file.decisions);
  if (promises.length === 0) return null;
  return (
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
  );
}

export function PredictionBook({ file }: OfFile) {
  const { scene, says } = useWall();
  if (file.predictions.length === 0) return null;
  const questionOf = new Map(scene.questions.map(({ id, question }) => [id, question]));
  return (
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
  );
}
