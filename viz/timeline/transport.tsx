import { FirstStepBox } from '../first-steps/first-step-box.tsx';
import { numeral, t } from '../i18n/index.ts';
import { alliancesAt, eventsAt } from '../run-view/moment.ts';
import { textOf } from '../run-view/phrase.ts';
import { readoutText } from '../run-view/readout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import { times } from '../run-view/words.ts';
import { SPEEDS, useApp } from '../store/state.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { type Axis, GUTTER, useAxis, useRoom } from '../ui/measure.ts';
import { EventMarks } from './event-marks.tsx';

/** Half the width of the slider's thumb: its middle must stand on the axis of the pictures above. */
const THUMB = 9;

export function Transport({ run }: { run: RunView }) {
  const { ref, size } = useRoom<HTMLDivElement>();
  const narrow = size.width < 700;
  const axis = useAxis(size.width, run.ticks, narrow ? 16 : GUTTER);
  return (
    <section class="transport" aria-label={t('transport.time')} data-stage>
      <div class="rail" ref={ref}>
        <EventMarks run={run} axis={axis} />
        <Fork axis={axis} />
        <TimeBar run={run} axis={axis} />
      </div>
      <div class="buttons">
        <div class="before">
          <FirstStepBox at="play" />
        </div>
        <Steps />
        <div class="after">
          <Speeds />
          <Modes />
        </div>
      </div>
    </section>
  );
}

/** Where branch and original part, on the bar of both. */
function Fork({ axis }: { axis: Axis }) {
  const { branches } = useApp();
  const first = branches.pair.value?.first;
  if (first === undefined) return null;
  return <div class="fork" style={{ left: `${axis.middle(first)}px` }} />;
}

function TimeBar({ run, axis }: { run: RunView; axis: Axis }) {
  const { tick, go, playing, dragging } = useApp();
  const last = run.ticks - 1;
  const release = (): void => {
    dragging.value = false;
  };
  return (
    <input
      id="time"
      type="range"
      min={0}
      max={last}
      step={1}
      value={tick.value}
      aria-label={t('transport.time')}
      aria-valuetext={spokenMoment(run, tick.value)}
      style={{
        left: `${axis.middle(0) - THUMB}px`,
        width: `${axis.middle(last) - axis.middle(0) + 2 * THUMB}px`,
        '--played': `${(100 * tick.value) / Math.max(1, last)}%`,
      }}
      onPointerDown={() => {
        playing.value = false;
        dragging.value = true;
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onInput={(event) => {
        playing.value = false;
        go(Number(event.currentTarget.value));
      }}
    />
  );
}

/** "1894 Q1, 3 alliances, French Republic and Russian Empire found …": the moment in one breath. */
export function spokenMoment(run: RunView, tick: number): string {
  const count = alliancesAt(run, tick).length;
  const [first] = eventsAt(run.news, tick);
  const parts = [dateLabel(run.clock, tick)];
  if (run.chart) parts.push(readoutText(run.chart, tick));
  if (!run.chart || count > 0) parts.push(t('transport.alliances', { count }));
  if (first) parts.push(textOf(sentence(first, run)));
  return parts.filter(Boolean).join(', ');
}

function Steps() {
  const { playing, toggle, step, jump } = useApp();
  const button = (name: IconName, label: string, act: () => void) => (
    <button type="button" class="round" aria-label={label} title={label} onClick={act}>
      <Icon name={name} />
    </button>
  );
  return (
    <div class="group">
      {button('start', t('transport.start'), () => step(-Infinity))}
      {button('previous', t('transport.previous'), () => jump(-1))}
      {button('back', t('transport.back'), () => step(-1))}
      <button
        type="button"
        class="play"
        id="play"
        aria-label={playing.value ? t('transport.pause') : t('transport.play')}
        onClick={toggle}
      >
        <Icon name={playing.value ? 'pause' : 'play'} />
      </button>
      {button('on', t('transport.on'), () => step(1))}
      {button('next', t('transport.next'), () => jump(1))}
      {button('end', t('transport.end'), () => step(Infinity))}
    </div>
  );
}

/** All speeds side by side, or where there is no room one button that goes round them. */
function Speeds() {
  const { speed } = useApp();
  const set = (choice: (typeof SPEEDS)[number]) => () => {
    speed.value = choice;
  };
  const next = SPEEDS[(SPEEDS.indexOf(speed.value) + 1) % SPEEDS.length]!;
  return (
    <>
      <button
        type="button"
        class="pace"
        aria-label={t('transport.pace', { speed: numeral().format(speed.value) })}
        onClick={set(next)}
      >
        {times(speed.value)}
      </button>
      <fieldset class="speeds">
        <legend class="unseen">{t('transport.speed')}</legend>
        {SPEEDS.map((choice) => (
          <button key={choice} type="button" aria-pressed={speed.value === choice} onClick={set(choice)}>
            {times(choice)}
          </button>
        ))}
      </fieldset>
    </>
  );
}

/** How it plays and how far it is looked into: two switches, where there is little room by their signs alone. */
function Modes() {
  const { skipping, inside, source } = useApp();
  return (
    <>
      <button
        type="button"
        class="mode"
        id="skip-quiet"
        aria-pressed={skipping.value}
        title={t('transport.skipTitle')}
        onClick={() => {
          skipping.value = !skipping.value;
        }}
      >
        <Icon name="skip" />
        <span>{t('transport.skip')}</span>
      </button>
      {source.phases ? (
        <button
          type="button"
          class="mode"
          id="phases"
          aria-pressed={inside.open.value !== undefined}
          title={t('transport.phasesTitle')}
          onClick={() => void inside.toggle()}
        >
          <Icon name="phases" />
          <span>{t('transport.phases')}</span>
        </button>
      ) : null}
    </>
  );
}
