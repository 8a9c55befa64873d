import { computed, signal } from '@preact/signals';
import type { State } from '../store/state.ts';
import { createManuscript } from './editor-state.ts';
import { type Bench, createBench } from './parameter-trial.ts';

export type Part = 'levers' | 'editor' | 'own';

/** All that the screen keeps while other screens are looked at. */
function createDesk(state: State) {
  const engine = state.source.aside!();
  let last: Bench | undefined;
  return {
    part: signal<Part>('levers'),
    /** Of the run on show; another one gets another. Undefined while none is. */
    bench: computed<Bench | undefined>(() => {
      const story = state.story.value;
      if (!story) return undefined;
      if (last?.shown !== story) last = createBench(state, engine);
      return last;
    }),
    manuscript: createManuscript(state, engine),
  };
}

export type Desk = ReturnType<typeof createDesk>;

const desks = new WeakMap<State, Desk>();

/** The desk of the page; it is set up when it is first asked for. */
export function deskOf(state: State): Desk {
  let desk = desks.get(state);
  if (!desk) {
    desk = createDesk(state);
    desks.set(state, desk);
  }
  return desk;
}
