import { wished } from '../room.ts';
import { useGame } from '../use-room.ts';
import { PriceView, UnitNote } from './price-view.tsx';

/** How calls to arms are to be answered, said before they come. */
export function Standing() {
  const { state, says } = useGame();
  const { partners } = state;
  if (partners.length === 0) return null;
  return (
    <section class="standing" aria-labelledby="standing">
      <h2 id="standing">{says.standing.title}</h2>
      <p class="note">{says.standing.hint}</p>
      {partners.map((partner) => (
        <Partner key={partner.actor} {...partner} />
      ))}
      <p class="seen">{says.standing.seen}</p>
      <UnitNote prices={partners.map(({ prices }) => prices.honour)} />
    </section>
  );
}

function Partner({ actor, standing, prices }: ReturnType<typeof useGame>['state']['partners'][number]) {
  const { room, state, names, says } = useGame();
  const key = `standing ${actor}`;
  const stands = wished<boolean | null>(room, key, standing);
  const answers = [
    { honours: null, text: says.standing.ask, price: undefined },
    { honours: true, text: says.crisis.honour, price: prices.honour },
    { honours: false, text: says.crisis.renege, price: prices.renege },
  ];
  return (
    <fieldset class="question">
      <legend>{says.standing.for(names.actor(actor))}</legend>
      {answers.map(({ honours, text, price }) => (
        <label key={text} class="answer">
          <input
            type="radio"
            name={key}
            checked={stands === honours}
            onChange={() =>
              void room.ask({ do: 'standing', round: state.round, partner: actor, honours }, key, honours)
            }
          />
          <span class="answer-text">
            <span class="answer-name">
              {text}
              {honours === null && <small class="default"> {says.decide.isDefault}</small>}
            </span>
            <PriceView price={price} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
