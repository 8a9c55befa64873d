import { computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Frame } from '../../sim/replay.ts';
import { type Places, placesOf } from '../network/layout.ts';
import { nextTurn } from '../story/moment.ts';
import { type Setting, type Story, tell } from '../story/story.ts';
import { createBranches } from './branches.ts';
import type { Verdict } from './link.ts';
import { REPLAY } from './screens.ts';
import type { Given, Source } from './source.ts';

export type Run =
  | { status: 'running'; share: number }
  | { status: 'ready'; story: Story; places: Places }
  | { status: 'failed'; message: string };

export type Panel = 'storyline' | 'network' | 'events';
export type View = 'chart' | 'network' | 'table';
export const SPEEDS = [0.5, 1, 2, 4] as const;

/** The run on show and the one being made; only the newest attempt may show itself. */
function createRuns(source: Source, greet: (story: Story) => void) {
  const scenario = signal('');
  const seed = signal('1');
  const run = signal<Run>({ status: 'running', share: 0 });
  const tick = signal(0);
  const given = signal<Given | null>(null);
  /** Whether the run is the one that the sender of its link saw. */
  const verdict = signal<Verdict | undefined>(undefined);
  const attempt = signal(0);

  async function make(id: string, withSeed: string, at: number | undefined, current: () => boolean): Promise<void> {
    const made = given.value;
    const progress = (share: number): void => {
      if (current()) run.value = { status: 'running', share };
    };
    const replay = await source.run(id, withSeed, progress, made);
    if (!current()) return;
    const first = await source.frame(0).catch(() => undefined);
    if (!current()) return;
    const story = tell(made ? (made.scenario as Setting) : source.setting(id), replay);
    tick.value = Math.max(0, Math.min(story.ticks - 1, at ?? story.opening));
    greet(story);
    run.value = { status: 'ready', story, places: placesOf(story, first?.affinity) };
  }

  /** What is given stays for other seeds of the same scenario, unless something else is given or nothing: null. */
  async function start(id: string, withSeed: string, at?: number, wanted?: Given | null): Promise<void> {
    const mine = ++attempt.value;
    verdict.value = undefined;
    given.value = wanted === undefined && id === scenario.peek() ? given.peek() : (wanted ?? null);
    scenario.value = id;
    seed.value = withSeed;
    run.value = { status: 'running', share: 0 };
    await make(id, withSeed, at, () => mine === attempt.peek()).catch((error) => {
      if (mine === attempt.peek())
        run.value = { status: 'failed', message: error instanceof Error ? error.message : String(error) };
    });
  }

  const story = computed(() => (run.value.status === 'ready' ? run.value.story : undefined));
  const again = (): Promise<void> => start(scenario.value, seed.value);
  return { scenario, seed, given, verdict, run, story, tick, attempt, start, again };
}

/** Ways through the time of a run. All but playing on stop it. */
function createSteering({ story, tick }: ReturnType<typeof createRuns>) {
  const playing = signal(false);
  const last = (): number => (story.value?.ticks ?? 1) - 1;
  const go = (to: number): void => {
    tick.value = Math.max(0, Math.min(last(), Math.round(to)));
  };
  return {
    playing,
    dragging: signal(false),
    speed: signal<(typeof SPEEDS)[number]>(1),
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
      if (last() === 0) return;
      if (!playing.value && tick.value >= last()) go(0);
      playing.value = !playing.value && story.value !== undefined;
    },
  };
}

/** What the page shows of a run. */
function createLooks() {
  const view = signal<View>('network');
  const panel = signal<Panel>('storyline');
  const picked = signal<string | undefined>(undefined);
  const lit = signal<string | undefined>(undefined);
  let last: Story | undefined;
  /** Another scenario opens as it wishes; another run of the same one stays as it was looked at. */
  const greet = (story: Story): void => {
    if (last?.setting.id !== story.setting.id) {
      if (story.chart) view.value = 'chart';
      else if (view.value === 'chart') view.value = 'network';
      if (story.chart || last?.chart) panel.value = story.chart ? 'network' : 'storyline';
      picked.value = undefined;
      lit.value = undefined;
    }
    last = story;
  };
  return {
    view,
    panel,
    greet,
    /** The line of the chart that a person chose, and the one that is pointed at, by their keys. */
    picked,
    lit,
  };
}

/** All that changes on the page, and the few ways to change it. Views read; only what stands here writes. */
export function createState(source: Source) {
  const looks = createLooks();
  const runs = createRuns(source, looks.greet);
  const branches = createBranches(source, runs);
  const steering = createSteering(runs);
  return {
    source,
    ...looks,
    ...runs,
    /** A run made anew has no branches. */
    start(id: string, seed: string, at?: number, wanted?: Given | null): Promise<void> {
      branches.forget();
      return runs.start(id, seed, at, wanted);
    },
    again(): Promise<void> {
      branches.forget();
      return runs.again();
    },
    branches,
    ...steering,
    /** What if the run went another way from here? */
    ask(): void {
      if (!source.branching || !runs.story.value) return;
      steering.playing.value = false;
      branches.asking.value = true;
    },
    frame: signal<Frame | undefined>(undefined),
    feuds: signal(false),
    everything: signal(false),
    helping: signal(false),
    /** The page on show: the replay, or one of SCREENS by its name. */
    screen: signal<string>(REPLAY),
    /** The actor that is pointed at, in every view at once. */
    pointed: signal<number | undefined>(undefined),
    notice: signal(''),
    sharing: signal(false),
  };
}

export type State = ReturnType<typeof createState>;

export const StateContext = createContext<State | undefined>(undefined);

export function useApp(): State {
  const state = useContext(StateContext);
  if (!state) throw new Error('this view stands outside the app');
  return state;
}
