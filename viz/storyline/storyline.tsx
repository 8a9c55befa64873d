import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePlayback } from '../store/playback.ts';
import { Playhead } from '../timeline/playhead.tsx';
import { shortName } from '../ui/label-text.ts';
import { type Axis, GUTTER, useAxis, useRoom } from '../ui/measure.ts';
import { type StorylineLayout as Lines, storylineLayoutOf } from './lines.ts';
import { BETWEEN } from './place.ts';
import { LineNames, StorylineLines } from './storyline-lines.tsx';

const MARGIN = 16;

/** Heights of a line: comfortable, and the least at which names can be read. */
const WISHED = { wide: 17, narrow: 27 };

/** Room in which so many lines are comfortable in any run: where nobody is allied they stand farthest apart. */
export const wishedHeight = (lines: number): number => Math.ceil(2 * MARGIN + (lines - 1) * BETWEEN * WISHED.wide);

const LEAST = { wide: 11.5, narrow: 16 };
/** Letters of a name that stands on the picture. */
const PINNED = 24;

/** @param label what this run is called, where another stands beside it. */
export function Storyline({ run, label }: { run: RunView; label?: string }) {
  const { ref, size } = useRoom<HTMLDivElement>();
  const lines = useMemo(() => storylineLayoutOf(run), [run]);
  const narrow = size.width < 700;
  const gutter = narrow ? 10 : GUTTER;
  const width = narrow ? Math.max(size.width, Math.min(2_400, run.ticks * 7)) : size.width;
  const axis = useAxis(width, run.ticks, gutter);
  const depth = lines.depth || 1;
  const [wished, least] = narrow ? [WISHED.narrow, LEAST.narrow] : [WISHED.wide, LEAST.wide];
  const unit = Math.max(least, Math.min(wished, (size.height - 2 * MARGIN) / depth));
  const height = 2 * MARGIN + lines.depth * unit;
  const y = useMemo(() => (level: number) => MARGIN + level * unit, [unit]);
  const scrolls = height > size.height;
  return (
    <section
      class={scrolls ? 'storyline scrolling' : 'storyline'}
      aria-label={label ? t('storyline.aboutOf', { run: label }) : t('storyline.about')}
      data-stage
      // Where it scrolls it must be reachable by the keyboard; on a narrow screen the picture in it is.
      tabIndex={!narrow && scrolls ? 0 : undefined}
      ref={ref}
      style={{ '--least': `${Math.ceil(2 * MARGIN + depth * least)}px` }}
    >
      {size.width > 0 ? (
        <Pan axis={axis} narrow={narrow}>
          <svg
            class={unit < 13 ? 'storyline-picture dense' : 'storyline-picture'}
            width={width}
            height={height}
            role="img"
            aria-label={summary(run)}
          >
            <StorylineLines run={run} lines={lines} axis={axis} y={y} unit={unit} />
            {narrow ? null : <LineNames run={run} lines={lines} axis={axis} y={y} />}
          </svg>
          <Playhead axis={axis} height={height} />
        </Pan>
      ) : null}
      {narrow ? <Pinned run={run} lines={lines} y={y} /> : null}
    </section>
  );
}

const summary = (run: RunView): string =>
  t('storyline.summary', { actors: run.actors.length, alliances: run.alliances.length });

/** The picture can be clicked anywhere to go there; on a narrow screen it scrolls along with the time. */
function Pan({ axis, narrow, children }: { axis: Axis; narrow: boolean; children: preact.ComponentChildren }) {
  const { step, tick, dragging } = usePlayback();
  const { ref, size } = useRoom<HTMLDivElement>();
  const at = tick.value;
  useEffect(() => {
    if (narrow && ref.current) ref.current.scrollLeft = axis.middle(at) - size.width / 2;
  }, [at, narrow, axis, size.width]);
  const seek = (event: PointerEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const x = event.clientX - box.left + (ref.current?.scrollLeft ?? 0);
    if (x >= axis.left && x <= axis.right) step(axis.tickAt(x) - tick.peek());
  };
  return (
    <div
      class="pan"
      // Where it scrolls it must be reachable by the keyboard.
      {...(narrow ? { role: 'group', tabIndex: 0, 'aria-label': t('storyline.name') } : { role: 'presentation' })}
      ref={ref}
      onPointerDown={(event) => {
        if (narrow || event.button !== 0) return;
        dragging.value = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={(event) => {
        if (dragging.value && !narrow) seek(event);
      }}
      onPointerUp={(event) => {
        // A finger pans; only a tap that did not become a pan seeks.
        if (narrow) seek(event);
        dragging.value = false;
      }}
      onPointerCancel={() => {
        dragging.value = false;
      }}
    >
      {children}
    </div>
  );
}

/** On a narrow screen the names stay while the picture scrolls, each at its line's height of the moment. */
function Pinned({ run, lines, y }: { run: RunView; lines: Lines; y: (level: number) => number }) {
  const { tick } = usePlayback();
  const epoch = lines.epochs.findIndex(({ from, to }) => from <= tick.value && tick.value < to);
  const at = lines.heights[epoch];
  return (
    <ol class="pinned" aria-hidden="true">
      {run.actors.map(({ id, name }, actor) => (
        <li key={id} style={{ top: `${y(at?.[actor] ?? 0)}px` }}>
          {shortName(name, PINNED)}
        </li>
      ))}
    </ol>
  );
}
