import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PhaseStep, Phases } from '../../sim/results/phases.ts';
import { runAfterPhase } from '../run-view/phase-end.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { BranchesSlice } from './branches.ts';
import type { PlaybackSlice } from './playback.ts';
import type { RunSlice } from './run.ts';
import { slice } from './slice.ts';

/** A tick that is looked into, and the place in its steps; −1 where it has none. */
export interface OpenTick {
  run: RunView;
  phases: Phases;
  at: number;
}

/** The inside of a tick: its phases, walked through one by one. Every other way through time leaves it. */
export interface PhasesSlice {
  /** The tick whose inside is on show. */
  open: ReadonlySignal<OpenTick | undefined>;
  /** The phase after which the run is shown; undefined while whole ticks are. */
  step: ReadonlySignal<PhaseStep | undefined>;
  /** The run as the pictures of the moment must see it: with the alliances and figures of the phase on show. */
  seen: ReadonlySignal<RunView | undefined>;
  leave(): void;
  /** To the next phase or the one before, over the ends of ticks. */
  walk(by: 1 | -1): Promise<void>;
  /** To the phase at that place of the steps on show. */
  show(at: number): void;
  /** Opens the tick on show at its first phase, or closes it. */
  toggle(): Promise<void>;
}

export const [PhasesProvider, usePhases] = slice<PhasesSlice>();

/** Presses that wait for the engine at most: one more than a tick has phases would only run on after the key is let go. */
const MOST_WAITING = 9;

interface Needed {
  run: RunSlice;
  playback: PlaybackSlice;
  branches: BranchesSlice;
}

export function createPhases({ run: { session, shown }, playback, branches }: Needed): PhasesSlice {
  const { tick, playing, moves } = playback;
  const entered = signal<(OpenTick & { moves: number }) | undefined>(undefined);
  const open = computed(() => {
    const now = entered.value;
    const stayed = now?.run === shown.value && now?.phases.tick === tick.value && now.moves === moves.value;
    return stayed ? now : undefined;
  });
  const step = computed<PhaseStep | undefined>(() => open.value?.phases.steps[open.value.at]);
  const leave = (): void => {
    entered.value = undefined;
  };

  /** Shows the inside of tick `t` from its first phase or its last. Nothing where the run has moved on meanwhile. */
  async function enter(t: number, from: 'first' | 'last'): Promise<void> {
    const run = shown.peek();
    if (!run || t < 0 || t >= run.replay.ticks) return;
    const before = tick.peek();
    const phases = await session.phases(t, branches.back()).catch(() => undefined);
    if (!phases || run !== shown.peek() || before !== tick.peek() || playing.peek()) return;
    batch(() => {
      tick.value = t;
      entered.value = { run, phases, at: from === 'first' ? 0 : phases.steps.length - 1, moves: moves.peek() };
    });
  }

  const show = (at: number): boolean => {
    const now = open.peek();
    const isThere = now !== undefined && at >= 0 && at < now.phases.steps.length;
    if (isThere) entered.value = { ...now, at };
    return isThere;
  };

  async function advance(by: 1 | -1): Promise<void> {
    const now = open.peek();
    if (now && show(now.at + by)) return;
    // At rest the page shows the end of a tick, which its last phase leads to.
    if (by > 0) await enter(tick.peek() + 1, 'first');
    else await enter(tick.peek() - (now ? 1 : 0), 'last');
  }

  let waiting = 0;
  let walking = false;
  return {
    open,
    step,
    seen: computed(() => {
      const [run, after] = [shown.value, step.value];
      return run && after ? runAfterPhase(run, tick.value, after) : run;
    }),
    leave,
    async walk(by) {
      playing.value = false;
      waiting = Math.max(-MOST_WAITING, Math.min(MOST_WAITING, waiting + by));
      if (walking) return;
      walking = true;
      while (waiting !== 0) {
        const one = waiting > 0 ? 1 : -1;
        waiting -= one;
        await advance(one);
      }
      walking = false;
    },
    show: (at) => void show(at),
    async toggle() {
      playing.value = false;
      if (open.peek()) leave();
      else await enter(tick.peek(), 'first');
    },
  };
}
