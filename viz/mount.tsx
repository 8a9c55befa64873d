import './style/index.css';
import { render } from 'preact';
import { catchFiles } from './app/drop.ts';
import { followEarlier } from './app/earlier.ts';
import { followFrames, keepAddress, obeyAddress, playOn } from './app/habits.ts';
import { watchHint } from './app/hint.ts';
import { listenToKeys } from './app/keys.ts';
import { readyToPrint } from './app/paper.ts';
import type { Source } from './app/source.ts';
import { createState, type State } from './app/state.ts';
import { wearTheme } from './app/theme.ts';
import { retellInTongue } from './app/tongue.ts';
import { App } from './views/app.tsx';

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
