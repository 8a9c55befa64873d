import { ClockView } from '../parts/clock-view.tsx';
import { DecisionList } from '../parts/decisions.tsx';
import { CardsRead, Happened } from '../parts/happened.tsx';
import { PageHeading } from '../parts/heading.tsx';
import { Delegation } from '../parts/my-place.tsx';
import { Offers } from '../parts/offers.tsx';
import { Standing } from '../parts/standing.tsx';
import { wished } from '../room.ts';
import { useGame } from '../use-room.ts';

export function Round() {
  const { says } = useGame();
  return (
    <>
      <PageHeading text={says.stage.round} hint={says.stage.roundHint} />
      <CardsRead />
      <Happened />
      <DecisionList />
      <Offers />
      <Standing />
      <Delegation />
      <Ready />
    </>
  );
}

/** Stays in view: the clock, how many are ready, and whether this player is. */
function Ready() {
  const { room, state, says } = useGame();
  const isReady = wished(room, 'ready', state.you.ready);
  const waiting = state.offers.filter(
    ({ id, isYours, reply }) => !isYours && !wished(room, `reply ${id}`, reply),
  ).length;
  const isSaving = [...room.wishes.value.values()].some(({ isTaken }) => !isTaken);
  return (
    <div class="ready">
      <div>
        {state.clock.deadline === undefined && <ClockView />}
        <p class="count">
          {says.decide.count(state.decided, state.of)}
          {isSaving && <span class="saving"> · {says.notice.saving}</span>}
        </p>
        {waiting > 0 && (
          <button type="button" class="quiet" onClick={goToOffers}>
            {says.offers.waiting(waiting)}
          </button>
        )}
      </div>
      <button
        type="button"
        class="strong"
        aria-pressed={isReady}
        onClick={() => void room.ask({ do: 'ready', round: state.round, ready: !isReady }, 'ready', !isReady)}
      >
        {isReady && <span aria-hidden="true">✓ </span>}
        {says.decide.ready}
      </button>
    </div>
  );
}

/** An offer comes below what is in view: nothing moves under a finger, and this leads to it. */
function goToOffers(): void {
  const heading = document.getElementById('offers');
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
