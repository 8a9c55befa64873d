import { effect, signal } from '@preact/signals';
import type { Story } from '../run-view/run-view.ts';
import { REPLAY } from '../shell/screens.ts';
import type { State } from '../store/state.ts';

/** What somebody who is here for the first time does first, in this order. */
export const HINTS = ['play', 'why', 'branch'] as const;
export type Hint = (typeof HINTS)[number];

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
export function createHint() {
  const done = signal(isOver() ? HINTS.length : 0);
  const end = (): void => {
    done.value = HINTS.length;
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
    pass(hint: Hint): void {
      if (hint === HINTS.at(-1)) end();
      else done.value = Math.max(done.peek(), HINTS.indexOf(hint) + 1);
    },
    again(): void {
      done.value = 0;
    },
  };
}

/** Those of the steps that a run has room for: a game that is over at once is not played. */
export const hintsOf = (story: Story, branching: boolean): Hint[] => [
  ...(story.timeless ? [] : (['play'] as const)),
  ...(story.news.length > 0 ? (['why'] as const) : []),
  ...(branching && !story.timeless ? (['branch'] as const) : []),
];

/** The step on show, with its place among those of the run; undefined where none is. */
export function hintOn({ hint, story, source }: State): { name: Hint; place: number; of: number } | undefined {
  const told = story.value;
  if (!told) return undefined;
  const hints = hintsOf(told, source.branching !== undefined);
  const place = hints.findIndex((name) => HINTS.indexOf(name) >= hint.done.value);
  return place < 0 ? undefined : { name: hints[place]!, place, of: hints.length };
}

/** Goes on when a person does what the step says; Escape ends it. */
export function watchHint(state: State): () => void {
  const { hint, playing, dragging, branches, screen } = state;
  const taken = (name: Hint): void => {
    if (hintOn(state)?.name === name) hint.pass(name);
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
    if (hintOn(state)) hint.end();
  };
  document.addEventListener('click', click);
  document.addEventListener('keydown', press);
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener('click', click);
    document.removeEventListener('keydown', press);
  };
}
