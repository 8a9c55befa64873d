import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { keptSeat } from '../../../classroom/client/seat.ts';
import type { DebriefFile } from '../../../classroom/protocol/message.ts';
import { fetchDebrief } from '../../classroom/fetch-debrief.ts';
import { replayAddress } from '../../classroom/room-address.ts';
import { PageHeading } from '../parts/heading.tsx';
import { useGame } from '../use-room.ts';

/** After the last round: the replay of this game. It is fetched only when it is asked for. */
export function DebriefScreen() {
  const { room, state, says, names } = useGame();
  const revealed = useSignal<DebriefFile | undefined>(undefined);
  useEffect(() => {
    void fetchDebrief(room.base, room.code, keptSeat(room.code)?.token ?? '').then((found) => {
      revealed.value = found;
    });
  }, [room, revealed]);
  const isOpen = useSignal(false);
  const address = replayAddress(room.base, room.code, state.debrief?.tick ?? 0);
  const predictions = (room.scene.value?.questions ?? []).filter(({ id }) => state.you.predictions[id] !== undefined);
  const yesOrNo = (is: boolean): string => (is ? says.predict.yes : says.predict.no);
  return (
    <>
      <PageHeading text={says.stage.debrief} hint={says.stage.debriefHint} />
      <p class="choices">
        <button
          type="button"
          class="strong"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isOpen.value ? says.debrief.closeHere : says.debrief.here}
        </button>
        <a class="plain" href={address} target="_blank" rel="noopener">
          {says.debrief.replay}
        </a>
      </p>
      {isOpen.value && <Replay />}
      {predictions.length > 0 && (
        <section aria-labelledby="expected">
          <h2 id="expected">{says.predict.title}</h2>
          <ul>
            {predictions.map(({ id, question }) => {
              const outcome = revealed.value?.predictions.find((one) => one.id === id)?.cameTrue;
              return (
                <li key={id}>
                  {question} {says.predict.mine(yesOrNo(state.you.predictions[id] ?? false))}{' '}
                  {outcome !== undefined && <b>{says.predict.outcome(yesOrNo(outcome))}</b>}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {revealed.value && (
        <section class="revealed" aria-labelledby="secrets">
          <h2 id="secrets">{says.debrief.secrets}</h2>
          <dl>
            {Object.entries(revealed.value.secrets).map(([actor, { words }]) => (
              <div key={actor}>
                <dt>{names.actor(actor)}</dt>
                <dd>{words[says.language]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

/** The replay inside this page. It goes where the projector goes until its reader looks around, and again when they ask for it. */
function Replay() {
  const { room, says } = useGame();
  const follows = useSignal(true);
  const frame = useRef<HTMLIFrameElement>(null);
  const first = useRef(replayAddress(room.base, room.code, room.state.value?.debrief?.tick ?? 0));
  useSignalEffect(() => {
    const tick = room.state.value?.debrief?.tick;
    if (tick === undefined || !follows.value) return;
    const { hash } = new URL(replayAddress(room.base, room.code, tick));
    const shown = frame.current?.contentWindow;
    if (shown && shown.location.pathname !== 'blank') shown.location.hash = hash;
  });
  return (
    <div class="replay">
      <p>
        <button
          type="button"
          class="plain"
          aria-pressed={follows.value}
          onClick={() => {
            follows.value = !follows.value;
          }}
        >
          {follows.value ? says.debrief.follow : says.debrief.bring}
        </button>{' '}
        <span role="status">{follows.value ? says.debrief.following : says.debrief.free}</span>
      </p>
      <iframe ref={frame} src={first.current} title={says.debrief.frame} />
    </div>
  );
}
