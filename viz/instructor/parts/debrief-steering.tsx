import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { DebriefFile } from '../../../classroom/protocol/debrief-file.ts';
import { fetchDebrief } from '../../classroom/fetch-debrief.ts';
import { happeningText } from '../../classroom/happening-text.ts';
import { actorNames } from '../../classroom/names.ts';
import { replayHash } from '../../classroom/replay-link.ts';
import { treatiesIn } from '../../classroom/treaties-in.ts';
import { debriefMoments } from '../debrief-moments.ts';
import { useControl } from '../use-control.ts';
import { useSteer } from '../use-steer.ts';
import { ManyGames } from './many-games.tsx';
import { WhatIfNot } from './what-if-not.tsx';

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
  const { tick, event } = useSteer();
  // The projector's key opens less than that of this page, and the link may be seen by all.
  const hash = replayHash({ code: room.code, tick, event, view: undefined, key: state.projector?.token });
  return (
    <section class="debrief" aria-labelledby="debrief">
      <h2 id="debrief">{debrief.title}</h2>
      {file.value === 'waiting' && <p>{debrief.waiting}</p>}
      {file.value === 'broken' && <p class="notice">{debrief.broken}</p>}
      {typeof file.value === 'object' && (
        <>
          <Moments file={file.value} />
          <WallViews />
          <WhatIfNot file={file.value} />
          <ManyGames />
        </>
      )}
      <p>
        <a class="plain" href={room.base + hash} target="_blank" rel="noopener">
          {debrief.replay}
        </a>
      </p>
    </section>
  );
}

function Moments({ file }: { file: DebriefFile }) {
  const { room, scene, says, game } = useControl();
  const { debrief } = says;
  const moments = useMemo(() => {
    const names = actorNames(scene, new Map([...room.treaties, ...treatiesIn(file.events)]), game);
    return debriefMoments(file, says, (one) => happeningText(one, names, game));
  }, [file, scene, room, says, game]);
  const { tick, event, view, show } = useSteer();
  const chosen = moments.findIndex((moment) => moment.tick === tick && moment.event === event);
  const at =
    chosen >= 0
      ? chosen
      : Math.max(
          0,
          moments.findLastIndex((moment) => moment.tick <= tick),
        );
  const go = (to: number): void => {
    const moment = moments[to];
    if (!moment) return;
    const isAsked = view.what === 'why' && moment.event !== null;
    show({ tick: moment.tick, event: moment.event, view: { what: isAsked ? 'why' : 'replay' } });
  };
  const now = moments[at];
  return (
    <>
      <p class="moment" role="status">
        <small>{debrief.at(at + 1, moments.length)}</small> <b>{now?.text}</b> {now?.by && <small>{now.by}</small>}
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
        <select name="moment" value={String(at)} onChange={({ currentTarget }) => go(Number(currentTarget.value))}>
          {moments.map(({ event: of, tick: on, text, by }, k) => (
            <option key={`${on} ${of}`} value={String(k)}>
              {by ? `${text} · ${by}` : text}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

const VIEWS = ['replay', 'why', 'secrets', 'promises', 'predictions'] as const;

/** What of the game the projector shows. */
function WallViews() {
  const { says, state } = useControl();
  const { event, view, show } = useSteer();
  const { debrief } = says;
  const worlds = state.worlds.length > 1 ? (['worlds'] as const) : [];
  return (
    <fieldset class="views">
      <legend>{debrief.wall}</legend>
      <p class="choices">
        {[...VIEWS, ...worlds].map((what) => {
          const cannot = what === 'why' && event === null;
          return (
            <button
              key={what}
              type="button"
              class="plain"
              aria-pressed={view.what === what}
              aria-disabled={cannot}
              onClick={() => {
                if (!cannot) show({ view: { what } });
              }}
            >
              {debrief.views[what]}
            </button>
          );
        })}
      </p>
      {event === null && <p class="hint">{debrief.whyHint}</p>}
    </fieldset>
  );
}
