import { effect } from '@preact/signals';
import { linkIn } from '../../formats/link/link-text.ts';
import type { RunView } from '../run-view/run-view.ts';
import { addressWith, askedHere, readAddress, writeAddress } from './address.ts';
import { enclosedRun } from './enclosed-run.ts';
import { isPlain, type Linked, type Opening } from './linked.ts';
import { isLinkHash, linkOf, openLink, openPayload, refuseLink } from './links.ts';
import { applyView, viewPart } from './url-view.ts';

/** Keeps the address true: late and seldom, since browsers refuse many changes in a row, and never while dragging. */
export function writeUrl(slices: Linked & Opening): () => void {
  const { run, playback, branches, panels, selection, sharedRun } = slices;
  const { scenario, seed, shown } = run;
  const { tick, dragging } = playback;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const addressOf = async (of: RunView): Promise<string> => {
    const room = sharedRun.room.peek();
    if (room?.attempt === run.attempt.peek() && !branches.pair.peek()) return room.addressAt(tick.peek());
    if (isPlain(run))
      return writeAddress({ scenario: scenario.peek(), seed: seed.peek(), tick: tick.peek() }) + viewPart(slices, of);
    // A run that fits into no link has no address: what stands there would be another’s.
    return linkOf(slices, of).catch(() => '#');
  };
  const write = async (of: RunView): Promise<void> => {
    const hash = await addressOf(of);
    const address = addressWith(hash);
    if (of === shown.peek() && !isKept() && location.href !== address) history.replaceState(null, '', address);
  };
  const isKept = (): boolean => sharedRun.kept.value === run.attempt.peek();
  return effect(() => {
    const now = shown.value;
    void [tick.value, panels.view.value, selection.chosen.value];
    clearTimeout(timer);
    if (!now || dragging.value || isKept()) return;
    // Too many changes in a row, or a page without an address: the link in the bar lags, nothing else.
    timer = setTimeout(() => void write(now).catch(() => {}), 300);
  });
}

/** Opens what an address names, if it is of a kind that not every page has. */
export type OpenOtherAddress = (slices: Opening & Linked, hash: string) => boolean;

/** Runs what the address asks for, now and when a person edits it. */
export function followUrl(slices: Opening & Linked, openOther: OpenOtherAddress = () => false): () => void {
  const { run, playback, panels, sharedRun } = slices;
  const scenarios = run.library.catalogue.map(({ id }) => id);
  const obey = (): void => {
    const asked = askedHere();
    panels.notice.value = '';
    sharedRun.kept.value = run.attempt.peek();
    if (openOther(slices, asked)) return;
    const payload = asked.length > 1 ? '' : enclosedRun();
    if (payload) {
      void openPayload(slices, payload);
      return;
    }
    const read = linkIn(asked, true);
    if (read.kind === 'link' && isLinkHash(read.link)) {
      void openLink(slices, read.link);
      return;
    }
    const { address, faults } = readAddress(asked, scenarios, run.library.openingSeed);
    if (faults.length > 0) {
      refuseLink(slices, { message: faults.join(' ') });
      return;
    }
    const view = read.kind === 'link' ? read.link : '';
    const isShown = address.scenario === run.scenario.peek() && address.seed === run.seed.peek();
    if (run.shown.peek() && isShown && isPlain(run)) {
      sharedRun.kept.value = undefined;
      playback.go(address.tick ?? playback.tick.peek());
      applyView(slices, view);
      return;
    }
    const begun = run.start(address.scenario, address.seed, address.tick, null);
    const mine = run.attempt.peek();
    void begun.then(() => mine === run.attempt.peek() && applyView(slices, view));
  };
  obey();
  addEventListener('hashchange', obey);
  return () => removeEventListener('hashchange', obey);
}
