import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { RunView } from '../run-view/run-view.ts';
import type { BranchesSlice } from '../store/branches.ts';
import type { PanelsSlice } from '../store/panels.ts';
import type { PlaybackSlice } from '../store/playback.ts';
import type { RunSlice } from '../store/run.ts';
import { slice } from '../store/slice.ts';

/** What somebody who is here for the first time does first, in this order. */
export const FIRST_STEPS = ['play', 'why', 'branch'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** The first steps, until they are over for good. */
export interface FirstStepsSlice {
  /** How many are behind. */
  done: ReadonlySignal<number>;
  /** Past a step that was taken or passed over. */
  pass(step: FirstStep): void;
  end(): void;
  again(): void;
}

export const [FirstStepsProvider, useFirstSteps] = slice<FirstStepsSlice>();

const KEY = 'foedus-hint';
const OVER = 'over';

function isOver(): boolean {
  try {
    return localStorage.getItem(KEY) === OVER;
  } catch {
    return false; // a browser that forbids storage is new every time
  }
}

export function createFirstSteps(): FirstStepsSlice {
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
    pass(step) {
      if (step === FIRST_STEPS.at(-1)) end();
      else done.value = Math.max(done.peek(), FIRST_STEPS.indexOf(step) + 1);
    },
    again() {
      done.value = 0;
    },
  };
}

/** Those of the steps that a run has room for: a game that is over at once is not played. */
export const firstStepsOf = (run: RunView): FirstStep[] => [
  ...(run.timeless ? [] : (['play'] as const)),
  ...(run.news.length > 0 ? (['why'] as const) : []),
  ...(run.timeless ? [] : (['branch'] as const)),
];

/** The step on show, with its place among those of the run; undefined where none is. */
export function currentStep(
  { done }: FirstStepsSlice,
  run: RunView | undefined,
): { name: FirstStep; place: number; of: number } | undefined {
  if (!run) return undefined;
  const steps = firstStepsOf(run);
  const place = steps.findIndex((name) => FIRST_STEPS.indexOf(name) >= done.value);
  return place < 0 ? undefined : { name: steps[place]!, place, of: steps.length };
}

interface Needed {
  run: RunSlice;
  playback: PlaybackSlice;
  branches: BranchesSlice;
  panels: PanelsSlice;
  firstSteps: FirstStepsSlice;
}

/** Goes on when a person does what the step says; Escape ends it. */
export function watchFirstSteps({ run, playback, branches, panels, firstSteps }: Needed): () => void {
  const taken = (name: FirstStep): void => {
    if (currentStep(firstSteps, run.shown.value)?.name === name) firstSteps.pass(name);
  };
  const stops = [
    effect(() => {
      if (playback.playing.value || playback.dragging.value) taken('play');
    }),
    effect(() => {
      if (branches.asking.value) taken('branch');
    }),
  ];
  const click = ({ target }: MouseEvent): void => {
    if (target instanceof Element && target.closest('.event-why')) taken('why');
  };
  const press = ({ key, defaultPrevented, target }: KeyboardEvent): void => {
    if (key !== 'Escape' || defaultPrevented || panels.screen.peek() !== 'replay') return;
    if (document.querySelector('dialog[open]') || (target as Element).matches('input, select, textarea')) return;
    if (currentStep(firstSteps, run.shown.value)) firstSteps.end();
  };
  document.addEventListener('click', click);
  document.addEventListener('keydown', press);
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener('click', click);
    document.removeEventListener('keydown', press);
  };
}
