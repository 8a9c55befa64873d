import { SPEEDS, useApp } from '../app/state.ts';
import { alliancesAt, eventsAt } from '../story/moment.ts';
import { readOut } from '../story/readout.ts';
import { sentence, textOf } from '../story/sentences.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { Icon, type IconName } from './glyphs.tsx';
import { Marks } from './marks.tsx';
import { type Axis, GUTTER, useAxis, useRoom } from './measure.ts';

/** Half the width of the slider's thumb: its middle must stand on the axis of the pictures above. */
const THUMB = 9;

export function Transport({ story }: { story: Story }) {
  const { ref, size } = useRoom<HTMLDivElement>();
  const narrow = size.width < 700;
  const axis = useAxis(size.width, story.ticks, narrow ? 16 : GUTTER);
  return (
    <section class="transport" aria-label="Time" data-stage>
      <div class="rail" ref={ref}>
        <Marks story={story} axis={axis} />
        <Fork axis={axis} />
        <TimeBar story={story} axis={axis} />
      </div>
      <div class="buttons">
        <Steps />
        <Speeds />
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

function TimeBar({ story, axis }: { story: Story; axis: Axis }) {
  const { tick, go, playing, dragging } = useApp();
  const last = story.ticks - 1;
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
      aria-label="Time"
      aria-valuetext={spoken(story, tick.value)}
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
export function spoken(story: Story, tick: number): string {
  const count = alliancesAt(story, tick).length;
  const [first] = eventsAt(story.news, tick);
  const parts = [dateLabel(story.clock, tick)];
  if (story.chart) parts.push(readOut(story.chart, tick));
  if (!story.chart || count > 0) parts.push(`${count} ${count === 1 ? 'alliance' : 'alliances'}`);
  if (first) parts.push(textOf(sentence(first, story)));
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
      {button('start', 'To the start', () => step(-Infinity))}
      {button('previous', 'Previous event', () => jump(-1))}
      {button('back', 'Step back', () => step(-1))}
      <button type="button" class="play" id="play" aria-label={playing.value ? 'Pause' : 'Play'} onClick={toggle}>
        <Icon name={playing.value ? 'pause' : 'play'} />
      </button>
      {button('on', 'Step on', () => step(1))}
      {button('next', 'Next event', () => jump(1))}
      {button('end', 'To the end', () => step(Infinity))}
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
      <button type="button" class="pace" aria-label={`Speed ${speed.value}×, change`} onClick={set(next)}>
        {speed.value}×
      </button>
      <fieldset class="speeds">
        <legend class="unseen">Speed</legend>
        {SPEEDS.map((choice) => (
          <button key={choice} type="button" aria-pressed={speed.value === choice} onClick={set(choice)}>
            {choice}×
          </button>
        ))}
      </fieldset>
    </>
  );
}
