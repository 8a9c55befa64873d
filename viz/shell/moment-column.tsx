import { BranchButton } from '../branch/branch-button.tsx';
import { AboutButton } from '../events/about.tsx';
import { Events } from '../events/events.tsx';
import { InForce } from '../events/in-force.tsx';
import { About, Look } from '../events/what-to-look-for.tsx';
import { Hint } from '../first-steps/hint-box.tsx';
import { t } from '../i18n/index.ts';
import { Inside } from '../phases/phases-pane.tsx';
import { QuizBar } from '../predict/predict-bar.tsx';
import type { Chart } from '../run-view/chart-data.ts';
import type { Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { useApp } from '../store/state.ts';

/** The moment: its date, the alliances of the day, and what happens around it. */
export function Now({ story }: { story: Story }) {
  if (story.chart) return <Model story={story} chart={story.chart} />;
  return (
    <section class="now" aria-label={t('event.now')}>
      <Moment story={story} />
      <Hint at="branch" />
      <QuizBar story={story} />
      <Inside story={story} />
      <InForce story={story} />
      <Hint at="why" />
      <Told story={story} />
    </section>
  );
}

/** Of a model: what to look for comes first, and what it has no use for is left out. */
function Model({ story, chart }: { story: Story; chart: Chart }) {
  return (
    // It scrolls where there is much to say, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="now model" aria-label={t('event.now')} tabIndex={0}>
      {story.timeless ? null : <Moment story={story} />}
      <Hint at="branch" />
      <QuizBar story={story} />
      <Inside story={story} />
      <Look chart={chart} />
      {story.alliances.length > 0 ? <InForce story={story} /> : null}
      <About story={story} />
      <Hint at="why" />
      {story.news.length > 0 ? <Told story={story} /> : null}
    </section>
  );
}

function Moment({ story }: { story: Story }) {
  const { tick } = useApp();
  // The number stands out of its sentence, wherever the language has it.
  const [before = '', after = ''] = t('event.tick', { tick: MARK, last: story.ticks - 1 }).split(MARK);
  return (
    <div class="moment">
      <p class="date" id="date">
        {dateLabel(story.clock, tick.value)}
      </p>
      <div class="moment-side">
        <p class="count">
          {before}
          <b>{tick.value}</b>
          {after}
        </p>
        <BranchButton />
      </div>
    </div>
  );
}

const MARK = '\uE000';

function Told({ story }: { story: Story }) {
  const { everything } = useApp();
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
      <Events story={story} />
    </>
  );
}
