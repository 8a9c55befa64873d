import type { TreatyView } from '../../../classroom/protocol/state.ts';
import { useWall } from '../use-wall.ts';

const MOST_TREATIES = 6;
const MOST_MEMBERS = 6;

/** The treaties in force: those of the players' actors first, as many as are readable from the back row. */
export function Treaties() {
  const { scene, state, names, says } = useWall();
  const seats = new Set(scene.seats);
  const played = ({ members }: TreatyView): number => members.filter((actor) => seats.has(actor)).length;
  const shown = [...state.treaties].sort((a, b) => played(b) - played(a)).slice(0, MOST_TREATIES);
  const rest = state.treaties.length - shown.length;
  /** Players' actors first, for they are looked for. */
  const membersOf = ({ members }: TreatyView): string => {
    const ordered = [...members].sort((a, b) => Number(seats.has(b)) - Number(seats.has(a)));
    const more = members.length > MOST_MEMBERS ? members.length - MOST_MEMBERS + 1 : 0;
    const first = ordered.slice(0, more > 0 ? MOST_MEMBERS - 1 : MOST_MEMBERS);
    return says.round.members(more > 0 ? first.map(names.actor).join(', ') : names.list(first), more);
  };
  return (
    <section class="treaties" aria-labelledby="treaties">
      <h2 id="treaties">{says.round.treaties}</h2>
      {shown.length === 0 && <p>{says.round.noTreaties}</p>}
      <ul>
        {shown.map((treaty) => (
          <li key={treaty.alliance}>
            <b>{treaty.name}</b> <span>{membersOf(treaty)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="more">{says.round.moreTreaties(rest)}</p>}
    </section>
  );
}
