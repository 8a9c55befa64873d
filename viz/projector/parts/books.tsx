import type { DebriefFile } from '../../../classroom/protocol/debrief-file.ts';
import { dateText } from '../../classroom/figures.ts';
import { actorNames } from '../../classroom/names.ts';
import { neverDue, type PromiseKept, promisesKept } from '../../classroom/promises-kept.ts';
import { treatiesIn } from '../../classroom/treaties-in.ts';
import { useWall } from '../use-wall.ts';

// As many as are readable from the back row.
const MOST_PROMISES = 7;
const MOST_OPEN = 4;

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
  const { room, scene, state, says, game } = useWall();
  const words = says.debrief;
  const names = actorNames(scene, new Map([...room.treaties, ...treatiesIn(file.events)]), game);
  const seats = new Set(scene.seats);
  const played = ({ actor, to }: PromiseKept): number => Number(seats.has(actor)) + Number(seats.has(to));
  const all = promisesKept(file.events).sort((a, b) => played(b) - played(a));
  const open = neverDue(all, file.events, state.treaties);
  if (all.length === 0 && open.length === 0) return null;
  const shown = all.slice(0, MOST_PROMISES);
  const years = (dates: readonly number[]): string =>
    game.listOf([...new Set(dates.map((date) => dateText(Math.floor(date), game)))]);
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{words.promisesTitle}</h2>
      <ul class="promises">
        {shown.map(({ actor, to, alliance, obligation, kept, broken }) => (
          <li key={`${actor} ${to} ${alliance} ${obligation}`}>
            <span>
              {words.promised(
                names.actor(actor),
                names.actor(to),
                words.promises[obligation] ?? words.promises['other']!,
              )}{' '}
              <small>{names.treaty(alliance)}</small>
            </span>
            <span>
              {kept.length > 0 && <span class="kept">{words.kept(years(kept))}</span>}{' '}
              {broken.length > 0 && <b class="broken">{words.broken(years(broken))}</b>}
            </span>
          </li>
        ))}
      </ul>
      {all.length > shown.length && <p class="more">{words.morePromises(all.length - shown.length)}</p>}
      {open.length > 0 && (
        <p class="more">{words.neverDue(names.list(open.slice(0, MOST_OPEN)), Math.max(0, open.length - MOST_OPEN))}</p>
      )}
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
