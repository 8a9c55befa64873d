import { computed, signal } from '@preact/signals';
import type { State } from '../store/state.ts';
import { createEditorState } from './editor-state.ts';
import { createParameterTrial, type ParameterTrial } from './parameter-trial.ts';

export type ExplorePart = 'levers' | 'editor' | 'own';

/** All that the screen keeps while other screens are looked at. */
function createDesk(state: State) {
  const engine = state.source.aside!();
  let last: ParameterTrial | undefined;
  return {
    part: signal<ExplorePart>('levers'),
    /** Of the run on show; another one gets another. Undefined while none is. */
    bench: computed<ParameterTrial | undefined>(() => {
      const run = state.run.value;
      if (!run) return undefined;
      if (last?.shown !== run) last = createParameterTrial(state, engine);
      return last;
    }),
    manuscript: createEditorState(state, engine),
  };
}

export type ExploreState = ReturnType<typeof createDesk>;

const desks = new WeakMap<State, ExploreState>();

/** The desk of the page; it is set up when it is first asked for. */
export function exploreStateOf(state: State): ExploreState {
  let desk = desks.get(state);
  if (!desk) {
    desk = createDesk(state);
    desks.set(state, desk);
  }
  return desk;
}
