import type { Layout } from '../../workers/layout.ts';
import { AttributionDialog } from '../attribution/attribution-dialog.tsx';
import { ComparePane } from '../branch/compare-pane.tsx';
import { DetailsPane } from '../details/details-pane.tsx';
import { type Key, language, t } from '../i18n/index.ts';
import { isCovered, usePredictions } from '../predict/predict-state.ts';
import { laneHeight } from '../record/lane-height.ts';
import { RecordLane } from '../record/record-lane.tsx';
import { hasStoryline } from '../run-view/has-storyline.ts';
import type { RunView } from '../run-view/run-view.ts';
import { Sparklines } from '../sparklines/sparklines.tsx';
import { type Panel, usePanels } from '../store/panels.ts';
import { usePhases } from '../store/phases.ts';
import { useRun } from '../store/run.ts';
import { wishedHeight } from '../storyline/storyline.tsx';
import { Transport } from '../timeline/transport.tsx';
import { LazyPart } from '../ui/lazy-part.tsx';
import { Patterns } from '../ui/patterns.tsx';
import { DropHint } from '../user-scenarios/drop-hint.tsx';
import { Announcer } from './announcer.tsx';
import { Dialogs } from './dialogs.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { MomentColumn } from './moment-column.tsx';
import { Storylines } from './panes.tsx';
import { ScreenView } from './screen-view.tsx';
import { SCREENS } from './screens.ts';
import { servedReplay } from './served-replay.ts';
import { type Slices, SlicesProvider } from './slices.tsx';
import { Stage } from './stage.tsx';
import { Update } from './update.tsx';
import { Failed, Loading, Notice, Timeless } from './waiting.tsx';

/** Drawn anew in another language: what was made of texts is made of others, and what the slices hold stays. */
export function App({ slices }: { slices: Slices }) {
  return (
    <SlicesProvider key={language.value} slices={slices}>
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
    </SlicesProvider>
  );
}

function Main() {
  const { status } = useRun();
  const { screen, led } = usePanels();
  const other = SCREENS.find(({ name }) => name === screen.value);
  if (other) return <ScreenView key={other.name} screen={other} />;
  const now = status.value;
  if (now.status === 'running') return <Loading progress={now.progress} />;
  if (now.status === 'failed') return <Failed {...now} />;
  if (servedReplay && led.value?.view && led.value.view.what !== 'replay')
    return <LazyPart load={servedReplay.loadStage} of={{ run: now.run, led: led.value }} />;
  return <Replay key={`${now.run.scenario.id} ${now.run.replay.digest}`} run={now.run} layout={now.layout} />;
}

function Replay({ run, layout }: { run: RunView; layout: Layout }) {
  const { panel, view } = usePanels();
  const { seen } = usePhases();
  const { record } = run.replay;
  const covered = isCovered(usePredictions(), useRun(), run) ? ' covered' : '';
  return (
    <main
      class={`replay${run.chart ? ' charted' : ''}${run.timeless ? ' timeless' : ''}${covered}`}
      data-panel={panel.value}
      data-view={view.value}
      style={{
        '--lines-wished': `${wishedHeight(run.actors.length)}px`,
        '--lane-open': `${record ? laneHeight(record, run.ticks, 'wide') + 1 : 0}px`,
      }}
    >
      <Tabs run={run} />
      <Stage run={seen.value ?? run} layout={layout} />
      <MomentColumn run={run} />
      <DetailsPane run={run} />
      {showsStoryline(run) ? <Storylines run={run} /> : null}
      {record ? <RecordLane run={run} record={record} /> : null}
      {run.chart ? null : <Sparklines run={run} />}
      {run.timeless ? <Timeless /> : <Transport run={run} />}
      <Announcer run={run} />
    </main>
  );
}

/** A model may have none; a history always has the place for one. */
const showsStoryline = (run: RunView): boolean => !run.chart || hasStoryline(run);

function panelsOf(run: RunView): [Panel, Key][] {
  const lines: [Panel, Key][] = showsStoryline(run) ? [['storyline', 'app.storyline']] : [];
  if (!run.chart) return [...lines, ['network', 'app.network'], ['events', 'app.events'], ['curves', 'app.curves']];
  return [['network', 'app.chart'], ...lines, ['events', 'app.about']];
}

/** On a narrow screen one panel shows at a time. */
function Tabs({ run }: { run: RunView }) {
  const { panel } = usePanels();
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
