import { signal } from '@preact/signals';
import { render } from 'preact';
import type { RunView } from '../../run-view/run-view.ts';
import { axisMarks } from '../../run-view/time.ts';
import type { PlaybackSlice } from '../../store/playback.ts';
import { SelectionProvider, type SelectionSlice } from '../../store/selection.ts';
import { storylineLayoutOf } from '../../storyline/lines.ts';
import { LineNames, StorylineLines } from '../../storyline/storyline-lines.tsx';
import { eventSignsOf } from '../../timeline/event-marks.tsx';
import { glyphPath } from '../../ui/glyphs.tsx';
import { axisOf, GUTTER } from '../../ui/measure.ts';
import type { VectorPicture } from './marks.ts';
import { readPicture } from './read.ts';
import './offstage.css';

/** Width of a picture for a screen, and of one for paper, where it is made smaller. */
export const WIDTHS = { screen: 1_280, paper: 860 };
/** Height of a line, in pixels; more lines than COMFORTABLE stand closer. */
const UNIT = 19;
const CLOSE = 13;
const COMFORTABLE = 30;
const TOP = 14;
const SIGNS = 12;
const YEARS = 20;

/** The whole storyline with its years and its signs, whatever part of it the screen has room for. */
function Whole({ run, tick, width }: { run: RunView; tick: number; width: number }) {
  const lines = storylineLayoutOf(run);
  const unit = lines.depth > COMFORTABLE ? CLOSE : UNIT;
  const axis = axisOf(width, run.ticks, GUTTER);
  const foot = 2 * TOP + lines.depth * unit;
  const now = axis.middle(tick);
  return (
    <svg
      class={unit < UNIT ? 'storyline-picture dense' : 'storyline-picture'}
      width={width}
      height={foot + SIGNS + YEARS}
      aria-hidden="true"
    >
      <StorylineLines run={run} lines={lines} axis={axis} y={(level) => TOP + level * unit} unit={unit} />
      <LineNames run={run} lines={lines} axis={axis} y={(level) => TOP + level * unit} />
      {eventSignsOf(run, axis).map(({ tick: at, glyph }) => (
        <path
          key={at}
          class={`glyph glyph-${glyph}`}
          d={glyphPath(glyph)}
          transform={`translate(${axis.middle(at) - 6} ${foot}) scale(0.75)`}
        />
      ))}
      {axisMarks(run.clock, run.ticks, (axis.right - axis.left) / 70).map(({ tick: at, label }) => (
        <text key={at} class="year" x={axis.edge(at)} y={foot + SIGNS + 15}>
          {label}
        </text>
      ))}
      <path class="moment-line" d={`M${now} 0V${foot}`} />
    </svg>
  );
}

export interface Pictured {
  playback: PlaybackSlice;
  selection: SelectionSlice;
}

/** Drawn where nobody sees it, whoever is pointed at, read, and taken away again. */
export function storylinePicture(
  { playback, selection }: Pictured,
  run: RunView,
  width = WIDTHS.screen,
): VectorPicture {
  const place = document.createElement('div');
  place.className = 'offstage';
  document.body.append(place);
  try {
    render(
      <SelectionProvider value={{ ...selection, pointed: signal(undefined) }}>
        <Whole run={run} tick={playback.tick.peek()} width={width} />
      </SelectionProvider>,
      place,
    );
    return readPicture(place)!;
  } finally {
    render(null, place);
    place.remove();
  }
}
