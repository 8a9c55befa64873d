import { type Key as TextKey, t } from '../i18n/index.ts';
import { times } from '../run-view/words.ts';
import { REPLAY_VIEWS, type ReplayView, SPEEDS, type State } from '../store/state.ts';

interface Key {
  /** As browsers name them. */
  keys: readonly string[];
  /** Held down with Shift, where that makes it another key; a letter is the same either way. */
  shift?: boolean;
  shown(): string;
  does(): string;
  /** Whether there is anything for it to do here; where not, the help leaves it out. */
  serves?(state: State): boolean;
  act(state: State, pressed: string): unknown;
}

const key = (keys: readonly string[], shown: string | (() => string), does: TextKey, act: Key['act']): Key => ({
  keys,
  shown: typeof shown === 'string' ? () => shown : shown,
  does: () => t(does),
  act,
});

const letter = (name: string, does: TextKey, act: Key['act']): Key => key([name.toLowerCase(), name], name, does, act);

const view = (name: string, does: TextKey, wanted: ReplayView): Key => ({
  ...letter(name, does, (state) => show(state, wanted)),
  serves: () => REPLAY_VIEWS.includes(wanted),
});

const phase = (arrow: string, shown: string, does: TextKey, by: 1 | -1): Key => ({
  ...key(
    [arrow],
    () => t('keys.shift', { key: shown }),
    does,
    (state) => state.inside.walk(by),
  ),
  shift: true,
  serves: ({ source }) => source.phases !== undefined,
});

/** What the keys do, for the help page. */
export const KEYS: readonly Key[] = [
  key(
    [' '],
    () => t('keys.space'),
    'keys.toggle',
    (state) => state.toggle(),
  ),
  key(['ArrowLeft'], '←', 'keys.back', (state) => state.step(-1)),
  key(['ArrowRight'], '→', 'keys.on', (state) => state.step(1)),
  phase('ArrowLeft', '←', 'keys.phaseBack', -1),
  phase('ArrowRight', '→', 'keys.phaseOn', 1),
  key(
    ['PageUp'],
    () => t('keys.pageUp'),
    'keys.tenBack',
    (state) => state.step(-10),
  ),
  key(
    ['PageDown'],
    () => t('keys.pageDown'),
    'keys.tenOn',
    (state) => state.step(10),
  ),
  key(
    ['Home'],
    () => t('keys.home'),
    'keys.start',
    (state) => state.step(-Infinity),
  ),
  key(
    ['End'],
    () => t('keys.end'),
    'keys.finish',
    (state) => state.step(Infinity),
  ),
  key(['['], '[', 'keys.previous', (state) => state.jump(-1)),
  key([']'], ']', 'keys.next', (state) => state.jump(1)),
  {
    keys: SPEEDS.map((_, k) => String(k + 1)),
    shown: () => `1 – ${SPEEDS.length}`,
    does: () => t('keys.speed', { speeds: SPEEDS.map(times).join(', ') }),
    act: (state, pressed) => {
      state.speed.value = SPEEDS[Number(pressed) - 1]!;
    },
  },
  letter('C', 'keys.chart', (state) => (state.run.peek()?.chart ? show(state, 'chart') : undefined)),
  view('N', 'keys.network', 'network'),
  view('T', 'keys.table', 'table'),
  view('M', 'keys.matrix', 'matrix'),
  letter('B', 'keys.branch', (state) => state.ask()),
  letter('F', 'keys.flip', (state) => state.branches.flip()),
  letter('S', 'keys.pair', (state) => state.branches.couple()),
  key(['?'], '?', 'keys.help', (state) => {
    state.helping.value = !state.helping.value;
  }),
];

function show(state: State, wanted: ReplayView): void {
  state.view.value = wanted;
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

/** What a press means; of the keys that have another meaning with Shift only the arrows, for `?` and `[` may need it. */
export const keyFor = ({ key: pressed, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Key | undefined =>
  KEYS.find(
    ({ keys, shift = false }) => keys.includes(pressed) && (shift === shiftKey || !pressed.startsWith('Arrow')),
  );

export function listenToKeys(state: State): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const found = keyFor(event);
    // In the editor, which stands in a shadow, the page's own view of the target is its host.
    if (!found || found.serves?.(state) === false || !isForUs(event.key, event.composedPath()[0] as Element | null))
      return;
    if (document.querySelector('dialog[open]') && event.key !== '?') return;
    event.preventDefault();
    found.act(state, event.key);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
