import './compare.css';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useAttribution } from '../attribution/asked-ending.ts';
import { t } from '../i18n/index.ts';
import { planWords } from '../run-view/intervention-words.ts';
import { dateLabel } from '../run-view/time.ts';
import { type Comparison, type ComparisonSide as SideOf, useBranches } from '../store/branches.ts';

import { usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';
import { buttonOf } from '../ui/command.ts';
import { togglePaired } from './commands.ts';
import { DifferenceCurves } from './difference-curves.tsx';
import { DifferingEndings, DifferingFigures } from './differences.tsx';
import { PairedBranch } from './paired-branch.tsx';
import { Parting } from './parting.tsx';
import { metricDifferences, otherEndings } from './run-differences.ts';

/** What was changed, from when it shows, and the way to and fro between the two runs. */
export function CompareBar({ pair }: { pair: Comparison }) {
  const { step, tick } = usePlayback();
  const branches = useBranches();
  const { notice } = usePanels();
  const bar = useRef<HTMLParagraphElement>(null);
  useFocusOnNew(bar, pair);
  const { clock } = pair.branch.run;
  const undo = async (): Promise<void> => {
    await branches.undo().catch((error: Error) => {
      notice.value = t('compare.undoFailed', { why: error.message });
    });
    if (!branches.pair.peek())
      requestAnimationFrame(() => document.querySelector<HTMLElement>('#branch-here')?.focus());
  };
  return (
    <section class="compare" aria-label={t('compare.region')}>
      <div class="compare-words">
        <p class="compare-says" tabIndex={-1} ref={bar} data-stage>
          <b>{t('compare.branchAt', { date: dateLabel(clock, pair.plan.tick) })}</b>{' '}
          {planWords(pair.original.run, pair.plan)}
          <span class="compare-first">
            {' · '}
            <button type="button" class="link" onClick={() => step(pair.first - tick.peek())}>
              {t('compare.first', { date: dateLabel(clock, pair.first) })}
            </button>
          </span>
        </p>
        <Parting pair={pair} />
      </div>
      <div class="compare-tools">
        <fieldset class="segmented" data-stage>
          <legend class="unseen">{t('compare.which')}</legend>
          <Side of="original" />
          <Side of="branch" />
        </fieldset>
        <button
          {...buttonOf(togglePaired, { branches })}
          class="plain couple"
          id="side-by-side"
          aria-keyshortcuts={togglePaired.key.shown()}
        >
          {togglePaired.label()}
        </button>
        <Differences pair={pair} />
        <button type="button" class="plain" id="undo-branch" onClick={() => void undo()}>
          {t('compare.undo')}
        </button>
      </div>
    </section>
  );
}

/** The form is gone, and the run it was opened from: the focus goes to what the form made, once the form has let go of it. */
function useFocusOnNew(bar: RefObject<HTMLElement | null>, pair: Comparison): void {
  const met = useRef<Comparison>(null);
  const branches = useBranches();
  const attribution = useAttribution();
  const closed = !branches.asking.value && !attribution.asked.value;
  useEffect(() => {
    if (!closed || met.current === pair) return;
    met.current = pair;
    const frame = requestAnimationFrame(() => bar.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [pair, closed]);
}

function Side({ of }: { of: SideOf }) {
  const branches = useBranches();
  return (
    <button type="button" aria-pressed={branches.side.value === of} onClick={() => branches.show(of)}>
      {t(of === 'original' ? 'compare.original' : 'compare.branch')}
    </button>
  );
}

/** How the two went and ended. It opens over the picture and stays while one goes on reading; Escape closes it. */
function Differences({ pair }: { pair: Comparison }) {
  const details = useRef<HTMLDetailsElement>(null);
  const open = useSignal(false);
  const closeOn = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details
      class="differences"
      ref={details}
      onKeyDown={closeOn}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary class="plain">{t('compare.whatDiffers')}</summary>
      {/* It scrolls where there is much, so the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="differences-sheet" aria-label={t('compare.sheet')} tabIndex={0}>
        {open.value ? <Sheet pair={pair} /> : null}
      </section>
    </details>
  );
}

function Sheet({ pair }: { pair: Comparison }) {
  const { original, branch } = pair;
  const metrics = useMemo(() => metricDifferences(original.summary, branch.summary), [pair]);
  const endings = useMemo(() => otherEndings(original.run.replay, branch.run.replay), [pair]);
  return (
    <>
      <PairedBranch pair={pair} />
      <DifferingEndings endings={endings} run={branch.run} />
      <DifferenceCurves pair={pair} />
      <DifferingFigures differences={metrics} />
    </>
  );
}
