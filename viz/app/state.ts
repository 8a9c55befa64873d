import { computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Frame } from '../../sim/replay.ts';
import { type Places, placesOf } from '../network/layout.ts';
import { nextTurn } from '../story/moment.ts';
import { type Story, tell } from '../story/story.ts';
import type { Source } from './source.ts';

export type Run =
  | { status: 'running'; share: number }
  | { status: 'ready'; story: Story; places: Places }
  | { status: 'failed'; message: string };

export type Panel = 'storyline' | 'network' | 'events';
export type View = 'network' | 'table';
export const SPEEDS = [0.5, 1, 2, 4] as const;

/** All that changes on the page, and the few ways to change it. Views read; only what stands here writes. */
export function createState(source: Source) {
  const scenario = signal('');
  const seed = signal('1');
  const run = signal<Run>({ status: 'running', share: 0 });
  const tick = signal(0);
  const frame = signal<Frame | undefined>(undefined);
  const playing = signal(false);
  const dragging = signal(false);
  const speed = signal<(typeof SPEEDS)[number]>(1);
  const story = computed(() => (run.value.status === 'ready' ? run.value.story : undefined));
  let attempt = 0;

  const go = (to: number): void => {
    const last = (story.value?.ticks ?? 1) - 1;
    tick.value = Math.max(0, Math.min(last, Math.round(to)));
  };

  /** Runs the scenario anew; only the newest attempt may show itself. */
  async function start(id: string, withSeed: string, at?: number): Promise<void> {
    const mine = ++attempt;
    const current = (): boolean => mine === attempt;
    scenario.value = id;
    seed.value = withSeed;
    playing.value = false;
    run.value = { status: 'running', share: 0 };
    try {
      const replay = await source.run(id, withSeed, (share) => {
        if (current()) run.value = { status: 'running', share };
      });
      if (!current()) return;
      const first = await source.frame(0).catch(() => undefined);
      if (!current()) return;
      const told = tell(source.setting(id), replay);
      frame.value = undefined;
      tick.value = Math.max(0, Math.min(told.ticks - 1, at ?? told.opening));
      run.value = { status: 'ready', story: told, places: placesOf(told, first?.affinity) };
    } catch (error) {
      if (current()) run.value = { status: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    source,
    scenario,
    seed,
    run,
    story,
    tick,
    frame,
    playing,
    dragging,
    speed,
    view: signal<View>('network'),
    panel: signal<Panel>('storyline'),
    feuds: signal(false),
    everything: signal(false),
    helping: signal(false),
    /** The actor that is pointed at, in every view at once. */
    pointed: signal<number | undefined>(undefined),
    notice: signal(''),
    start,
    again: () => start(scenario.value, seed.value, story.value ? tick.value : undefined),
    go,
    step(by: number) {
      playing.value = false;
      go(tick.value + by);
    },
    jump(direction: 1 | -1) {
      playing.value = false;
      const turn = story.value && nextTurn(story.value, tick.value, direction);
      if (turn !== undefined) go(turn);
    },
    toggle() {
      const last = (story.value?.ticks ?? 1) - 1;
      if (!playing.value && tick.value >= last) go(0);
      playing.value = !playing.value && story.value !== undefined;
    },
  };
}

export type State = ReturnType<typeof createState>;

export const StateContext = createContext<State | undefined>(undefined);

export function useApp(): State {
  const state = useContext(StateContext);
  if (!state) throw new Error('this view stands outside the app');
  return state;
}
