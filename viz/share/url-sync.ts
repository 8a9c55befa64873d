import { effect } from '@preact/signals';
import type { RunView } from '../run-view/run-view.ts';
import { readAddress, writeAddress } from './address.ts';
import { enclosedRun } from './enclosed-run.ts';
import { isPlain, type Linked, type Opening } from './linked.ts';
import { isLinkHash, linkOf, openLink, openPayload } from './links.ts';
import { applyView, viewPart } from './url-view.ts';

/** Keeps the address true: late and seldom, since browsers refuse many changes in a row, and never while dragging. */
export function writeUrl(slices: Linked): () => void {
  const { run, playback, panels, selection } = slices;
  const { scenario, seed, shown } = run;
  const { tick, dragging } = playback;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async (of: RunView): Promise<void> => {
    const plain =
      writeAddress({ scenario: scenario.peek(), seed: seed.peek(), tick: tick.peek() }) + viewPart(slices, of);
    // A run that fits into no link has no address: what stands there would be another’s.
    const hash = isPlain(run) ? plain : await linkOf(slices, of).catch(() => '#');
    if (of === shown.peek() && location.hash !== hash) history.replaceState(null, '', hash);
  };
  return effect(() => {
    const now = shown.value;
    void [tick.value, panels.view.value, selection.chosen.value];
    clearTimeout(timer);
    if (!now || dragging.value) return;
    // Too many changes in a row, or a page without an address: the link in the bar lags, nothing else.
    timer = setTimeout(() => void write(now).catch(() => {}), 300);
  });
}

/** Runs what the address asks for, now and when a person edits it. */
export function followUrl(slices: Opening & Linked): () => void {
  const { run, playback, panels } = slices;
  const scenarios = run.library.catalogue.map(({ id }) => id);
  const obey = (): void => {
    const { hash } = location;
    if (isLinkHash(hash)) {
      panels.notice.value = '';
      void openLink(slices, hash);
      return;
    }
    const payload = hash.length > 1 ? '' : enclosedRun();
    if (payload) {
      panels.notice.value = '';
      void openPayload(slices, payload);
      return;
    }
    const { address, faults } = readAddress(hash, scenarios, run.library.openingSeed);
    panels.notice.value = faults.join(' ');
    const isShown = address.scenario === run.scenario.peek() && address.seed === run.seed.peek();
    if (run.shown.peek() && isShown && isPlain(run)) {
      playback.go(address.tick ?? playback.tick.peek());
      applyView(slices, hash);
      return;
    }
    const begun = run.start(address.scenario, address.seed, address.tick, null);
    const mine = run.attempt.peek();
    void begun.then(() => mine === run.attempt.peek() && applyView(slices, hash));
  };
  obey();
  addEventListener('hashchange', obey);
  return () => removeEventListener('hashchange', obey);
}
