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

/** A run that somebody else has. */
export interface FetchedRun {
  /** Of its scenario. */
  id: string;
  seed: string;
  /** The tick to open it at. */
  at: number | undefined;
  given: GivenRun;
}

export type RunStatus =
  | { status: 'running'; progress: Progress | undefined }
  | { status: 'ready'; run: RunView; layout: Layout }
  /** @param isUnfetched whether there was no run to compute. */
  | { status: 'failed'; message: string; isUnfetched?: boolean };

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
  /** The same for a run that has yet to be fetched. Where it cannot be, a sentence stands in its place. */
  startFetched(fetchRun: () => Promise<FetchedRun>): Promise<void>;
  /** Tries once more what was started last. */
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
  let lastStart = (): Promise<void> => Promise.resolve();

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

  /** @returns whether the attempt that begins is still the newest. */
  function begin(): () => boolean {
    for (const listener of begun) listener();
    const mine = ++attempt.value;
    status.value = { status: 'running', progress: undefined };
    return () => mine === attempt.peek();
  }

  function set({ id, seed: withSeed }: Pick<FetchedRun, 'id' | 'seed'>, wanted: GivenRun | null): void {
    given.value = wanted;
    scenario.value = id;
    seed.value = withSeed;
  }

  const fail = (error: unknown, isUnfetched = false): void => {
    status.value = {
      status: 'failed',
      message: error instanceof Error ? error.message : String(error),
      ...(isUnfetched && { isUnfetched }),
    };
  };

  async function start(id: string, withSeed: string, at?: number, wanted?: GivenRun | null): Promise<void> {
    lastStart = () => start(scenario.peek(), seed.peek());
    const isNewest = begin();
    set({ id, seed: withSeed }, wanted === undefined && id === scenario.peek() ? given.peek() : (wanted ?? null));
    await make(id, withSeed, at, isNewest).catch((error) => {
      if (isNewest()) fail(error);
    });
  }

  async function startFetched(fetchRun: () => Promise<FetchedRun>): Promise<void> {
    lastStart = () => startFetched(fetchRun);
    const isNewest = begin();
    let isUnfetched = true;
    try {
      const fetched = await fetchRun();
      if (!isNewest()) return;
      isUnfetched = false;
      set(fetched, fetched.given);
      await make(fetched.id, fetched.seed, fetched.at, isNewest);
    } catch (error) {
      if (isNewest()) fail(error, isUnfetched);
    }
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
    startFetched,
    again: () => lastStart(),
    onBegin: (listener) => void begun.push(listener),
    onMade: (listener) => void made.push(listener),
  };
}
