import { useSignal } from '@preact/signals';
import { clockText, deadlineText } from '../../classroom/clock.ts';
import { dateText } from '../../classroom/figures.ts';
import { useSeconds } from '../../classroom/use-seconds.ts';
import { useControl } from '../use-control.ts';

/** Where the game is, its clock, and what the instructor may do with it now. */
export function Steering() {
  const { scene, state, says, game } = useControl();
  const { stage, round } = state;
  const dates = scene.rounds[round];
  const isLast = stage === 'between' && round + 1 >= scene.rounds.length;
  return (
    <section class="steering" aria-labelledby="steering">
      <h1 id="steering" tabIndex={-1}>
        {says.stage[stage]}
      </h1>
      {dates && stage !== 'debrief' && (
        <p class="where">
          <b>{game.round(round + 1, scene.rounds.length)}</b> · {dateText(dates.from, game)} –{' '}
          {dateText(dates.to, game)}
        </p>
      )}
      <p class="hint">{says.hint[isLast ? 'last' : stage]}</p>
      <Count />
      <div class="controls">
        {(stage === 'round' || stage === 'crisis') && <Clock />}
        <Buttons isLast={isLast} />
      </div>
    </section>
  );
}

function Count() {
  const { state, says } = useControl();
  const { stage, decided, of, offers, predicted, players } = state;
  const active = players.filter(({ isRemoved, actor }) => !isRemoved && actor !== null).length;
  if (stage === 'predict') return <p class="count">{says.steer.predicted(predicted, active)}</p>;
  if (stage === 'crisis') return <p class="count">{says.steer.answered(decided, of)}</p>;
  if (stage !== 'round') return null;
  return (
    <p class="count">
      {says.steer.decided(decided, of)}
      {offers > 0 && <small> · {says.steer.offers(offers)}</small>}
    </p>
  );
}

function Clock() {
  const { room, state, says, game } = useControl();
  const { clock } = state;
  const left = useSeconds(clock, room.heardAt.value);
  if (clock.deadline !== undefined)
    return (
      <p>
        {game.clock.closes(deadlineText(clock.deadline, game.language))}{' '}
        <a class="quiet" href={`${room.base}live/${room.code}/rounds.ics?${game.language}`} download>
          {game.clock.calendar}
        </a>
      </p>
    );
  if (left === null) return <p>{says.steer.open}</p>;
  return (
    <p class="clock" role="timer" aria-label={says.steer.clock}>
      <span class="digits">{clockText(left)}</span> {clock.isPaused && <b>{game.clock.paused}</b>}
    </p>
  );
}

function Buttons({ isLast }: { isLast: boolean }) {
  const { room, scene, state, says } = useControl();
  const { steer } = says;
  const { stage, clock, round } = state;
  const ask = (request: Parameters<typeof room.ask>[0]) => () => void room.ask(request);
  const plain = (text: string, request: Parameters<typeof room.ask>[0]) => (
    <button type="button" class="plain" onClick={ask(request)}>
      {text}
    </button>
  );
  const open = (text: string) => (
    <button type="button" class="strong" onClick={ask({ do: 'open-round' })}>
      {text}
    </button>
  );
  switch (stage) {
    case 'lobby':
      return (
        <>
          {open(steer.start)}
          {scene.questions.length > 0 && plain(steer.predict, { do: 'open-predictions' })}
        </>
      );
    case 'predict':
      return open(steer.start);
    case 'round':
    case 'crisis':
      return (
        <>
          {clock.isPaused ? plain(steer.resume, { do: 'resume' }) : plain(steer.pause, { do: 'pause' })}
          {plain(steer.more, { do: 'extend', seconds: 30 })}
          {plain(steer.close, { do: 'close' })}
        </>
      );
    case 'between':
      return (
        <>
          {!isLast && open(steer.next(round + 2))}
          <EndGame isLast={isLast} />
        </>
      );
    case 'debrief':
      return <NextGame />;
    default:
      return null;
  }
}

/** Begins another game in the room. It asks who plays, for the debrief of this one is then over. */
function NextGame() {
  const { room, says } = useControl();
  const { steer } = says;
  const isAsked = useSignal(false);
  const turn = (next: boolean) => () => {
    isAsked.value = next;
  };
  if (!isAsked.value)
    return (
      <button type="button" class="plain" onClick={turn(true)}>
        {steer.again}
      </button>
    );
  const begin = (seats: 'kept' | 'cleared', text: string) => (
    <button type="button" class="plain" onClick={() => void room.ask({ do: 'again', seats })}>
      {text}
    </button>
  );
  return (
    <fieldset class="sure">
      <legend>{steer.againSure}</legend>
      <p class="hint">{steer.againHint}</p>
      {begin('kept', steer.samePlayers)}
      {begin('cleared', steer.nextClass)}
      <button type="button" class="plain" onClick={turn(false)}>
        {steer.notNow}
      </button>
    </fieldset>
  );
}

/** Ends the game. While rounds are left it asks once more, for what was secret is then shown. */
function EndGame({ isLast }: { isLast: boolean }) {
  const { room, says } = useControl();
  const isAsked = useSignal(false);
  const end = (): void => void room.ask({ do: 'debrief' });
  if (!isAsked.value)
    return (
      <button
        type="button"
        class={isLast ? 'strong' : 'plain'}
        onClick={() => {
          if (isLast) end();
          else isAsked.value = true;
        }}
      >
        {says.steer.debrief}
      </button>
    );
  return (
    <fieldset class="sure">
      <legend>{says.steer.debriefSure}</legend>
      <button type="button" class="plain" onClick={end}>
        {says.steer.debrief}
      </button>
      <button type="button" class="plain" onClick={() => (isAsked.value = false)}>
        {says.steer.goOn}
      </button>
    </fieldset>
  );
}
