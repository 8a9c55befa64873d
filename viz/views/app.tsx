import { SCREENS } from '../app/screens.ts';
import { type Panel, type State, StateContext, useApp, type View } from '../app/state.ts';
import type { Places } from '../network/layout.ts';
import type { Story } from '../story/story.ts';
import { language } from '../text/index.ts';
import { Announcer } from './announcer.tsx';
import { Branch } from './branch.tsx';
import { ChartView } from './chart.tsx';
import { Tables } from './chart-table.tsx';
import { Compare } from './compare.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Help } from './help.tsx';
import { Network } from './network.tsx';
import { Now } from './now.tsx';
import { Patterns } from './patterns.tsx';
import { ScreenView } from './screen.tsx';
import { Share } from './share.tsx';
import { Sparklines } from './sparklines.tsx';
import { Storyline } from './storyline.tsx';
import { Transport } from './transport.tsx';
import { Update } from './update.tsx';
import { Failed, Loading, Notice, Timeless } from './waiting.tsx';

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
      <Help />
      <Share />
      <Branch />
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
  const { panel, view } = useApp();
  return (
    <main class={story.chart ? 'replay charted' : 'replay'} data-panel={panel.value} data-view={view.value}>
      <Tabs story={story} />
      <Stage story={story} places={places} />
      <Now story={story} />
      {hasStoryline(story) ? <Storyline story={story} /> : null}
      {story.chart ? null : <Sparklines story={story} />}
      {story.timeless ? <Timeless /> : <Transport story={story} />}
      <Announcer story={story} />
    </main>
  );
}

/** A model without alliances would have a storyline of level lines. */
const hasStoryline = ({ chart, timeless, alliances }: Story): boolean => !chart || (!timeless && alliances.length > 0);

function panelsOf(story: Story): [Panel, string][] {
  const lines: [Panel, string][] = hasStoryline(story) ? [['storyline', 'Storyline']] : [];
  if (!story.chart) return [...lines, ['network', 'Network'], ['events', 'Events']];
  return [['network', 'Chart'], ...lines, ['events', 'About']];
}

/** On a narrow screen one panel shows at a time. */
function Tabs({ story }: { story: Story }) {
  const { panel } = useApp();
  return (
    <nav class="panels" aria-label="Panels">
      {panelsOf(story).map(([name, label]) => (
        <button
          key={name}
          type="button"
          aria-pressed={panel.value === name}
          onClick={() => {
            panel.value = name;
          }}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}

function Stage({ story, places }: { story: Story; places: Places }) {
  const { view, feuds } = useApp();
  const choose = (name: View, label: string) => (
    <button
      type="button"
      aria-pressed={view.value === name}
      onClick={() => {
        view.value = name;
      }}
    >
      {label}
    </button>
  );
  return (
    <section class="stage" aria-label="Actors and alliances">
      <div class="stage-tools">
        <div class="segmented">
          {story.chart ? choose('chart', story.chart.kind === 'table' ? 'Figures' : 'Chart') : null}
          {choose('network', 'Network')}
          {choose('table', 'Table')}
        </div>
        {view.value === 'network' ? (
          <label class="switch">
            <input
              type="checkbox"
              checked={feuds.value}
              onChange={(event) => {
                feuds.value = event.currentTarget.checked;
              }}
            />
            ill will
          </label>
        ) : null}
      </div>
      {view.value === 'network' ? <Network story={story} places={places} /> : null}
      {view.value === 'table' ? <Tables story={story} /> : null}
      {view.value === 'chart' && story.chart ? <ChartView story={story} chart={story.chart} /> : null}
    </section>
  );
}
