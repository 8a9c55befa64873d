import { SPEEDS, type State, type View } from './state.ts';

/** What the keys do, for the help page. */
export const KEYS: readonly {
  keys: string[];
  shown: string;
  does: string;
  act(state: State, pressed: string): unknown;
}[] = [
  { keys: [' '], shown: 'Space', does: 'play or pause', act: (state) => state.toggle() },
  { keys: ['ArrowLeft'], shown: '←', does: 'one tick back', act: (state) => state.step(-1) },
  { keys: ['ArrowRight'], shown: '→', does: 'one tick on', act: (state) => state.step(1) },
  { keys: ['PageUp'], shown: 'Page Up', does: 'ten ticks back', act: (state) => state.step(-10) },
  { keys: ['PageDown'], shown: 'Page Down', does: 'ten ticks on', act: (state) => state.step(10) },
  { keys: ['Home'], shown: 'Home', does: 'to the start', act: (state) => state.step(-Infinity) },
  { keys: ['End'], shown: 'End', does: 'to the end', act: (state) => state.step(Infinity) },
  { keys: ['['], shown: '[', does: 'previous turn of events', act: (state) => state.jump(-1) },
  { keys: [']'], shown: ']', does: 'next turn of events', act: (state) => state.jump(1) },
  {
    keys: SPEEDS.map((_, k) => String(k + 1)),
    shown: `1 – ${SPEEDS.length}`,
    does: `speed ${SPEEDS.map((speed) => `${speed}×`).join(', ')}`,
    act: (state, pressed) => {
      state.speed.value = SPEEDS[Number(pressed) - 1]!;
    },
  },
  {
    keys: ['c', 'C'],
    shown: 'C',
    does: 'show the chart, where there is one',
    act: (state) => (state.story.peek()?.chart ? show(state, 'chart') : undefined),
  },
  { keys: ['n', 'N'], shown: 'N', does: 'show the network', act: (state) => show(state, 'network') },
  { keys: ['t', 'T'], shown: 'T', does: 'show the table', act: (state) => show(state, 'table') },
  { keys: ['b', 'B'], shown: 'B', does: 'branch here: what if?', act: (state) => state.ask() },
  { keys: ['f', 'F'], shown: 'F', does: 'flip between branch and original', act: (state) => state.branches.flip() },
  {
    keys: ['?'],
    shown: '?',
    does: 'this help',
    act: (state) => {
      state.helping.value = !state.helping.value;
    },
  },
];

function show(state: State, view: View): void {
  state.view.value = view;
  state.panel.value = 'network';
}

const ARROWS = /^(Arrow|Page|Home$|End$)/;

/** Whether a key pressed there is meant for the run: typing is not, and a list or a button keeps the keys it knows. */
export function isForUs(key: string, target: Element | null): boolean {
  if (!target || target === document.body || target.closest('[data-stage]')) {
    return !target || !(key === ' ' && target.closest('button, summary, a, [role="tab"]'));
  }
  if (target.matches('input:not([type="range"]):not([type="checkbox"]), select, textarea, [contenteditable]'))
    return false;
  return !ARROWS.test(key) && key !== ' ';
}

export function listenToKeys(state: State): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const key = KEYS.find(({ keys }) => keys.includes(event.key));
    if (!key || !isForUs(event.key, event.composedPath()[0] as Element | null)) return;
    if (document.querySelector('dialog[open]') && event.key !== '?') return;
    event.preventDefault();
    key.act(state, event.key);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
