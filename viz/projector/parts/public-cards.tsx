import { useWall } from '../use-wall.ts';

/** The last cards that everybody may read. */
export function PublicCards({ most }: { most: number }) {
  const { state, says } = useWall();
  if (state.cards.length === 0) return null;
  return (
    <section class="cards" aria-label={says.round.news}>
      {state.cards.slice(-most).map(({ id, words }) => (
        <p key={id} class="card">
          <b>{says.round.news}</b> {words}
        </p>
      ))}
    </section>
  );
}
