import './shell/styles.css';
import { render } from 'preact';
import { watchFirstSteps } from './first-steps/first-steps.ts';
import { preloadPrint } from './print/preload-print.ts';
import { followUrl, writeUrl } from './share/url-sync.ts';
import { App } from './shell/app.tsx';
import { listenToKeys } from './shell/listen-to-keys.ts';
import { servedReplay } from './shell/served-replay.ts';
import { createSlices } from './shell/slices.tsx';
import { loadFrames } from './store/frame-loader.ts';
import { keepPreviousTrust } from './store/previous-trust.ts';
import { relocaliseRuns } from './store/relocalise-runs.ts';
import type { Engine } from './store/run.ts';
import { playOn } from './timeline/playback.ts';
import { keepText } from './ui/keep-text.ts';
import { wearTheme } from './ui/theme.ts';
import { openDroppedFiles } from './user-scenarios/file-drop.ts';

/** Puts the page into an element, and starts all that it does by itself. */
export function mount(engine: Engine, element: Element): void {
  const slices = createSlices(engine);
  wearTheme();
  render(<App slices={slices} />, element);
  for (const start of [
    playOn,
    loadFrames,
    keepPreviousTrust,
    writeUrl,
    (all: typeof slices) => followUrl(all, servedReplay?.open),
    listenToKeys,
    relocaliseRuns,
    watchFirstSteps,
    openDroppedFiles,
    preloadPrint,
    keepText,
  ])
    start(slices);
  void slices.userScenarios.recall();
}
