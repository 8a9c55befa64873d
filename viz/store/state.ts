import { computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Frame } from '../../sim/results/replay.ts';
import type { Layout } from '../../workers/layout.ts';
import { createFirstSteps } from '../first-steps/hint.ts';
import type { GlossaryTerm } from '../i18n/glossary.ts';
import { createPredictions } from '../predict/predict-state.ts';
import { nextTurningPoint } from '../run-view/moment.ts';
import { type RunView, type ScenarioView, toRunView } from '../run-view/run-view.ts';
import type { SharedRunCheck } from '../share/link.ts';
import { REPLAY } from '../shell/screens.ts';
import { createUserScenarios } from '../user-scenarios/user-scenarios.ts';
import { createBranches } from './branch.ts';
import { createInside } from './phases.ts';
import type { Given, Source } from './source.ts';

export type RunStatus =
  | { status: 'running'; share: number }
  | { status: 'ready'; run: RunView; places: Layout }
  | { status: 'failed'; message: string };

export type Panel = 'storyline' | 'network' | 'events' | 'curves';
/** The views that there are; a key for another does nothing. */
export const REPLAY_VIEWS: readonly ReplayView[] = ['chart', 'network', 'table', 'matrix'];
export type ReplayView = 'chart' | 'network' | 'table' | 'matrix';
export const SPEEDS = [0.5, 1, 2, 4] as const;

/** An alliance whose end is asked about: its id, and the tick of its founding, since an id may be used again. */
export interface AskedEnding {
  alliance: string;
  founded: number;
}

/** The run on show and the one being made; only the newest attempt may show itself. */
function createRuns(source: Source, greet: (run: RunView) => void) {
  const scenario = signal('');
  const seed = signal('1');
  const status = signal<RunStatus>({ status: 'running', share: 0 });
  const tick = signal(0);
  /** What the run is of, where it is no plain one of the shelf. */
  const given = signal<Given | null>(null);
  /** Whether the run is the one that the sender of its link saw. */
  const verdict = signal<SharedRunCheck | undefined>(undefined);
  /** The run that the verdict is of: a branch of it, or its original, is another. */
  const judged = signal<RunView | undefined>(undefined);
  const attempt = signal(0);

  async function make(id: string, withSeed: string, at: number | undefined, current: () => boolean): Promise<void> {
    const wanted = given.value;
    const progress = (share: number): void => {
      if (current()) status.value = { status: 'running', share };
    };
    const made = wanted ?? { scenario: await source.scenario(id), interventions: [] };
    if (!current()) return;
    const replay = await source.run(made, withSeed, progress);
    if (!current()) return;
    const places = await source.places();
    if (!current()) return;
    const run = toRunView(made.scenario as ScenarioView, replay);
    tick.value = Math.max(0, Math.min(run.ticks - 1, at ?? run.opening));
    greet(run);
    status.value = { status: 'ready', run, places };
  }

  /** What is given stays for other seeds of the same scenario, unless something else is given or nothing: null. */
  async function start(id: string, withSeed: string, at?: number, wanted?: Given | null): Promise<void> {
    const mine = ++attempt.value;
    verdict.value = undefined;
    given.value = wanted === undefined && id === scenario.peek() ? given.peek() : (wanted ?? null);
    scenario.value = id;
    seed.value = withSeed;
    status.value = { status: 'running', share: 0 };
    await make(id, withSeed, at, () => mine === attempt.peek()).catch((error) => {
      if (mine === attempt.peek())
        status.value = { status: 'failed', message: error instanceof Error ? error.message : String(error) };
    });
  }

  const run = computed(() => (status.value.status === 'ready' ? status.value.run : undefined));
  const again = (): Promise<void> => start(scenario.value, seed.value);
  return { scenario, seed, given, verdict, judged, status, run, tick, attempt, start, again };
}

/** Ways through the time of a run. All but playing on stop it. */
function createSteering(source: Source, { run, tick }: ReturnType<typeof createRuns>, back: () => number) {
  const playing = signal(false);
  const inside = createInside(source, { run, tick, playing, back });
  const last = (): number => (run.value?.ticks ?? 1) - 1;
  const go = (to: number): void => {
    inside.leave();
    tick.value = Math.max(0, Math.min(last(), Math.round(to)));
  };
  return {
    playing,
    /** The phases of the tick on show. */
    inside,
    dragging: signal(false),
    speed: signal<(typeof SPEEDS)[number]>(1),
    /** Whether playing passes over what is quiet. */
    skipping: signal(false),
    go,
    step(by: number) {
      playing.value = false;
      go(tick.value + by);
    },
    jump(direction: 1 | -1) {
      playing.value = false;
      const turn = run.value && nextTurningPoint(run.value, tick.value, direction);
      if (turn !== undefined) go(turn);
    },
    toggle() {
      if (last() === 0) return;
      if (!playing.value && tick.value >= last()) go(0);
      playing.value = !playing.value && run.value !== undefined;
    },
  };
}

/** What the page shows of a run. */
function createLooks() {
  const view = signal<ReplayView>('network');
  const panel = signal<Panel>('storyline');
  const picked = signal<string | undefined>(undefined);
  const lit = signal<string | undefined>(undefined);
  /** What is looked at closely: an actor by its index, or an alliance by its id. */
  const chosen = signal<number | string | undefined>(undefined);
  let last: RunView | undefined;
  /** Another scenario opens as it wishes; another run of the same one stays as it was looked at. */
  const greet = (run: RunView): void => {
    if (last?.scenario.id !== run.scenario.id) {
      if (run.chart) view.value = 'chart';
      else if (view.value === 'chart') view.value = 'network';
      if (run.chart || last?.chart) panel.value = run.chart ? 'network' : 'storyline';
      picked.value = undefined;
      lit.value = undefined;
      chosen.value = undefined;
    }
    last = run;
  };
  return {
    view,
    panel,
    greet,
    /** The line of the chart that a person chose, and the one that is pointed at, by their keys. */
    picked,
    lit,
    chosen,
  };
}

/** All that changes on the page, and the few ways to change it. Views read; only what stands here writes. */
export function createState(source: Source) {
  const looks = createLooks();
  const runs = createRuns(source, looks.greet);
  const branches = createBranches(source, runs);
  const steering = createSteering(source, runs, branches.back);
  const inquest = signal<AskedEnding | undefined>(undefined);
  return {
    source,
    inquest,
    /** What ended an alliance of the run on show? The last that bore the id, where its founding is not said. */
    openAutopsy(alliance: string, founded?: number): void {
      const fits = runs.run.value?.replay.alliances.filter(
        (one) => one.id === alliance && one.ended !== null && (founded === undefined || one.founded === founded),
      );
      const last = fits?.at(-1);
      if (!source.branching?.inquest || !last) return;
      steering.playing.value = false;
      inquest.value = { alliance, founded: last.founded };
    },
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
      if (!source.branching || !runs.run.value) return;
      steering.playing.value = false;
      branches.asking.value = true;
    },
    frame: signal<Frame | undefined>(undefined),
    /** Mutual trust a year, or a round, before the frame: see earlier.ts. */
    earlier: signal<Float32Array | undefined>(undefined),
    /** Scenarios of the person’s own. */
    own: createUserScenarios(),
    quiz: createPredictions(),
    /** A file is held over the page. */
    dropping: signal(false),
    feuds: signal(false),
    /** Whether the network stands on the map; undefined: where it reads well there. */
    map: signal<boolean | undefined>(undefined),
    /** Whether it does. */
    mapped: signal(false),
    everything: signal(false),
    helping: signal(false),
    hint: createFirstSteps(),
    /** The page on show: the replay, or one of SCREENS by its name. */
    screen: signal<string>(REPLAY),
    /** The term of the glossary that was asked for. */
    term: signal<GlossaryTerm | undefined>(undefined),
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
