import type { Layout } from '../../workers/layout.ts';
import { AttributionDialog } from '../attribution/attribution-dialog.tsx';
import { ComparePane } from '../branch/compare-pane.tsx';
import { DetailsPane } from '../details/details-pane.tsx';
import { type Key, language, t } from '../i18n/index.ts';
import { NetworkTools } from '../network/network-tools.tsx';
import { isCovered } from '../predict/predict-state.ts';
import type { RunView } from '../run-view/run-view.ts';
import { Sparklines } from '../sparklines/sparklines.tsx';
import { type Panel, type ReplayView, type State, StateContext, useApp } from '../store/state.ts';
import { Transport } from '../timeline/transport.tsx';
import { LazyPart } from '../ui/lazy-part.tsx';
import { Patterns } from '../ui/patterns.tsx';
import { DropHint } from '../user-scenarios/drop-hint.tsx';
import { Announcer } from './announcer.tsx';
import { Dialogs } from './dialogs.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { MomentColumn } from './moment-column.tsx';
import { Networks, Storylines } from './panes.tsx';
import { ScreenView } from './screen-view.tsx';
import { SCREENS } from './screens.ts';
import { Update } from './update.tsx';
import { Failed, Loading, Notice, Timeless } from './waiting.tsx';

// Whatever view a run opens with, the others come when they are first looked at.
const loadChart = async () => ({ View: (await import('../chart/chart.tsx')).ChartView });
const loadMatrix = async () => ({ View: (await import('../matrix/matrix-view.tsx')).MatrixView });
const loadTables = async () => ({ View: (await import('../table/tables.tsx')).ReplayTables });

/** Drawn anew in another language: what was made of texts is made of others, and what the state holds stays. */
export function App({ state }: { state: State }) {
  return (
    <StateContext.Provider key={language.value} value={state}>
      <Patterns />
      <Header />
      <Update />
      <Notice />
      <ComparePane />
      <Main />
      <Footer />
      <Dialogs />
      <AttributionDialog />
      <DropHint />
    </StateContext.Provider>
  );
}

function Main() {
  const { status, screen } = useApp();
  const other = SCREENS.find(({ name }) => name === screen.value);
  if (other) return <ScreenView key={other.name} screen={other} />;
  const now = status.value;
  if (now.status === 'running') return <Loading share={now.share} />;
  if (now.status === 'failed') return <Failed message={now.message} />;
  return <Replay key={`${now.run.scenario.id} ${now.run.replay.digest}`} run={now.run} places={now.places} />;
}

function Replay({ run, places }: { run: RunView; places: Layout }) {
  const state = useApp();
  const { panel, view, inside } = state;
  const covered = isCovered(state, run) ? ' covered' : '';
  return (
    <main class={(run.chart ? 'replay charted' : 'replay') + covered} data-panel={panel.value} data-view={view.value}>
      <Tabs run={run} />
      <Stage run={inside.seen.value ?? run} places={places} />
      <MomentColumn run={run} />
      <DetailsPane run={run} />
      {hasStoryline(run) ? <Storylines run={run} /> : null}
      {run.chart ? null : <Sparklines run={run} />}
      {run.timeless ? <Timeless /> : <Transport run={run} />}
      <Announcer run={run} />
    </main>
  );
}

/** A model without alliances would have a storyline of level lines. */
const hasStoryline = ({ chart, timeless, alliances }: RunView): boolean =>
  !chart || (!timeless && alliances.length > 0);

function panelsOf(run: RunView): [Panel, Key][] {
  const lines: [Panel, Key][] = hasStoryline(run) ? [['storyline', 'app.storyline']] : [];
  if (!run.chart) return [...lines, ['network', 'app.network'], ['events', 'app.events'], ['curves', 'app.curves']];
  return [['network', 'app.chart'], ...lines, ['events', 'app.about']];
}

/** On a narrow screen one panel shows at a time. */
function Tabs({ run }: { run: RunView }) {
  const { panel } = useApp();
  return (
    <nav class="panels" aria-label={t('app.panels')}>
      {panelsOf(run).map(([name, label]) => (
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

function Stage({ run, places }: { run: RunView; places: Layout }) {
  const { view } = useApp();
  const choose = (name: ReplayView, label: Key) => (
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
          {run.chart ? choose('chart', run.chart.kind === 'table' ? 'app.figures' : 'app.chart') : null}
          {choose('network', 'app.network')}
          {choose('table', 'app.table')}
          {run.actors.length > 1 ? choose('matrix', 'matrix.name') : null}
        </div>
        {view.value === 'network' ? <NetworkTools run={run} /> : null}
      </div>
      {view.value === 'network' ? <Networks run={run} places={places} /> : null}
      {view.value === 'matrix' ? <LazyPart load={loadMatrix} of={{ run }} /> : null}
      {view.value === 'table' ? <LazyPart load={loadTables} of={{ run }} /> : null}
      {view.value === 'chart' && run.chart ? <LazyPart load={loadChart} of={{ run, chart: run.chart }} /> : null}
    </section>
  );
}
