import type { Happening } from '../../../classroom/protocol/state.ts';
import { happeningText } from '../../classroom/happening-text.ts';
import { useGame } from '../use-room.ts';

/** Lines of what happened to the player that stand by themselves; the rest is unfolded. */
const LINES = 2;

export function Happened() {
  const { state, names, says } = useGame();
  if (state.round < 0 || (state.round === 0 && state.stage === 'round')) return null;
  const sentences = (list: readonly Happening[]): string[] =>
    list.flatMap((happening) => {
      const text = happeningText(happening, names, says);
      if (text === undefined) return [];
      return happening.decidedBy === 'default' ? `${text.slice(0, -1)} (${says.happened.byDefault}).` : text;
    });
  const mine = sentences(state.happened);
  const known = sentences(state.news).filter((text) => !mine.includes(text));
  return (
    <section class="happened" aria-labelledby="happened">
      <h2 id="happened">{says.happened.title}</h2>
      {mine.length === 0 && <p>{says.happened.nothing}</p>}
      <Sentences texts={mine.slice(0, LINES)} />
      {(mine.length > LINES || known.length > 0) && (
        <details>
          <summary>{says.happened.more(Math.max(0, mine.length - LINES) + known.length)}</summary>
          <Sentences texts={[...mine.slice(LINES), ...known]} />
        </details>
      )}
    </section>
  );
}

const Sentences = ({ texts }: { texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <ul>
      {texts.map((text, k) => (
        <li key={`${k} ${text}`}>{text}</li>
      ))}
    </ul>
  );

/** Cards of this round: those for everybody, and those that only this actor reads. */
export function CardsRead() {
  const { state, says } = useGame();
  const own = state.you.cards.map((card) => ({ ...card, isOwn: true }));
  const cards = [...own, ...state.cards.map((card) => ({ ...card, isOwn: false }))];
  if (cards.length === 0) return null;
  return (
    <section class="cards" aria-label={says.happened.news}>
      {cards.map(({ id, words: text, isOwn }) => (
        <p key={id} class="card">
          <b>{isOwn ? says.happened.forYou : says.happened.news}</b> {text}
        </p>
      ))}
    </section>
  );
}
