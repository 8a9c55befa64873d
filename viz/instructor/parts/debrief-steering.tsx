import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { DebriefFile, Happening } from '../../../classroom/protocol/message.ts';
import { fetchDebrief } from '../../classroom/fetch-debrief.ts';
import { happeningText } from '../../classroom/happening-text.ts';
import { replayAddress } from '../../classroom/room-address.ts';
import { debriefMoments } from '../debrief-moments.ts';
import { useControl } from '../use-control.ts';

/** Leads the replay on the projector, and with it the phones that follow. */
export function DebriefSteering() {
  const { room, state, says } = useControl();
  const file = useSignal<DebriefFile | 'waiting' | 'broken'>('waiting');
  useEffect(() => {
    void fetchDebrief(room.base, room.code, room.token).then((found) => {
      file.value = found ?? 'broken';
    });
  }, [room, file]);
  const { debrief } = says;
  const tick = state.debrief?.tick ?? 0;
  return (
    <section class="debrief" aria-labelledby="debrief">
      <h2 id="debrief">{debrief.title}</h2>
      {file.value === 'waiting' && <p>{debrief.waiting}</p>}
      {file.value === 'broken' && <p class="notice">{debrief.broken}</p>}
      {typeof file.value === 'object' && <Moments file={file.value} />}
      <p>
        <a class="plain" href={replayAddress(room.base, room.code, tick)} target="_blank" rel="noopener">
          {debrief.replay}
        </a>
      </p>
    </section>
  );
}

function Moments({ file }: { file: DebriefFile }) {
  const { room, state, names, says, game } = useControl();
  const { debrief } = says;
  const moments = useMemo(
    () =>
      debriefMoments(file, names, says, (kind, who, about) => {
        const [first = '', second] = about.split(' ');
        const asHappening: Happening = {
          date: 0,
          kind,
          who: [who],
          about:
            kind === 'honoured' || kind === 'reneged' ? { caller: first, alliance: second ?? '' } : { alliance: first },
        };
        return happeningText(asHappening, names, game);
      }),
    [file, names, says, game],
  );
  const asked = useSignal<number | undefined>(undefined);
  const tick = state.debrief?.tick ?? 0;
  // Several moments may share a tick: the one that was asked for here counts as long as the room is there.
  const at =
    asked.value !== undefined && moments[asked.value]?.tick === tick
      ? asked.value
      : Math.max(
          0,
          moments.findLastIndex((moment) => moment.tick <= tick),
        );
  const go = (to: number): void => {
    const moment = moments[to];
    if (!moment) return;
    asked.value = to;
    void room.ask({ do: 'steer', tick: moment.tick, event: null });
  };
  return (
    <>
      <p class="moment" role="status">
        <small>{debrief.at(at + 1, moments.length)}</small> <b>{moments[at]?.text}</b>
      </p>
      <p class="choices">
        <button type="button" class="plain" aria-disabled={at === 0} onClick={() => go(at - 1)}>
          <span aria-hidden="true">◀ </span>
          {debrief.previous}
        </button>
        <button type="button" class="strong" aria-disabled={at >= moments.length - 1} onClick={() => go(at + 1)}>
          {debrief.next}
          <span aria-hidden="true"> ▶</span>
        </button>
      </p>
      <label class="field">
        {debrief.moments}
        <select value={String(at)} onChange={({ currentTarget }) => go(Number(currentTarget.value))}>
          {moments.map(({ tick: of, text }, k) => (
            <option key={`${of} ${text}`} value={String(k)}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
