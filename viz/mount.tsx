import './style/index.css';
import { render } from 'preact';
import { followFrames, keepAddress, obeyAddress, playOn } from './app/habits.ts';
import { listenToKeys } from './app/keys.ts';
import { readyToPrint } from './app/paper.ts';
import type { Source } from './app/source.ts';
import { createState, type State } from './app/state.ts';
import { wearTheme } from './app/theme.ts';
import { App } from './views/app.tsx';

/** Puts the page into an element and sets its habits going. */
export function mount(source: Source, element: Element): State {
  const state = createState(source);
  wearTheme();
  render(<App state={state} />, element);
  for (const habit of [playOn, followFrames, keepAddress, obeyAddress, listenToKeys, readyToPrint]) habit(state);
  return state;
}
