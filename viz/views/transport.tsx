import { SPEEDS, useApp } from '../app/state.ts';
import { alliancesAt, eventsAt } from '../story/moment.ts';
import { sentence, textOf } from '../story/sentences.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { Icon, type IconName } from './glyphs.tsx';
import { Marks } from './marks.tsx';
import { GUTTER, useAxis, useRoom } from './measure.ts';

/** Half the width of the slider's thumb: its middle must stand on the axis of the pictures above. */
const THUMB = 9;

export function Transport({ story }: { story: Story }) {
  const { tick, go, playing, dragging } = useApp();
  const { ref, size } = useRoom<HTMLDivElement>();
  const narrow = size.width < 700;
  const axis = useAxis(size.width, story.ticks, narrow ? 16 : GUTTER);
  return (
    <section class="transport" aria-label="Time" data-stage>
      <div class="rail" ref={ref}>
        <Marks story={story} axis={axis} />
        <input
          id="time"
          type="range"
          min={0}
          max={story.ticks - 1}
          step={1}
          value={tick.value}
          aria-label="Time"
          aria-valuetext={spoken(story, tick.value)}
          style={{
            left: `${axis.middle(0) - THUMB}px`,
            '--played': `${(100 * tick.value) / Math.max(1, story.ticks - 1)}%`,
            width: `${axis.middle(story.ticks - 1) - axis.middle(0) + 2 * THUMB}px`,
          }}
          onPointerDown={() => {
            playing.value = false;
            dragging.value = true;
          }}
          onPointerUp={() => {
            dragging.value = false;
          }}
          onPointerCancel={() => {
            dragging.value = false;
          }}
          onInput={(event) => {
            playing.value = false;
            go(Number(event.currentTarget.value));
          }}
        />
      </div>
      <Buttons />
    </section>
  );
}

/** "1894 Q1, 3 alliances, French Republic and Russian Empire found …": the moment in one breath. */
export function spoken(story: Story, tick: number): string {
  const count = alliancesAt(story, tick).length;
  const [first] = eventsAt(story.news, tick);
  const parts = [dateLabel(story.clock, tick), `${count} ${count === 1 ? 'alliance' : 'alliances'}`];
  if (first) parts.push(textOf(sentence(first, story)));
  return parts.join(', ');
}

function Buttons() {
  const { playing, toggle, step, jump, speed } = useApp();
  const button = (name: IconName, label: string, act: () => void) => (
    <button type="button" class="round" aria-label={label} title={label} onClick={act}>
      <Icon name={name} />
    </button>
  );
  return (
    <div class="buttons">
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
      <button
        type="button"
        class="pace"
        aria-label={`Speed ${speed.value}×, change`}
        onClick={() => {
          speed.value = SPEEDS[(SPEEDS.indexOf(speed.value) + 1) % SPEEDS.length]!;
        }}
      >
        {speed.value}×
      </button>
      <fieldset class="speeds">
        <legend class="unseen">Speed</legend>
        {SPEEDS.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={speed.value === choice}
            onClick={() => {
              speed.value = choice;
            }}
          >
            {choice}×
          </button>
        ))}
      </fieldset>
    </div>
  );
}
