import { computed, signal } from '@preact/signals';
import type { RunSlice } from '../store/run.ts';
import { createEditorState, type Explored } from './editor-state.ts';
import { createParameterTrial, type ParameterTrial } from './parameter-trial.ts';

export type ExplorePart = 'levers' | 'editor' | 'own';

/** All that the screen keeps while other screens are looked at. */
function createExploreState(slices: Explored) {
  const { run } = slices;
  const session = run.openSecondSession();
  let last: ParameterTrial | undefined;
  return {
    part: signal<ExplorePart>('levers'),
    /** Of the run on show; another one gets another. Undefined while none is. */
    trial: computed<ParameterTrial | undefined>(() => {
      const shown = run.shown.value;
      if (!shown) return undefined;
      if (last?.shown !== shown) last = createParameterTrial(slices, session);
      return last;
    }),
    editor: createEditorState(slices, session),
  };
}

export type ExploreState = ReturnType<typeof createExploreState>;

const states = new WeakMap<RunSlice, ExploreState>();

/** That of the page; it is made when it is first asked for, so that it comes with the screen and not before. */
export function exploreStateOf(slices: Explored): ExploreState {
  let state = states.get(slices.run);
  if (!state) {
    state = createExploreState(slices);
    states.set(slices.run, state);
  }
  return state;
}
