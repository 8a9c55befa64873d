import { ClockView } from '../parts/clock-view.tsx';
import { Decisions } from '../parts/decisions.tsx';
import { Cards, Happened } from '../parts/happened.tsx';
import { Heading } from '../parts/heading.tsx';
import { Delegation } from '../parts/my-place.tsx';
import { Offers } from '../parts/offers.tsx';
import { Standing } from '../parts/standing.tsx';
import { wished } from '../room.ts';
import { useGame } from '../use-room.ts';

export function Round() {
  const { says } = useGame();
  return (
    <>
      <Heading text={says.stage.round} hint={says.stage.roundHint} />
      <Cards />
      <Happened />
      <Delegation />
      <Decisions />
      <Offers />
      <Standing />
      <Ready />
    </>
  );
}

/** Stays in view: the clock, how many are ready, and whether this player is. */
function Ready() {
  const { room, state, says } = useGame();
  const isReady = wished(room, 'ready', state.you.ready);
  const isSaving = [...room.wishes.value.values()].some(({ isTaken }) => !isTaken);
  return (
    <div class="ready">
      <div>
        {state.clock.deadline === undefined && <ClockView />}
        <p class="count">
          {says.decide.count(state.decided, state.of)}
          {isSaving && <span class="saving"> · {says.notice.saving}</span>}
        </p>
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
