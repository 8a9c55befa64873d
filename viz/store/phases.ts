import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PhaseStep, Phases } from '../../sim/results/phases.ts';
import { runAfterPhase } from '../run-view/phase-end.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { Source } from './source.ts';

/** A tick that is looked into, and the place in its steps; −1 where it has none. */
export interface Walked {
  run: RunView;
  phases: Phases;
  at: number;
}

/** The run on show, as this file may change it. */
interface Shown {
  run: ReadonlySignal<RunView | undefined>;
  tick: Signal<number>;
  playing: Signal<boolean>;
  /** How many forks it lies before the last one. */
  back(): number;
}

/** Presses that wait for the engine at most: one more than a tick has phases would only run on after the key is let go. */
const OWED = 9;

/** The inside of a tick: its phases, walked through one by one. Every other way through time leaves it. */
export function createInside(source: Source, { run, tick, playing, back }: Shown) {
  const held = signal<Walked | undefined>(undefined);
  const open = computed(() => {
    const now = held.value;
    return now && now.run === run.value && now.phases.tick === tick.value ? now : undefined;
  });
  const step = computed<PhaseStep | undefined>(() => open.value?.phases.steps[open.value.at]);
  const leave = (): void => {
    held.value = undefined;
  };

  /** Shows the inside of tick `t` from its first phase or its last. Nothing where the run has moved on meanwhile. */
  async function enter(t: number, from: 'first' | 'last'): Promise<void> {
    const told = run.peek();
    if (!source.phases || !told || t < 0 || t >= told.replay.ticks) return;
    const before = tick.peek();
    const phases = await source.phases(t, back()).catch(() => undefined);
    if (!phases || told !== run.peek() || before !== tick.peek() || playing.peek()) return;
    batch(() => {
      tick.value = t;
      held.value = { run: told, phases, at: from === 'first' ? 0 : phases.steps.length - 1 };
    });
  }

  async function advance(by: 1 | -1): Promise<void> {
    const now = open.peek();
    const next = now && now.at + by;
    if (now && next !== undefined && next >= 0 && next < now.phases.steps.length) held.value = { ...now, at: next };
    // At rest the page shows the end of a tick, which its last phase leads to.
    else if (by > 0) await enter(tick.peek() + 1, 'first');
    else await enter(tick.peek() - (now ? 1 : 0), 'last');
  }

  let owed = 0;
  let walking = false;
  return {
    /** The tick whose inside is on show. */
    open,
    /** The phase after which the run is shown; undefined while whole ticks are. */
    step,
    /** The run as the pictures of the moment must see it: with the alliances and figures of the phase on show. */
    seen: computed(() => {
      const [told, shown] = [run.value, step.value];
      return told && shown ? runAfterPhase(told, tick.value, shown) : told;
    }),
    leave,
    /** To the next phase or the one before, over the ends of ticks. */
    async walk(by: 1 | -1): Promise<void> {
      playing.value = false;
      owed = Math.max(-OWED, Math.min(OWED, owed + by));
      if (walking) return;
      walking = true;
      while (owed !== 0) {
        const one = owed > 0 ? 1 : -1;
        owed -= one;
        await advance(one);
      }
      walking = false;
    },
    /** To the phase at that place of the steps on show. */
    show(at: number): void {
      const now = open.peek();
      if (now && at >= 0 && at < now.phases.steps.length) held.value = { ...now, at };
    },
    /** Opens the tick on show at its first phase, or closes it. */
    async toggle(): Promise<void> {
      playing.value = false;
      if (open.peek()) leave();
      else await enter(tick.peek(), 'first');
    },
  };
}
