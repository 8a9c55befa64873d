import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RunRequest } from '../../sim/experiment/run-request.ts';
import type { Layout } from '../../workers/layout.ts';
import type { Progress, RemoteSession } from '../../workers/protocol.ts';
import type { ScenarioView } from '../run-view/localise.ts';
import { type RunView, toRunView } from '../run-view/run-view.ts';
import type { Library } from './library.ts';
import { slice } from './slice.ts';

/** Where runs come from. */
export interface Engine {
  /** Has the run on show, and the branches of it. */
  session: RemoteSession;
  library: Library;
  /** A session beside it, for trying things out; always the same one, opened when it is first wanted. */
  openSecondSession(): RemoteSession;
}

/** What a run is made of but for its seed; it may be anybody’s, and is checked where it is run. */
export type GivenRun = Omit<RunRequest, 'seed'>;

export type RunStatus =
  | { status: 'running'; progress: Progress | undefined }
  | { status: 'ready'; run: RunView; layout: Layout }
  | { status: 'failed'; message: string };

/** A run that was just made, before it is on show. */
export interface MadeRun {
  run: RunView;
  /** The tick that was asked for. */
  at: number | undefined;
  /** The one made before it. */
  previous: RunView | undefined;
}

/** The run on show and the one being made; only the newest attempt may show itself. */
export interface RunSlice extends Engine {
  /** Id of its scenario. */
  scenario: ReadonlySignal<string>;
  seed: ReadonlySignal<string>;
  /** What the run is of, where it is no plain one of the catalogue. */
  given: ReadonlySignal<GivenRun | null>;
  status: Signal<RunStatus>;
  /** The run on show; undefined while there is none. */
  shown: ReadonlySignal<RunView | undefined>;
  /** Runs begun since the page was opened; whoever waits for something gives up when it has moved on. */
  attempt: ReadonlySignal<number>;
  /** Given stays for other seeds of the same scenario, unless something else is given or nothing: null. */
  start(scenario: string, seed: string, at?: number, given?: GivenRun | null): Promise<void>;
  again(): Promise<void>;
  /** Has other slices begin anew with each run that is begun. */
  onBegin(listener: () => void): void;
  /** Has other slices make ready for each run that was made. */
  onMade(listener: (made: MadeRun) => void): void;
}

export const [RunProvider, useRun] = slice<RunSlice>();

export function createRun(engine: Engine): RunSlice {
  const { session, library } = engine;
  const scenario = signal('');
  const seed = signal('1');
  const given = signal<GivenRun | null>(null);
  const status = signal<RunStatus>({ status: 'running', progress: undefined });
  const attempt = signal(0);
  const begun: (() => void)[] = [];
  const made: ((run: MadeRun) => void)[] = [];
  let previous: RunView | undefined;

  async function make(id: string, withSeed: string, at: number | undefined, current: () => boolean): Promise<void> {
    const wanted = given.value;
    const source = wanted ?? { scenario: await library.scenario(id) };
    if (!current()) return;
    const replay = await session.run({ ...source, seed: withSeed }, (progress) => {
      if (current()) status.value = { status: 'running', progress };
    });
    if (!current()) return;
    const layout = await session.layout();
    if (!current()) return;
    const run = toRunView(source.scenario as ScenarioView, replay);
    batch(() => {
      for (const listener of made) listener({ run, at, previous });
      status.value = { status: 'ready', run, layout };
    });
    previous = run;
  }

  async function start(id: string, withSeed: string, at?: number, wanted?: GivenRun | null): Promise<void> {
    for (const listener of begun) listener();
    const mine = ++attempt.value;
    given.value = wanted === undefined && id === scenario.peek() ? given.peek() : (wanted ?? null);
    scenario.value = id;
    seed.value = withSeed;
    status.value = { status: 'running', progress: undefined };
    await make(id, withSeed, at, () => mine === attempt.peek()).catch((error) => {
      if (mine === attempt.peek())
        status.value = { status: 'failed', message: error instanceof Error ? error.message : String(error) };
    });
  }

  return {
    ...engine,
    scenario,
    seed,
    given,
    status,
    shown: computed(() => (status.value.status === 'ready' ? status.value.run : undefined)),
    attempt,
    start,
    again: () => start(scenario.value, seed.value),
    onBegin: (listener) => void begun.push(listener),
    onMade: (listener) => void made.push(listener),
  };
}
