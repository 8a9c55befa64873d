import './phases.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PhaseStep } from '../../sim/results/phases.ts';
import { t } from '../i18n/index.ts';
import { eventLookOf } from '../run-view/event-looks.ts';
import { textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import type { Walked } from '../store/phases.ts';
import { useApp } from '../store/state.ts';
import { GlyphIcon } from '../ui/icons.tsx';
import { type FigureMove, moversOf, movesOf, phaseAfter, phaseDoes, phaseName } from './movers.ts';

/** Events of a phase that are told; the list of events has all of the tick. */
const TOLD = 12;

export { spokenPhase } from './movers.ts';

/** The phases of a tick in a row, and what the one on show did. */
export function PhasesView({ run, open }: { run: RunView; open: Walked }) {
  const { order, steps } = open.phases;
  const step = steps[open.at];
  return (
    <section class="inside" aria-label={t('phases.title')} data-stage>
      <Strip order={order} steps={steps} at={open.at} />
      {step ? <Step key={step.phase} run={run} step={step} order={order} /> : <Idle />}
    </section>
  );
}

interface StripOf {
  order: readonly string[];
  steps: readonly PhaseStep[];
  at: number;
}

/** All phases of a tick; those that did nothing in this one cannot be gone to. */
function Strip({ order, steps, at }: StripOf) {
  const { inside } = useApp();
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const [box, now] = [list.current, list.current?.querySelector<HTMLElement>('[aria-current]')];
    // Where there is no room for all, the one on show stays in view; the page itself must not move for it.
    if (box && now) box.scrollLeft = now.offsetLeft - box.offsetLeft - (box.clientWidth - now.offsetWidth) / 2;
  }, [at]);
  return (
    <ol class="phase-strip" ref={list}>
      {order.map((phase) => {
        const place = steps.findIndex((step) => step.phase === phase);
        return (
          <li key={phase}>
            <button
              type="button"
              disabled={place < 0}
              aria-current={place >= 0 && place === at ? 'step' : undefined}
              title={place < 0 ? t('phases.idle') : undefined}
              onClick={() => inside.show(place)}
            >
              {phaseName(phase)}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Heading({ children }: { children: string }) {
  const { inside } = useApp();
  return (
    <div class="inside-head">
      <h2>{children}</h2>
      <button type="button" class="plain" id="whole-tick" onClick={inside.leave}>
        {t('phases.whole')}
      </button>
    </div>
  );
}

const Idle = () => (
  <>
    <Heading>{t('phases.title')}</Heading>
    <p class="none">{t('phases.empty')}</p>
  </>
);

function Step({ run, step, order }: { run: RunView; step: PhaseStep; order: readonly string[] }) {
  const place = t('phases.place', { number: order.indexOf(step.phase) + 1, count: order.length });
  const [moves, movers] = [movesOf(step), moversOf(step, run)];
  return (
    <>
      <Heading>{`${phaseAfter(step.phase)} · ${place}`}</Heading>
      {/* It scrolls where there is much to say, so the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div class="phase-told" tabIndex={0}>
        <p class="phase-does">{phaseDoes(step.phase)}</p>
        <Happened run={run} step={step} />
        {moves.length > 0 ? <Moves caption={t('phases.moved')} moves={moves} /> : null}
        {movers.length > 0 ? <Moves caption={t('phases.most')} moves={movers} /> : null}
        {moves.length + movers.length === 0 ? <p class="none">{t('phases.unseen')}</p> : null}
      </div>
    </>
  );
}

function Happened({ run, step }: { run: RunView; step: PhaseStep }) {
  const more = step.events.length - TOLD;
  if (step.events.length === 0) return null;
  return (
    <ul class="phase-events">
      {step.events.slice(0, TOLD).map((event, k) => (
        <li key={k}>
          <GlyphIcon glyph={eventLookOf(event).glyph} />
          <span>{textOf(sentence(event, run))}</span>
        </li>
      ))}
      {more > 0 ? <li class="more">{t('common.others', { count: more })}</li> : null}
    </ul>
  );
}

const Moves = ({ caption, moves }: { caption: string; moves: readonly FigureMove[] }) => (
  <table class="moves">
    <caption>{caption}</caption>
    <tbody>
      {moves.map(({ label, before, after }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td class="number">{before}</td>
          <td class="arrow" aria-label={t('phases.becomes')}>
            →
          </td>
          <td class="number">{after}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
