import type { StudentState } from '../../../classroom/protocol/state.ts';
import { dateText } from '../../classroom/figures.ts';
import { ClockView } from '../parts/clock-view.tsx';
import { CardsRead, Happened } from '../parts/happened.tsx';
import { PageHeading } from '../parts/heading.tsx';
import { Delegation, MyPlace, Places } from '../parts/my-place.tsx';
import { useGame } from '../use-room.ts';
import { CrisisScreen } from './crisis.tsx';
import { DebriefScreen } from './debrief.tsx';
import { Predict } from './predict.tsx';
import { Round } from './round.tsx';

/** The game as one player sees it: what is to be done now on top, who the player is below. */
export function GameScreen() {
  const { state } = useGame();
  const { stage } = state;
  return (
    <>
      <Where />
      <Now stage={stage} />
      {stage !== 'crisis' && (
        <>
          <MyPlace />
          {stage !== 'round' && <Delegation />}
          <Places />
        </>
      )}
    </>
  );
}

function Now({ stage }: { stage: StudentState['stage'] }) {
  const { state, says } = useGame();
  const { stage: titles } = says;
  if (state.you.actor === null && stage !== 'debrief')
    return <PageHeading text={titles.noActor} hint={titles.noActorHint} />;
  switch (stage) {
    case 'lobby':
      return <PageHeading text={titles.lobby} hint={titles.lobbyHint} />;
    case 'predict':
      return <Predict />;
    case 'round':
      return <Round />;
    case 'running':
      return <PageHeading text={titles.running} hint={titles.runningHint} />;
    case 'crisis':
      return <CrisisScreen />;
    case 'between':
      return (
        <>
          <PageHeading text={titles.between} hint={titles.betweenHint} />
          <CardsRead />
          <Happened />
        </>
      );
    case 'debrief':
      return <DebriefScreen />;
  }
}

/** The round, what time it stands for, and the clock. */
function Where() {
  const { room, state, says } = useGame();
  const rounds = room.scene.value?.rounds ?? [];
  const dates = rounds[state.round];
  const hasClock = state.stage === 'predict' || (state.stage === 'round' && state.clock.deadline !== undefined);
  if (!dates && !hasClock) return null;
  const from = dates && dateText(dates.from, says);
  const to = dates && dateText(dates.to, says);
  return (
    <div class="where">
      {dates && (
        <p>
          <b>{says.round(state.round + 1, rounds.length)}</b> · {from === to ? from : `${from} – ${to}`}
        </p>
      )}
      {hasClock && <ClockView />}
      {state.clock.deadline !== undefined && (
        <a class="quiet" href={`${room.base}live/${room.code}/rounds.ics?${says.language}`} download>
          {says.clock.calendar}
        </a>
      )}
    </div>
  );
}
