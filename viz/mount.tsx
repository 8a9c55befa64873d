import './shell/styles.css';
import { render } from 'preact';
import { watchFirstSteps } from './first-steps/first-steps.ts';
import { relocaliseRuns } from './i18n/language.ts';
import { preloadPrint } from './print/preload-print.ts';
import { App } from './shell/app.tsx';
import { listenToKeys } from './shell/keyboard.ts';
import { followUrl, loadFrames, playback, writeUrl } from './store/habits.ts';
import { keepPreviousTrust } from './store/previous-trust.ts';
import type { Source } from './store/source.ts';
import { createState, type State } from './store/state.ts';
import { wearTheme } from './ui/theme.ts';
import { openDroppedFiles } from './user-scenarios/file-drop.ts';

/** Puts the page into an element and sets its habits going. */
export function mount(source: Source, element: Element): State {
  const state = createState(source);
  wearTheme();
  render(<App state={state} />, element);
  for (const habit of [
    playback,
    loadFrames,
    keepPreviousTrust,
    writeUrl,
    followUrl,
    listenToKeys,
    relocaliseRuns,
    watchFirstSteps,
    openDroppedFiles,
    preloadPrint,
  ])
    habit(state);
  void state.own.recall();
  return state;
}
