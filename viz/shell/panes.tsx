import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Layout } from '../../workers/layout.ts';
import { loadComparisonFrame } from '../branch/comparison-frame.ts';
import { t } from '../i18n/index.ts';
import { Network } from '../network/network.tsx';
import type { ElementRef } from '../network/sight.ts';
import type { RunView } from '../run-view/run-view.ts';
import { type Comparison, type ComparisonSide, useBranches } from '../store/branches.ts';
import { usePlayback } from '../store/playback.ts';
import { useRun } from '../store/run.ts';
import { Storyline } from '../storyline/storyline.tsx';
import { useRoom } from '../ui/measure.ts';

const SIDES: readonly ComparisonSide[] = ['original', 'branch'];
const NAMES = { original: 'compare.original', branch: 'compare.branch' } as const;

interface Room {
  layout: Layout;
  /** The buttons that lie over the pictures. */
  tools: ElementRef;
}

/** The network of the run on show; of a branch beside its original both, on the same places and the same clock. */
export function Networks({ run, ...room }: { run: RunView } & Room) {
  const branches = useBranches();
  const pair = branches.paired.value ? branches.pair.value : undefined;
  return pair ? <Couple pair={pair} {...room} /> : <Network run={run} {...room} />;
}

function Couple({ pair, ...room }: { pair: Comparison } & Room) {
  const run = useRun();
  const playback = usePlayback();
  const branches = useBranches();
  const other = useMemo(() => loadComparisonFrame({ run, playback, branches }), [run, playback, branches]);
  useEffect(() => other.leave, [other]);
  const shown = branches.side.value;
  return (
    <div class="panes-pair">
      {SIDES.map((side) => (
        <Pane key={side} side={side}>
          <Network run={pair[side].run} {...room} {...(side === shown ? {} : { frame: other.frame })} />
        </Pane>
      ))}
    </div>
  );
}

/** One of two, named; a press on its name brings its events and marks on show. */
function Pane({ side, children }: { side: ComparisonSide; children: ComponentChildren }) {
  const branches = useBranches();
  const shown = branches.side.value === side;
  return (
    <section class={shown ? 'pane-half shown' : 'pane-half'} data-side={side} aria-label={t(NAMES[side])}>
      <h2>
        <button type="button" aria-pressed={shown} onClick={() => branches.show(side)}>
          {t(NAMES[side])}
        </button>
      </h2>
      {children}
    </section>
  );
}

/** The storyline of the run on show; where the page is narrow and the two stand beside each other, one above the other. */
export function Storylines({ run }: { run: RunView }) {
  const branches = useBranches();
  const pair = branches.paired.value ? branches.pair.value : undefined;
  if (!pair) return <Storyline run={run} />;
  return (
    <div class="storylines">
      {SIDES.map((side) =>
        pair[side].run === run ? (
          <Half key={side} side={side}>
            <Storyline run={run} label={t(NAMES[side])} />
          </Half>
        ) : (
          <Half key={side} side={side}>
            <IfThereIsRoom>
              <Storyline run={pair[side].run} label={t(NAMES[side])} />
            </IfThereIsRoom>
          </Half>
        ),
      )}
    </div>
  );
}

const Half = ({ side, children }: { side: ComparisonSide; children: ComponentChildren }) => (
  <div class="storyline-half" data-side={side}>
    <p class="half-name">{t(NAMES[side])}</p>
    {children}
  </div>
);

/** What the style sheet does not show need not be drawn. */
function IfThereIsRoom({ children }: { children: ComponentChildren }) {
  const { ref, size } = useRoom<HTMLDivElement>();
  return (
    <div class="storyline-other" ref={ref}>
      {size.width > 0 ? children : null}
    </div>
  );
}
