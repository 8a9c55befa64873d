import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Heading } from '../parts/heading.tsx';
import { replayAddress } from '../room-address.ts';
import { useGame } from '../use-room.ts';

/** After the last round: the replay of this game. It is fetched only when it is asked for. */
export function Debrief() {
  const { room, state, says } = useGame();
  const isOpen = useSignal(false);
  const address = replayAddress(room.base, room.code, state.debrief?.tick ?? 0);
  const predictions = (room.scene.value?.questions ?? []).filter(({ id }) => state.you.predictions[id] !== undefined);
  return (
    <>
      <Heading text={says.stage.debrief} hint={says.stage.debriefHint} />
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
      <p class="note">{says.debrief.secret}</p>
      {predictions.length > 0 && (
        <section aria-labelledby="expected">
          <h2 id="expected">{says.predict.title}</h2>
          <ul>
            {predictions.map(({ id, question }) => (
              <li key={id}>
                {question} <b>{says.predict.mine(state.you.predictions[id] ? says.predict.yes : says.predict.no)}</b>
              </li>
            ))}
          </ul>
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
