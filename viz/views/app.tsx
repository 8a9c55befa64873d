import { type Panel, type State, StateContext, useApp } from '../app/state.ts';
import type { Places } from '../network/layout.ts';
import type { Story } from '../story/story.ts';
import { Announcer } from './announcer.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Help } from './help.tsx';
import { Network } from './network.tsx';
import { Now } from './now.tsx';
import { Patterns } from './patterns.tsx';
import { Sparklines } from './sparklines.tsx';
import { Storyline } from './storyline.tsx';
import { Table } from './table.tsx';
import { Transport } from './transport.tsx';
import { Failed, Loading, Notice } from './waiting.tsx';

export function App({ state }: { state: State }) {
  return (
    <StateContext.Provider value={state}>
      <Patterns />
      <Header />
      <Notice />
      <Main />
      <Footer />
      <Help />
    </StateContext.Provider>
  );
}

function Main() {
  const { run } = useApp();
  const now = run.value;
  if (now.status === 'running') return <Loading share={now.share} />;
  if (now.status === 'failed') return <Failed message={now.message} />;
  return <Replay key={now.story.replay.digest} story={now.story} places={now.places} />;
}

function Replay({ story, places }: { story: Story; places: Places }) {
  const { panel } = useApp();
  return (
    <main class="replay" data-panel={panel.value}>
      <Tabs />
      <Stage story={story} places={places} />
      <Now story={story} />
      <Storyline story={story} />
      <Sparklines story={story} />
      <Transport story={story} />
      <Announcer story={story} />
    </main>
  );
}

const PANELS: [Panel, string][] = [
  ['storyline', 'Storyline'],
  ['network', 'Network'],
  ['events', 'Events'],
];

/** On a narrow screen one panel shows at a time. */
function Tabs() {
  const { panel } = useApp();
  return (
    <nav class="panels" aria-label="Panels">
      {PANELS.map(([name, label]) => (
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
  const choose = (name: 'network' | 'table', label: string) => (
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
      {view.value === 'network' ? <Network story={story} places={places} /> : <Table story={story} />}
    </section>
  );
}
