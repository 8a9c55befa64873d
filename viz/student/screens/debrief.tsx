import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { keptSeat } from '../../../classroom/client/seat.ts';
import type { DebriefFile } from '../../../classroom/protocol/debrief-file.ts';
import type { Debrief } from '../../../classroom/protocol/state.ts';
import { fetchDebrief } from '../../classroom/fetch-debrief.ts';
import { type ReplayLink, replayHash } from '../../classroom/replay-link.ts';
import { REPLAY_MOVED } from '../../classroom/replay-moved.ts';
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
  const address = room.base + replayHash(linkOf(room.code, state.debrief));
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
  const led = useComputed(() => replayHash(linkOf(room.code, room.state.value?.debrief)));
  const first = useRef(room.base + led.peek());
  useSignalEffect(() => {
    const hash = led.value;
    if (!follows.value) return;
    const shown = frame.current?.contentWindow;
    if (shown && shown.location.href !== 'about:blank') shown.location.hash = hash;
  });
  useEffect(() => {
    const listen = ({ source, origin, data }: MessageEvent): void => {
      const isReplay = source === frame.current?.contentWindow && origin === location.origin;
      if (isReplay && data === REPLAY_MOVED) follows.value = false;
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, [follows]);
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

/** Where the projector is. What it computes for the wall alone, a phone need not. */
const linkOf = (code: string, debrief: Debrief | undefined): ReplayLink => ({
  code,
  tick: debrief?.tick ?? 0,
  event: debrief?.event ?? null,
  view: debrief?.view?.what === 'why' ? debrief.view : undefined,
});
