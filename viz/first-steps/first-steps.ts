import { effect, signal } from '@preact/signals';
import type { RunView } from '../run-view/run-view.ts';
import { REPLAY } from '../shell/screens.ts';
import type { State } from '../store/state.ts';

/** What somebody who is here for the first time does first, in this order. */
export const FIRST_STEPS = ['play', 'why', 'branch'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

const KEY = 'foedus-hint';
const OVER = 'over';

function isOver(): boolean {
  try {
    return localStorage.getItem(KEY) === OVER;
  } catch {
    return false; // a browser that forbids storage is new every time
  }
}

/** The first steps: how many are behind, until they are over for good. */
export function createFirstSteps() {
  const done = signal(isOver() ? FIRST_STEPS.length : 0);
  const end = (): void => {
    done.value = FIRST_STEPS.length;
    try {
      localStorage.setItem(KEY, OVER);
    } catch {
      // then for this time only
    }
  };
  return {
    done,
    end,
    /** Past a step that was taken or passed over. */
    pass(hint: FirstStep): void {
      if (hint === FIRST_STEPS.at(-1)) end();
      else done.value = Math.max(done.peek(), FIRST_STEPS.indexOf(hint) + 1);
    },
    again(): void {
      done.value = 0;
    },
  };
}

/** Those of the steps that a run has room for: a game that is over at once is not played. */
export const firstStepsOf = (run: RunView, branching: boolean): FirstStep[] => [
  ...(run.timeless ? [] : (['play'] as const)),
  ...(run.news.length > 0 ? (['why'] as const) : []),
  ...(branching && !run.timeless ? (['branch'] as const) : []),
];

/** The step on show, with its place among those of the run; undefined where none is. */
export function currentStep({ hint, run, source }: State): { name: FirstStep; place: number; of: number } | undefined {
  const told = run.value;
  if (!told) return undefined;
  const hints = firstStepsOf(told, source.branching !== undefined);
  const place = hints.findIndex((name) => FIRST_STEPS.indexOf(name) >= hint.done.value);
  return place < 0 ? undefined : { name: hints[place]!, place, of: hints.length };
}

/** Goes on when a person does what the step says; Escape ends it. */
export function watchFirstSteps(state: State): () => void {
  const { hint, playing, dragging, branches, screen } = state;
  const taken = (name: FirstStep): void => {
    if (currentStep(state)?.name === name) hint.pass(name);
  };
  const stops = [
    effect(() => {
      if (playing.value || dragging.value) taken('play');
    }),
    effect(() => {
      if (branches.asking.value) taken('branch');
    }),
  ];
  const click = ({ target }: MouseEvent): void => {
    if (target instanceof Element && target.closest('.event-why')) taken('why');
  };
  const press = ({ key, defaultPrevented, target }: KeyboardEvent): void => {
    if (key !== 'Escape' || defaultPrevented || screen.peek() !== REPLAY) return;
    if (document.querySelector('dialog[open]') || (target as Element).matches('input, select, textarea')) return;
    if (currentStep(state)) hint.end();
  };
  document.addEventListener('click', click);
  document.addEventListener('keydown', press);
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener('click', click);
    document.removeEventListener('keydown', press);
  };
}
