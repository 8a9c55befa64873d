import { batch, computed, signal } from '@preact/signals';
import type { ParameterControl, Values } from '../../sim/experiment/parameter-controls.ts';
import type { Summary } from '../../sim/results/summary.ts';
import { isCancelled, type RemoteSession } from '../../workers/protocol.ts';
import type { ChangedRun } from '../replications/paired-study.ts';
import { type RunView, toRunView } from '../run-view/run-view.ts';
import type { GivenRun } from '../store/run.ts';
import type { Explored } from './editor-state.ts';

/** A run that was tried out. */
export interface Trial {
  scenario: unknown;
  run: RunView;
  summary: Summary;
}

type Value = number | readonly number[];

/** Wait for a slider to rest, ms. */
const REST = 200;

/** Levers of the run on show, and what became of turning them. One for each run that comes on show. */
export function createParameterTrial({ run: current, panels }: Explored, engine: RemoteSession) {
  const shown = current.shown.peek()!;
  const scenario = shown.written.scenario;
  const { seed, interventions, ticks } = shown.replay;
  /** A run that was cut short, or goes on, does so for every setting; else the levers may say how long it lasts. */
  const ownTicks = current.given.peek()?.ticks;
  const controls = signal<readonly ParameterControl[] | undefined>(undefined);
  const values = signal<Values>({});
  const before = signal<Trial | undefined>(undefined);
  const after = signal<Trial | undefined>(undefined);
  const busy = signal(false);
  const fault = signal('');
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const givenOf = (tried: unknown): GivenRun => ({ scenario: tried, interventions, ticks: ownTicks });
  const original = givenOf(scenario);

  const run = async (tried: unknown): Promise<Trial> => {
    const replay = await engine.run({ ...givenOf(tried), seed });
    return { scenario: tried, run: toRunView(shown.scenario, replay, shown), summary: await engine.summary() };
  };

  /** Only the newest attempt shows itself; one that was overtaken ends unseen. */
  async function tryOut(): Promise<void> {
    const mine = ++attempt;
    busy.value = true;
    try {
      before.value ??= await run(scenario);
      if (mine !== attempt) return;
      const isTurned = Object.keys(values.peek()).length > 0;
      const found = isTurned ? await run(await engine.withParameters(scenario, values.peek())) : before.peek();
      if (mine !== attempt) return;
      batch(() => {
        after.value = found;
        fault.value = '';
      });
    } catch (error) {
      if (mine === attempt && !isCancelled(error)) fault.value = error instanceof Error ? error.message : String(error);
    }
    if (mine === attempt) busy.value = false;
  }

  async function open(): Promise<void> {
    try {
      controls.value = await engine.parameterControls(scenario);
      await tryOut();
    } catch (error) {
      fault.value = error instanceof Error ? error.message : String(error);
    }
  }

  void open();
  const set = (next: Values): void => {
    values.value = next;
    clearTimeout(timer);
    timer = setTimeout(() => void tryOut(), REST);
  };
  return {
    shown,
    ticks,
    controls,
    values,
    before,
    after,
    busy,
    fault,
    turned: computed(() => Object.keys(values.value).length),
    /** What was tried last, for other seeds; undefined where no lever is turned. */
    change: computed<ChangedRun | undefined>(() => {
      const found = after.value;
      return found && found !== before.value ? { original, changed: givenOf(found.scenario) } : undefined;
    }),
    /** Sets a lever; at its own value it counts as not turned. */
    turn(control: ParameterControl, value: Value): void {
      const { [control.key]: _, ...others } = values.peek();
      set(String(value) === String(control.value) ? others : { ...others, [control.key]: value });
    },
    resetAll: () => set({}),
    /** Shows the run that was tried out last in the replay, where it has a link of its own. */
    show(): void {
      const trial = after.peek();
      if (!trial) return;
      const { id } = Object(trial.scenario) as { id: string };
      panels.screen.value = 'replay';
      void current.start(id, seed, undefined, {
        scenario: trial.scenario,
        interventions,
        ticks: ownTicks,
      });
    },
  };
}

export type ParameterTrial = ReturnType<typeof createParameterTrial>;
