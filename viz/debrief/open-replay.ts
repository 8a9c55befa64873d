import type { DecisionRow } from '../../classroom/protocol/debrief-file.ts';
import { fetchDebrief } from '../classroom/fetch-debrief.ts';
import { type ReplayLink, replayHash } from '../classroom/replay-link.ts';
import { baseOf } from '../classroom/room-address.ts';
import { loadLaterTexts, t } from '../i18n/index.ts';
import type { Linked, Opening } from '../share/linked.ts';
import type { FetchedRun } from '../store/run.ts';
import { fileCheckOf } from '../user-scenarios/import-file.ts';
import { followReplay } from './follow-replay.ts';
import { roomKeyOf } from './room-key.ts';

/** Shows the game of a room at the moment that a link names. Where it cannot be had, one sentence stands there and no other history. */
export async function openReplay(slices: Opening & Linked, link: ReplayLink | 'broken'): Promise<void> {
  await loadLaterTexts();
  if (link === 'broken') {
    await slices.run.startFetched(() => Promise.reject(new Error(t('debrief.noCode'))));
    return;
  }
  document.documentElement.toggleAttribute('data-led', link.led !== undefined);
  if (isOnShow(slices, link) || (await startGame(slices, link))) await followReplay(slices, link);
}

const isOnShow = ({ run, sharedRun: { room } }: Opening, { code }: ReplayLink): boolean =>
  room.peek()?.code === code && room.peek()?.attempt === run.attempt.peek() && run.shown.peek() !== undefined;

/** @returns whether it is on show now. */
async function startGame(slices: Opening, link: ReplayLink): Promise<boolean> {
  const { run, panels, sharedRun } = slices;
  const { code } = link;
  panels.led.value = undefined;
  let saved: SavedRunCheck | undefined;
  await run.startFetched(async () => {
    const attempt = run.attempt.peek();
    const game = await fetchGame(slices, link);
    if (attempt !== run.attempt.peek()) return game;
    saved = game.saved;
    sharedRun.room.value = {
      attempt,
      code,
      addressAt: (tick) => addressAt(slices, code, tick),
      decisions: decisionsOf(code),
    };
    return game;
  });
  const shown = run.shown.peek();
  if (!saved || !shown || !isOnShow(slices, link)) return false;
  // Said only where this computer makes another history than the server did.
  const check = fileCheckOf(saved, shown);
  if (check.tick !== null) sharedRun.checked.value = { run: shown, check };
  return true;
}

/** Fetched when they are first asked for: they hold all that the class decided. */
function decisionsOf(code: string): () => Promise<readonly DecisionRow[]> {
  let fetched: Promise<readonly DecisionRow[]> | undefined;
  return () => {
    fetched ??= fetchDebrief(baseOf(location.href), code, roomKeyOf(code) ?? '').then((file) => file?.decisions ?? []);
    return fetched;
  };
}

/** The moment on show, and the event that a link meant, as long as its moment is. */
function addressAt({ run, panels }: Opening, code: string, tick: number): string {
  const event = panels.chosenEvent.peek();
  const isThen = event !== undefined && run.shown.peek()?.events[event]?.tick === tick;
  return replayHash({ code, tick, event: isThen ? event : null, view: undefined });
}

type SavedRunCheck = Parameters<typeof fileCheckOf>[0];

async function fetchGame({ run }: Opening, { code, tick }: ReplayLink): Promise<FetchedRun & { saved: SavedRunCheck }> {
  const key = roomKeyOf(code);
  if (key === undefined) throw new Error(t('debrief.noSeat', { code }));
  const text = await fetchRunFile(code, key);
  const read = await run.openSecondSession().classifyFile(text);
  if (read.kind !== 'run') throw new Error(t('debrief.noRun', { code }));
  const { scenario, seed, interventions, ticks, digests, engine } = read.run;
  return { id: read.id, seed, at: tick, given: { scenario, interventions, ticks }, saved: { digests, engine } };
}

async function fetchRunFile(code: string, key: string): Promise<string> {
  const address = `${baseOf(location.href)}live/${code}/export/run.json`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } }).catch(() => {
    throw new Error(t('debrief.noServer', { code }));
  });
  if (answer.status === 403) throw new Error(t('debrief.notYet', { code }));
  if (answer.status === 404) throw new Error(t('debrief.noRoom', { code }));
  if (!answer.ok) throw new Error(t('debrief.noServer', { code }));
  return answer.text();
}
