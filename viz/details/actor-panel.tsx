import { Sign } from '../glossary/sign.tsx';
import { TermButton } from '../glossary/term.tsx';
import { t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import { figureText } from '../run-view/curves.ts';
import { hueClass } from '../run-view/hue-class.ts';
import { alliancesAt, figuresAt } from '../run-view/moment.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import { useFrame } from '../store/frame.ts';
import { usePlayback } from '../store/playback.ts';
import { useSelection } from '../store/selection.ts';
import { Effort } from './effort.tsx';
import { Memberships } from './memberships.tsx';
import { concerns, lastEvents, promisesOf } from './promises.ts';
import { Resources } from './resources.tsx';
import { TrustRows } from './trust-rows.tsx';

const FIGURES = ['strength', 'threat', 'standing'] as const;
/** Events of its own that are shown. */
const LAST = 6;

/** All that the page knows of an actor at the tick on show. */
export function ActorPanel({ run, actor }: { run: RunView; actor: number }) {
  const { tick } = usePlayback();
  const { chosen } = useSelection();
  const { frame } = useFrame();
  const at = tick.value;
  const { id, name } = run.actors[actor]!;
  const own = alliancesAt(run, at).filter(({ members }) => members.includes(actor));
  const state = frame.value;
  return (
    <>
      <h2 id="details-title" tabIndex={-1}>
        {name}
      </h2>
      <p class="details-chips">
        {own.map(({ alliance }) => (
          <button
            key={alliance.id}
            type="button"
            class="chip-button"
            onClick={() => {
              chosen.value = alliance.id;
            }}
          >
            <span class={`chip ${hueClass(run, run.alliances.indexOf(alliance))}`}>
              <b>{alliance.letter}</b> <span class="chip-name">{alliance.short}</span>
            </span>
          </button>
        ))}
        {own.length === 0 ? t('actor.alone') : null}
      </p>
      <h3>{t('actor.figures', { date: dateLabel(run.clock, at) })}</h3>
      <dl class="details-figures">
        {FIGURES.map((one) => (
          <div key={one}>
            <dt>{one === 'strength' ? t('actor.strength') : <TermButton of={one}>{t(`actor.${one}`)}</TermButton>}</dt>
            <dd>
              {figureText(figuresAt(run, one, at)[actor] ?? Number.NaN)}
              {one === 'strength' ? <span class="details-unit"> {t('actor.strength-says')}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      <Resources run={run} actor={actor} state={state} />
      {own.length > 0 ? <Effort run={run} actor={actor} state={state} /> : null}
      <TrustRows run={run} actor={actor} state={state} />
      <h3>
        {t('actor.promises')}
        <Sign of="honouring" word={t('actor.promises')} />
      </h3>
      <Promises run={run} id={id} tick={at} />
      <h3>{t('actor.alliances')}</h3>
      <Memberships run={run} actor={actor} />
      <h3>{t('actor.last')}</h3>
      <Last run={run} id={id} tick={at} />
    </>
  );
}

function Promises({ run, id, tick }: { run: RunView; id: string; tick: number }) {
  const { calls, kept } = promisesOf(run, id, tick);
  if (calls === 0) return <p>{t('actor.promises-none')}</p>;
  return (
    <>
      <p class="pips" aria-hidden="true">
        {Array.from({ length: Math.min(calls, 40) }, (_, k) => (
          <span key={k} class={k < kept ? 'kept' : 'broken'} />
        ))}
      </p>
      <p>{t('actor.promises-kept', { calls, kept })}</p>
    </>
  );
}

function Last({ run, id, tick }: { run: RunView; id: string; tick: number }) {
  const events = lastEvents(run, tick, concerns(id), LAST);
  if (events.length === 0) return <p>{t('actor.nothing-yet')}</p>;
  return (
    <ul class="details-list">
      {events.map((event) => (
        <li key={run.events.indexOf(event)}>
          <span class="event-date">{dateLabel(run.clock, event.tick)}</span>
          <span>
            <Sentence parts={sentence(event, run)} run={run} />
          </span>
        </li>
      ))}
    </ul>
  );
}
