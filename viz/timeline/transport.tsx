import { FirstStepBox } from '../first-steps/first-step-box.tsx';
import { numeral, t } from '../i18n/index.ts';
import { togglePhases } from '../phases/commands.ts';
import { eventLookOf } from '../run-view/event-looks.ts';
import { alliancesAt, eventsAt } from '../run-view/moment.ts';
import { textOf } from '../run-view/phrase.ts';
import { readoutText } from '../run-view/readout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import { times } from '../run-view/words.ts';
import { useBranches } from '../store/branches.ts';
import { usePhases } from '../store/phases.ts';
import { SPEEDS, usePlayback } from '../store/playback.ts';
import { buttonOf } from '../ui/command.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { type Axis, GUTTER, useAxis, useRoom } from '../ui/measure.ts';
import { SPEED_COMMANDS, togglePlaying, toggleSkipping, WAYS } from './commands.ts';
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
  const branches = useBranches();
  const first = branches.pair.value?.first;
  if (first === undefined) return null;
  return <div class="fork" style={{ left: `${axis.middle(first)}px` }} />;
}

function TimeBar({ run, axis }: { run: RunView; axis: Axis }) {
  const { tick, go, playing, dragging } = usePlayback();
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
  const happened = eventsAt(run.news, tick);
  const first = happened.find((event) => eventLookOf(event).glyph === 'war') ?? happened[0];
  const parts = [dateLabel(run.clock, tick)];
  if (run.chart) parts.push(readoutText(run.chart, tick));
  if (!run.chart || count > 0) parts.push(t('transport.alliances', { count }));
  if (first) parts.push(textOf(sentence(first, run)));
  return parts.filter(Boolean).join(', ');
}

function Steps() {
  const playback = usePlayback();
  const button = (icon: IconName, command: typeof WAYS.on) => {
    const label = command.label?.({ playback });
    return (
      <button {...buttonOf(command, { playback })} class="round" aria-label={label} title={label}>
        <Icon name={icon} />
      </button>
    );
  };
  return (
    <div class="group">
      {button('start', WAYS.start)}
      {button('previous', WAYS.previous)}
      {button('back', WAYS.back)}
      <button
        {...buttonOf(togglePlaying, { playback })}
        class="play"
        id="play"
        aria-label={togglePlaying.label?.({ playback })}
      >
        <Icon name={playback.playing.value ? 'pause' : 'play'} />
      </button>
      {button('on', WAYS.on)}
      {button('next', WAYS.next)}
      {button('end', WAYS.end)}
    </div>
  );
}

/** All speeds side by side, or where there is no room one button that goes round them. */
function Speeds() {
  const playback = usePlayback();
  const speed = playback.speed.value;
  const next = SPEED_COMMANDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]!;
  return (
    <>
      <button
        type="button"
        class="pace"
        aria-label={t('transport.pace', { speed: numeral().format(speed) })}
        onClick={() => next.act({ playback })}
      >
        {times(speed)}
      </button>
      <fieldset class="speeds">
        <legend class="unseen">{t('transport.speed')}</legend>
        {SPEED_COMMANDS.map((command, k) => (
          <button key={SPEEDS[k]} {...buttonOf(command, { playback })}>
            {command.label?.({ playback })}
          </button>
        ))}
      </fieldset>
    </>
  );
}

/** How it plays and how far it is looked into: two switches, where there is little room by their signs alone. */
function Modes() {
  const playback = usePlayback();
  const phases = usePhases();
  return (
    <>
      <button {...buttonOf(toggleSkipping, { playback })} class="mode" id="skip-quiet" title={t('transport.skipTitle')}>
        <Icon name="skip" />
        <span>{toggleSkipping.label?.({ playback })}</span>
      </button>
      <button {...buttonOf(togglePhases, { phases })} class="mode" id="phases" title={t('transport.phasesTitle')}>
        <Icon name="phases" />
        <span>{togglePhases.label?.({ phases })}</span>
      </button>
    </>
  );
}
