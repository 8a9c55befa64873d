import { useSignal } from '@preact/signals';
import type { OfferView } from '../../../classroom/protocol/state.ts';
import { draftOf, emptyDraft, type OfferDraft } from '../offer-draft.ts';
import { wished } from '../room.ts';
import { useGame } from '../use-room.ts';
import { OfferForm } from './offer-form.tsx';
import { PriceView, UnitNote } from './price-view.tsx';

/** Offers on the table that the player is a party to, and the making of one. */
export function Offers() {
  const { room, state, says } = useGame();
  const draft = useSignal<OfferDraft | undefined>(undefined);
  const mayOffer = room.scene.value?.acts.includes('sign') ?? false;
  const me = state.you.actor;
  if (me === null || (!mayOffer && state.offers.length === 0)) return null;
  return (
    <section class="offers" aria-labelledby="offers">
      <h2 id="offers" tabIndex={-1}>
        {says.offers.title}
      </h2>
      {state.offers.length === 0 && <p class="note">{says.offers.none}</p>}
      {state.offers.map((offer) => (
        <Offer
          key={offer.id}
          offer={offer}
          onCounter={() => {
            draft.value = draftOf(offer, me, state.treaties);
          }}
        />
      ))}
      <UnitNote prices={state.offers.map(({ price }) => price)} />
      {mayOffer &&
        (draft.value ? (
          <OfferForm draft={draft} />
        ) : (
          <button
            type="button"
            class="plain wide"
            id="make-offer"
            onClick={() => {
              draft.value = emptyDraft;
            }}
          >
            {says.offers.make}
          </button>
        ))}
    </section>
  );
}

function Offer({ offer, onCounter }: { offer: OfferView; onCounter(): void }) {
  const { room, state, names, says } = useGame();
  const { id, by, isYours, price } = offer;
  const key = `reply ${id}`;
  const reply = wished(room, key, offer.reply);
  const answer = (next: 'accept' | 'refuse') => {
    const value = reply === next ? null : next;
    void room.ask({ do: 'reply', round: state.round, offer: id, reply: value }, key, value);
  };
  return (
    <article class="offer" aria-labelledby={`by-${id}`}>
      <h3 id={`by-${id}`}>
        {isYours ? says.offers.yours : says.offers.from(names.actor(by))}
        {offer.text.secret && <small class="default"> {says.offers.secret}</small>}
      </h3>
      <Terms offer={offer} />
      <PriceView price={price} />
      {isYours ? (
        <button
          type="button"
          class="plain"
          onClick={() => void room.ask({ do: 'withdraw', round: state.round, offer: id })}
        >
          {says.offers.withdraw}
        </button>
      ) : (
        <>
          <p class="choices">
            <button type="button" class="plain" aria-pressed={reply === 'accept'} onClick={() => answer('accept')}>
              {says.offers.accept}
            </button>
            <button type="button" class="plain" aria-pressed={reply === 'refuse'} onClick={() => answer('refuse')}>
              {says.offers.refuse}
            </button>
            <button type="button" class="plain" onClick={onCounter}>
              {says.offers.counter}
            </button>
          </p>
          {reply === null && <p class="note">{says.offers.silence}</p>}
        </>
      )}
      <p class="seen">{says.seen[offer.text.secret ? 'secret' : 'parties-now']}</p>
    </article>
  );
}

/** What an offer says, and who of its parties has answered. */
function Terms({ offer: { by, text, replies } }: { offer: OfferView }) {
  const { state, names, says, amounts } = useGame();
  const me = state.you.actor;
  const played = new Set(state.seats.filter(({ isBot }) => !isBot).map(({ actor }) => actor));
  const promised = text.clauses?.obligations ?? (text.alliance === undefined ? ['defence' as const] : []);
  const loads = Object.entries(text.quotas ?? {}).map(([party, amount]) => {
    const written = amounts.writeOf(amount, party === me);
    return party === me ? says.offers.youCarry(written) : says.offers.carries(names.actor(party), written);
  });
  const others = text.parties.filter((party) => party !== me && party !== by);
  const parties = names.list(text.parties);
  return (
    <>
      <p>
        {text.alliance === undefined
          ? says.offers.treaty(parties)
          : says.offers.amend(names.treaty(text.alliance), parties)}
        . {promised.map((promise) => says.offers.promise[promise]).join(' ')}
      </p>
      <p>{capital(loads.length > 0 ? says.listOf(loads) : says.offers.byRule)}.</p>
      {others.length > 0 && (
        <ul class="replies">
          {others.map((party) => (
            <li key={party}>
              {!played.has(party)
                ? says.offers.bots(names.actor(party))
                : replies[party] === 'accept'
                  ? says.offers.accepted(names.actor(party))
                  : replies[party] === 'refuse'
                    ? says.offers.refused(names.actor(party))
                    : says.offers.waits(names.actor(party))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
