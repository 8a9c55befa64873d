import type { Places } from '../../workers/layout.ts';
import { Autopsy } from '../attribution/attribution-dialog.tsx';
import { Compare } from '../branch/compare-pane.tsx';
import { Chosen } from '../details/details-pane.tsx';
import { type Key, language, t } from '../i18n/index.ts';
import { NetworkTools } from '../network/network-tools.tsx';
import { isCovered } from '../predict/predict-state.ts';
import type { Story } from '../run-view/run-view.ts';
import { Sparklines } from '../sparklines/sparklines.tsx';
import { type Panel, type State, StateContext, useApp, type View } from '../store/state.ts';
import { Transport } from '../timeline/transport.tsx';
import { InPlace } from '../ui/lazy-part.tsx';
import { Patterns } from '../ui/patterns.tsx';
import { DropHint } from '../user-scenarios/drop-hint.tsx';
import { Announcer } from './announcer.tsx';
import { Dialogs } from './dialogs.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Now } from './moment-column.tsx';
import { Networks, Storylines } from './panes.tsx';
import { ScreenView } from './screen-view.tsx';
import { SCREENS } from './screens.ts';
import { Update } from './update.tsx';
import { Failed, Loading, Notice, Timeless } from './waiting.tsx';

// Whatever view a run opens with, the others come when they are first looked at.
const loadChart = async () => ({ View: (await import('../chart/chart.tsx')).ChartView });
const loadMatrix = async () => ({ View: (await import('../matrix/matrix-view.tsx')).MatrixView });
const loadTables = async () => ({ View: (await import('../table/tables.tsx')).Tables });

/** Drawn anew in another language: what was made of texts is made of others, and what the state holds stays. */
export function App({ state }: { state: State }) {
  return (
    <StateContext.Provider key={language.value} value={state}>
      <Patterns />
      <Header />
      <Update />
      <Notice />
      <Compare />
      <Main />
      <Footer />
      <Dialogs />
      <Autopsy />
      <DropHint />
    </StateContext.Provider>
  );
}

function Main() {
  const { run, screen } = useApp();
  const other = SCREENS.find(({ name }) => name === screen.value);
  if (other) return <ScreenView key={other.name} screen={other} />;
  const now = run.value;
  if (now.status === 'running') return <Loading share={now.share} />;
  if (now.status === 'failed') return <Failed message={now.message} />;
  return <Replay key={`${now.story.setting.id} ${now.story.replay.digest}`} story={now.story} places={now.places} />;
}

function Replay({ story, places }: { story: Story; places: Places }) {
  const state = useApp();
  const { panel, view, inside } = state;
  const covered = isCovered(state, story) ? ' covered' : '';
  return (
    <main class={(story.chart ? 'replay charted' : 'replay') + covered} data-panel={panel.value} data-view={view.value}>
      <Tabs story={story} />
      <Stage story={inside.seen.value ?? story} places={places} />
      <Now story={story} />
      <Chosen story={story} />
      {hasStoryline(story) ? <Storylines story={story} /> : null}
      {story.chart ? null : <Sparklines story={story} />}
      {story.timeless ? <Timeless /> : <Transport story={story} />}
      <Announcer story={story} />
    </main>
  );
}

/** A model without alliances would have a storyline of level lines. */
const hasStoryline = ({ chart, timeless, alliances }: Story): boolean => !chart || (!timeless && alliances.length > 0);

function panelsOf(story: Story): [Panel, Key][] {
  const lines: [Panel, Key][] = hasStoryline(story) ? [['storyline', 'app.storyline']] : [];
  if (!story.chart) return [...lines, ['network', 'app.network'], ['events', 'app.events'], ['curves', 'app.curves']];
  return [['network', 'app.chart'], ...lines, ['events', 'app.about']];
}

/** On a narrow screen one panel shows at a time. */
function Tabs({ story }: { story: Story }) {
  const { panel } = useApp();
  return (
    <nav class="panels" aria-label={t('app.panels')}>
      {panelsOf(story).map(([name, label]) => (
        <button
          key={name}
          type="button"
          aria-pressed={panel.value === name}
          onClick={() => {
            panel.value = name;
          }}
        >
          {t(label)}
        </button>
      ))}
    </nav>
  );
}

function Stage({ story, places }: { story: Story; places: Places }) {
  const { view } = useApp();
  const choose = (name: View, label: Key) => (
    <button
      type="button"
      aria-pressed={view.value === name}
      onClick={() => {
        view.value = name;
      }}
    >
      {t(label)}
    </button>
  );
  return (
    <section class="stage" aria-label={t('app.stage')}>
      <div class="stage-tools">
        <div class="segmented">
          {story.chart ? choose('chart', story.chart.kind === 'table' ? 'app.figures' : 'app.chart') : null}
          {choose('network', 'app.network')}
          {choose('table', 'app.table')}
          {story.actors.length > 1 ? choose('matrix', 'matrix.name') : null}
        </div>
        {view.value === 'network' ? <NetworkTools story={story} /> : null}
      </div>
      {view.value === 'network' ? <Networks story={story} places={places} /> : null}
      {view.value === 'matrix' ? <InPlace load={loadMatrix} of={{ story }} /> : null}
      {view.value === 'table' ? <InPlace load={loadTables} of={{ story }} /> : null}
      {view.value === 'chart' && story.chart ? <InPlace load={loadChart} of={{ story, chart: story.chart }} /> : null}
    </section>
  );
}
