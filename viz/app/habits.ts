import { effect } from '@preact/signals';
import { readAddress, writeAddress } from './address.ts';
import type { State } from './state.ts';

/** Ticks a second at speed 1: a run lasts about forty seconds, but nothing races past or crawls. */
const pace = (ticks: number): number => Math.max(1, Math.min(8, ticks / 40));

/** Moves on while it plays, and stops at the end. */
export function playOn({ playing, speed, story, tick, go }: State): () => void {
  return effect(() => {
    const told = story.value;
    // A run that goes takes its playing with it.
    if (!told) playing.value = false;
    if (!playing.value || !told) return;
    const timer = setInterval(
      () => {
        if (tick.peek() >= told.ticks - 1) playing.value = false;
        else go(tick.peek() + 1);
      },
      1000 / (pace(told.ticks) * speed.value),
    );
    return () => clearInterval(timer);
  });
}

/** Asks for the state of the tick on show; while one answer is on its way only the newest further wish is kept. */
export function followFrames({ source, story, tick, frame, branches }: State): () => void {
  let busy = false;
  const ask = async (): Promise<void> => {
    const told = story.peek();
    if (busy || !told) return;
    busy = true;
    const wanted = Math.min(told.replay.ticks, tick.peek() + 1);
    const found = await source.frame(wanted, branches.back()).catch(() => undefined);
    busy = false;
    if (told !== story.peek()) return void ask();
    frame.value = found;
    if (found && wanted !== Math.min(told.replay.ticks, tick.peek() + 1)) void ask();
  };
  return effect(() => {
    void tick.value;
    // Where it lies in the worker changes with the branches.
    void branches.trail.value;
    if (story.value) void ask();
    else frame.value = undefined;
  });
}

/** Keeps the address true: late and seldom, since browsers refuse many changes in a row, and never while dragging. */
export function keepAddress({ scenario, seed, tick, story, dragging }: State): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return effect(() => {
    if (!story.value || dragging.value) return;
    const hash = writeAddress({ scenario: scenario.value, seed: seed.value, tick: tick.value });
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        if (location.hash !== hash) history.replaceState(null, '', hash);
      } catch {
        // Too many changes in a row, or a page without an address: the link in the bar lags, nothing else.
      }
    }, 300);
  });
}

/** Runs what the address asks for, now and when a person edits it. */
export function obeyAddress(state: State): () => void {
  const scenarios = state.source.shelf.map(({ id }) => id);
  const obey = (): void => {
    const { address, faults } = readAddress(location.hash, scenarios);
    state.notice.value = faults.join(' ');
    const same = state.story.peek() && address.scenario === state.scenario.peek() && address.seed === state.seed.peek();
    if (same) state.go(address.tick ?? state.tick.peek());
    else void state.start(address.scenario, address.seed, address.tick);
  };
  obey();
  addEventListener('hashchange', obey);
  return () => removeEventListener('hashchange', obey);
}
