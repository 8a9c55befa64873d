import { batch, signal } from '@preact/signals';
import { sweepFaultOf } from '../../workers/sweep-fault.ts';
import type { PanelsSlice } from '../store/panels.ts';
import type { RunSlice } from '../store/run.ts';
import { fileText } from '../user-scenarios/import-file.ts';
import { openKeptSweeps } from './open-kept-sweeps.ts';
import { createPlanState } from './plan-state.ts';
import { createResultsState, type ResultsState } from './results-state.ts';
import type { SweepJob } from './sweep-job.ts';
import { sweepFaultText } from './words.ts';

/** Tells the file of a sweep from those that it names. */
const SWEEP_FORMAT = 'foedus-sweep/';

export type SweepPart = 'plan' | 'results' | 'kept';

/** All that the screen keeps while other screens are looked at. */
function createSweepState({ run, panels }: { run: RunSlice; panels: PanelsSlice }) {
  const sweeps = openKeptSweeps(run.library);
  const part = signal<SweepPart>('plan');
  const results = signal<ResultsState | undefined>(undefined);
  /** What could not be done, in one sentence. */
  const notice = signal('');
  const plan = createPlanState(run, sweeps);

  const show = (job: SweepJob): void =>
    batch(() => {
      if (results.peek()?.job !== job) {
        results.peek()?.close();
        results.value = createResultsState(job);
      }
      part.value = 'results';
      notice.value = '';
    });

  /** Does what may be refused; a refusal is said where a person looks. */
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      notice.value = '';
      await work();
    } catch (error) {
      notice.value = sweepFaultText(sweepFaultOf(error));
    }
  };

  return {
    sweeps,
    part,
    plan,
    results,
    notice,
    attempt,
    show,
    /** Keeps the plan of the fields, and begins its runs. */
    runPlan: (): Promise<void> =>
      attempt(async () => {
        const draft = plan.draft();
        if (!draft) return;
        const job = await sweeps.create(draft);
        show(job);
        job.start();
      }),
    /** Opens the file of a sweep, and with it the files that it names. */
    openSpecFiles: (files: readonly File[]): Promise<void> =>
      attempt(async () => {
        if (files.length === 0) return;
        const texts = await Promise.all(files.map(async (file) => [file.name, await fileText(file)] as const));
        const [name, text] = texts.find(([, text]) => text.includes(SWEEP_FORMAT)) ?? texts[0]!;
        await plan.openTexts(name, text, Object.fromEntries(texts.filter(([other]) => other !== name)));
      }),
    open: (key: string): Promise<void> => attempt(async () => show(await sweeps.open(key))),
    erase: (key: string): Promise<void> =>
      attempt(async () => {
        await sweeps.erase(key);
        if (results.peek()?.job.key !== key) return;
        results.peek()?.close();
        results.value = undefined;
      }),
    /** Shows a run of the sweep in the replay. */
    openRun: (run_: number): Promise<void> =>
      attempt(async () => {
        const job = results.peek()?.job;
        if (!job) return;
        const { seed, ...given } = await job.runOf(run_);
        const { id } = Object(given.scenario) as { id?: unknown };
        panels.screen.value = 'replay';
        await run.start(typeof id === 'string' ? id : '', seed, undefined, given);
      }),
  };
}

export type SweepState = ReturnType<typeof createSweepState>;

const states = new WeakMap<RunSlice, SweepState>();

/** That of the page; it is made when it is first asked for, so that it comes with the screen and not before. */
export function sweepStateOf(slices: { run: RunSlice; panels: PanelsSlice }): SweepState {
  let state = states.get(slices.run);
  if (!state) {
    state = createSweepState(slices);
    states.set(slices.run, state);
  }
  return state;
}
