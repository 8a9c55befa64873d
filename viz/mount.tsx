import './shell/styles.css';
import { render } from 'preact';
import { watchHint } from './first-steps/hint.ts';
import { readyToPrint } from './print/preload-print.ts';
import { App } from './shell/app.tsx';
import { listenToKeys } from './shell/keys.ts';
import { followFrames, keepAddress, obeyAddress, playOn } from './store/habits.ts';
import { retellInTongue } from './store/language.ts';
import { followEarlier } from './store/previous-trust.ts';
import type { Source } from './store/source.ts';
import { createState, type State } from './store/state.ts';
import { wearTheme } from './ui/theme.ts';
import { catchFiles } from './user-scenarios/file-drop.ts';

/** Puts the page into an element and sets its habits going. */
export function mount(source: Source, element: Element): State {
  const state = createState(source);
  wearTheme();
  render(<App state={state} />, element);
  for (const habit of [
    playOn,
    followFrames,
    followEarlier,
    keepAddress,
    obeyAddress,
    listenToKeys,
    retellInTongue,
    watchHint,
    catchFiles,
    readyToPrint,
  ])
    habit(state);
  void state.own.recall();
  return state;
}
