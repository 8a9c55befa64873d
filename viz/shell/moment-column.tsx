import { BranchButton } from '../branch/branch-button.tsx';
import { AboutButton } from '../events/about.tsx';
import { Events } from '../events/events.tsx';
import { InForce } from '../events/in-force.tsx';
import { About, WhatToLookFor } from '../events/what-to-look-for.tsx';
import { FirstStepBox } from '../first-steps/first-step-box.tsx';
import { t } from '../i18n/index.ts';
import { PhasesPane } from '../phases/phases-pane.tsx';
import { PredictBar } from '../predict/predict-bar.tsx';
import { PossibleHistory } from '../record/possible-history.tsx';
import type { Chart } from '../run-view/chart-data.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';

/** The moment: its date, the alliances of the day, and what happens around it. */
export function MomentColumn({ run }: { run: RunView }) {
  if (run.chart) return <Model run={run} chart={run.chart} />;
  return (
    <section class="now" aria-label={t('event.now')}>
      <Moment run={run} />
      <FirstStepBox at="branch" />
      <PredictBar run={run} />
      <PhasesPane run={run} />
      <InForce run={run} />
      <FirstStepBox at="why" />
      <EventsPart run={run} />
    </section>
  );
}

/** Of a model: what to look for comes first, and what it has no use for is left out. */
function Model({ run, chart }: { run: RunView; chart: Chart }) {
  return (
    // It scrolls where there is much to say, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="now model" aria-label={t('event.now')} tabIndex={0}>
      {run.timeless ? null : <Moment run={run} />}
      <FirstStepBox at="branch" />
      <PredictBar run={run} />
      <PhasesPane run={run} />
      <WhatToLookFor chart={chart} />
      {run.alliances.length > 0 ? <InForce run={run} /> : null}
      <About run={run} />
      <FirstStepBox at="why" />
      {run.news.length > 0 ? <EventsPart run={run} /> : null}
    </section>
  );
}

function Moment({ run }: { run: RunView }) {
  const { tick } = usePlayback();
  // The number stands out of its sentence, wherever the language has it.
  const [before = '', after = ''] = t('event.tick', { tick: MARK, last: run.ticks - 1 }).split(MARK);
  return (
    <div class="moment">
      <p class="date" id="date">
        {dateLabel(run.clock, tick.value)}
      </p>
      <div class="moment-side">
        <p class="count">
          {before}
          <b>{tick.value}</b>
          {after}
        </p>
        <BranchButton />
      </div>
      <PossibleHistory run={run} />
    </div>
  );
}

const MARK = '\uE000';

function EventsPart({ run }: { run: RunView }) {
  const { everything } = usePanels();
  return (
    <>
      <div class="events-head">
        <h2>{t('event.events')}</h2>
        <AboutButton />
        <label class="switch">
          <input
            type="checkbox"
            checked={everything.value}
            onChange={(event) => {
              everything.value = event.currentTarget.checked;
            }}
          />
          {t('event.everyday')}
        </label>
      </div>
      <Events run={run} />
    </>
  );
}
