import { effect } from '@preact/signals';
import { nextTickWithEvents } from '../run-view/moment.ts';
import type { RunView } from '../run-view/run-view.ts';
import { readAddress, writeAddress } from '../share/address.ts';
import { enclosed } from '../share/enclosed-run.ts';
import { isLinkHash, isPlain, linkOf, openLink, openPayload } from '../share/link.ts';
import { applyView, viewPart } from '../share/url-view.ts';
import { playbackClock, ticksASecond } from '../timeline/playback-clock.ts';
import type { State } from './state.ts';

/** Moves on while it plays, and stops at the end. A page that cannot draw every tick in time passes over some. */
export function playback({ playing, speed, skipping, run, tick, go }: State): () => void {
  return effect(() => {
    const told = run.value;
    // A run that goes takes its playing with it.
    if (!told) playing.value = false;
    if (!playing.value || !told) return;
    const due = playbackClock(ticksASecond(told.ticks, speed.value), performance.now());
    const move = (now: number): void => {
      frame = requestAnimationFrame(move);
      const beats = due(now);
      if (beats === 0) return;
      const at = tick.peek();
      if (at >= told.ticks - 1) playing.value = false;
      else go(later(told, at, beats, skipping.peek()));
    };
    let frame = requestAnimationFrame(move);
    return () => cancelAnimationFrame(frame);
  });
}

/** Where so many beats lead to; while what is quiet is skipped, each leads to the next news. */
function later(run: RunView, tick: number, beats: number, skipping: boolean): number {
  if (!skipping) return tick + beats;
  let to = tick;
  for (let beat = 0; beat < beats && to < run.ticks - 1; beat++) to = nextTickWithEvents(run, to);
  return to;
}

/** Asks for the state of the tick on show, or takes that of the phase on show; while one answer is on its way only the newest further wish is kept. */
export function loadFrames({ source, run, tick, frame, branches, inside }: State): () => void {
  let busy = false;
  const ask = async (): Promise<void> => {
    const told = run.peek();
    if (busy || !told) return;
    busy = true;
    const wanted = Math.min(told.replay.ticks, tick.peek() + 1);
    const back = branches.back();
    const found = await source.frame(wanted, back).catch(() => undefined);
    busy = false;
    // While a branch is undone a run may be asked for where it no longer lies.
    if (told !== run.peek() || back !== branches.back()) return void ask();
    if (inside.step.peek()) return;
    frame.value = found;
    if (found && wanted !== Math.min(told.replay.ticks, tick.peek() + 1)) void ask();
  };
  return effect(() => {
    void tick.value;
    // Where it lies in the worker changes with the branches.
    void branches.trail.value;
    const step = inside.step.value;
    if (step) frame.value = step.frame;
    else if (run.value) void ask();
    else frame.value = undefined;
  });
}

/** Keeps the address true: late and seldom, since browsers refuse many changes in a row, and never while dragging. */
export function writeUrl(state: State): () => void {
  const { scenario, seed, tick, run, dragging, view, chosen } = state;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async (told: RunView): Promise<void> => {
    const plain =
      writeAddress({ scenario: scenario.peek(), seed: seed.peek(), tick: tick.peek() }) + viewPart(state, told);
    // A run that fits into no link has no address: what stands there would be another’s.
    const hash = isPlain(state) ? plain : await linkOf(state, told).catch(() => '#');
    if (told === run.peek() && location.hash !== hash) history.replaceState(null, '', hash);
  };
  return effect(() => {
    const told = run.value;
    void [tick.value, view.value, chosen.value];
    clearTimeout(timer);
    if (!told || dragging.value) return;
    // Too many changes in a row, or a page without an address: the link in the bar lags, nothing else.
    timer = setTimeout(() => void write(told).catch(() => {}), 300);
  });
}

/** Runs what the address asks for, now and when a person edits it. */
export function followUrl(state: State): () => void {
  const scenarios = state.source.shelf.map(({ id }) => id);
  const obey = (): void => {
    const { hash } = location;
    if (isLinkHash(hash)) {
      state.notice.value = '';
      void openLink(state, hash);
      return;
    }
    const letter = hash.length > 1 ? '' : enclosed();
    if (letter) {
      state.notice.value = '';
      void openPayload(state, letter);
      return;
    }
    const { address, faults } = readAddress(hash, scenarios);
    state.notice.value = faults.join(' ');
    const isShown = address.scenario === state.scenario.peek() && address.seed === state.seed.peek();
    if (state.run.peek() && isShown && isPlain(state)) {
      state.go(address.tick ?? state.tick.peek());
      applyView(state, hash);
      return;
    }
    const begun = state.start(address.scenario, address.seed, address.tick, null);
    const mine = state.attempt.peek();
    void begun.then(() => mine === state.attempt.peek() && applyView(state, hash));
  };
  obey();
  addEventListener('hashchange', obey);
  return () => removeEventListener('hashchange', obey);
}
