import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Pair } from '../app/branches.ts';
import { useApp } from '../app/state.ts';
import { metricDifferences, otherEndings } from '../story/difference.ts';
import { dateLabel } from '../story/time.ts';
import { Endings, Figures } from './differences.tsx';

/** Stands above a branch: what was changed, from when it shows, and the way to and fro between the two runs. */
export function Compare() {
  const { branches } = useApp();
  const { pair } = branches;
  return pair.value ? <Bar pair={pair.value} /> : null;
}

function Bar({ pair }: { pair: Pair }) {
  const { branches, step, tick, notice } = useApp();
  const bar = useRef<HTMLParagraphElement>(null);
  useFocusOnNew(bar, pair);
  const { clock } = pair.branch.story;
  const undo = async (): Promise<void> => {
    await branches.undo().catch((error: Error) => {
      notice.value = `The branch could not be undone (${error.message}).`;
    });
    if (!branches.pair.peek())
      requestAnimationFrame(() => document.querySelector<HTMLElement>('#branch-here')?.focus());
  };
  return (
    <section class="compare" aria-label="Branch and original">
      <p class="compare-says" tabIndex={-1} ref={bar} data-stage>
        <b>Branch at {dateLabel(clock, pair.plan.tick)}:</b> {pair.plan.says}
        <span class="compare-first">
          {' · '}
          <button type="button" class="link" onClick={() => step(pair.first - tick.peek())}>
            first difference {dateLabel(clock, pair.first)}
          </button>
        </span>
      </p>
      <div class="compare-tools">
        <fieldset class="segmented" data-stage>
          <legend class="unseen">Which run is shown</legend>
          <Side of="original" />
          <Side of="branch" />
        </fieldset>
        <Differences pair={pair} />
        <button type="button" class="plain" id="undo-branch" onClick={() => void undo()}>
          Undo branch
        </button>
      </div>
    </section>
  );
}

/** The form is gone, and the run it was opened from: the focus goes to what the form made, once the form has let go of it. */
function useFocusOnNew(bar: RefObject<HTMLElement | null>, pair: Pair): void {
  const met = useRef<Pair>(null);
  const { asking } = useApp().branches;
  const closed = !asking.value;
  useEffect(() => {
    if (!closed || met.current === pair) return;
    met.current = pair;
    const frame = requestAnimationFrame(() => bar.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [pair, closed]);
}

function Side({ of }: { of: 'original' | 'branch' }) {
  const { branches } = useApp();
  return (
    <button type="button" aria-pressed={branches.side.value === of} onClick={() => branches.show(of)}>
      {of === 'original' ? 'Original' : 'Branch'}
    </button>
  );
}

/** How the two ended. It opens over the picture and stays while one goes on reading; Escape closes it. */
function Differences({ pair }: { pair: Pair }) {
  const details = useRef<HTMLDetailsElement>(null);
  const { original, branch } = pair;
  const metrics = useMemo(() => metricDifferences(original.summary, branch.summary), [pair]);
  const endings = useMemo(() => otherEndings(original.story.replay, branch.story.replay), [pair]);
  const closeOn = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details class="differences" ref={details} onKeyDown={closeOn}>
      <summary class="plain">What differs</summary>
      {/* It scrolls where there is much, so the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="differences-sheet" aria-label="What differs at the end" tabIndex={0}>
        <Endings endings={endings} story={branch.story} />
        <Figures differences={metrics} />
      </section>
    </details>
  );
}
