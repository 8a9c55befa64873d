import { useSignal } from '@preact/signals';
import type { InstructorState } from '../../../classroom/protocol/state.ts';
import { useControl } from '../use-control.ts';
import { FreeCardForm } from './free-card-form.tsx';
import { ActorBoxes } from './readers.tsx';

/** Shocks that the instructor plays: those of the scenario, and one of their own. */
export function ShockCards() {
  const { scene, state, says } = useControl();
  const isLast = state.stage !== 'round' && state.round + 1 >= scene.rounds.length;
  if (state.stage === 'running' || isLast) return null;
  return (
    <section class="cards" aria-labelledby="cards">
      <h2 id="cards">{says.cards.title}</h2>
      <p class="hint">{state.stage === 'round' ? says.cards.due : says.cards.hint}</p>
      <ul>
        {state.scenarioCards.map((card) => (
          <ScenarioCard key={card.id} card={card} />
        ))}
      </ul>
      <details>
        <summary>{says.cards.free}</summary>
        <FreeCardForm />
      </details>
    </section>
  );
}

function ScenarioCard({ card }: { card: InstructorState['scenarioCards'][number] }) {
  const { room, scene, names, says } = useControl();
  const { cards } = says;
  const readers = useSignal(card.to);
  const { id, words, isPlayed } = card;
  const to = readers.value;
  return (
    <li class="card">
      <p>{words}</p>
      {isPlayed ? (
        <p class="hint">
          ✓ {cards.played}
          {card.to && ` · ${cards.onlyFor(names.list(card.to))}`}
        </p>
      ) : (
        <>
          <label>
            <span class="unseen">{cards.to}</span>
            <select
              value={to === null ? 'all' : 'some'}
              onChange={({ currentTarget: { value } }) => {
                readers.value = value === 'all' ? null : (card.to ?? [scene.seats[0]!]);
              }}
            >
              <option value="all">{cards.everybody}</option>
              <option value="some">{cards.some}</option>
            </select>
          </label>
          {to !== null && (
            <ActorBoxes title={cards.to} of={id} chosen={to} onChoose={(next) => (readers.value = next)} />
          )}
          <button
            type="button"
            class="plain"
            aria-label={cards.playOne(words)}
            aria-disabled={to?.length === 0}
            onClick={() => {
              if (to?.length === 0) return;
              // `null` means those whom the scenario names, so that all others have to be named.
              const all = card.to === null ? null : [...scene.seats];
              void room.ask({ do: 'scenario-card', card: id, to: to ?? all });
            }}
          >
            {cards.play}
          </button>
        </>
      )}
    </li>
  );
}
