import type {
  DebriefEvent,
  DebriefFile,
  DecisionRow,
  RoundEnd,
  WorldView,
} from '../../../classroom/protocol/debrief-file.ts';
import { happeningText } from '../../classroom/happening-text.ts';
import { actorNames } from '../../classroom/names.ts';
import { treatiesIn } from '../../classroom/treaties-in.ts';
import { firstDecision, firstSeen } from '../../classroom/worlds-parting.ts';
import { decidedText } from '../decided-text.ts';
import { useWall } from '../use-wall.ts';

// As many as are readable from the back row.
const MOST_TREATIES = 4;
const MOST_EVENTS = 2;
const MOST_DECISIONS = 2;

/** Parallel worlds side by side on one clock, that of the replay, and where they part. */
export function WorldsBook({ file: { worlds } }: { file: DebriefFile }) {
  const { state, names, says } = useWall();
  const words = says.debrief.worlds;
  if (worlds.length < 2) return <p class="lead">{words.waiting}</p>;
  const tick = state.debrief?.tick ?? 0;
  const ends = worlds.map(({ rounds }) => rounds.findLast((end) => end.tick <= tick) ?? rounds[0]);
  const date = ends.find((end) => end !== undefined)?.date ?? 0;
  const decided = firstDecision(worlds);
  const seen = firstSeen(worlds);
  return (
    <section class="worlds" aria-labelledby="worlds">
      <h2 id="worlds">{words.title(Math.floor(date))}</h2>
      <p class="parting">
        {decided ? words.parting(decided.round, names.list(decided.actors)) : words.alike}{' '}
        {seen && words.seen(Math.floor(seen.date))}
      </p>
      <ol>
        {worlds.map((world, k) => (
          <World
            key={world.code}
            world={world}
            number={k + 1}
            end={ends[k]}
            decided={decided?.decisions[k] ?? []}
            first={seen?.events[k] ?? []}
          />
        ))}
      </ol>
    </section>
  );
}

interface OfWorld {
  world: WorldView;
  number: number;
  end: RoundEnd | undefined;
  /** What was decided in it when the decisions first differed. */
  decided: readonly DecisionRow[];
  /** What happened when worlds could first be told apart. */
  first: readonly DebriefEvent[];
}

function World({ world, number, end, decided, first }: OfWorld) {
  const { scene, room, says, game } = useWall();
  const seats = new Set(scene.seats);
  const names = actorNames(scene, new Map([...room.treaties, ...treatiesIn(world.events)]), game);
  const sentences = first.flatMap((event) => happeningText(event, names, game) ?? []);
  const played = (members: readonly string[]): number => members.filter((actor) => seats.has(actor)).length;
  const treaties = [...(end?.treaties ?? [])].sort((a, b) => played(b.members) - played(a.members));
  const rest = treaties.length - MOST_TREATIES;
  return (
    <li>
      <h3>
        {says.debrief.worlds.world(number)}{' '}
        <small>{world.code === scene.code ? says.debrief.worlds.here : world.code}</small>
      </h3>
      {decided.slice(0, MOST_DECISIONS).map((row) => (
        <p key={row.actor + row.act + row.about} class="decided">
          {decidedText(row, names, game, says)}
        </p>
      ))}
      {decided.length > MOST_DECISIONS && (
        <p class="more">{says.debrief.worlds.moreDecided(decided.length - MOST_DECISIONS)}</p>
      )}
      {sentences.slice(0, MOST_EVENTS).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ul>
        {treaties.slice(0, MOST_TREATIES).map(({ alliance, name, members }) => (
          <li key={alliance}>
            <b>{name}</b> <span>{names.list(members)}</span>
          </li>
        ))}
        {treaties.length === 0 && <li>{says.round.noTreaties}</li>}
        {rest > 0 && <li class="more">{says.round.moreTreaties(rest)}</li>}
      </ul>
    </li>
  );
}
