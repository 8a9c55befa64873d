import { rmSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

// Files and folders that nobody shall find if the command ends before they are whole.

/** What a thread says to the one that started it. */
export interface UnderWay {
  underWay: string;
}

const underWay = new Set<string>();
let isHearing = false;

/** What cannot be removed, as from a folder that was closed meanwhile, is no news: what went wrong has been said. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}

export function removeAllUnderWay(): void {
  for (const path of underWay) remove(path);
}

/** Keeps a path of this process, or of a thread of it, in mind. */
export function keepInMind(path: string): void {
  if (!isHearing) process.once('exit', removeAllUnderWay);
  isHearing = true;
  underWay.add(path);
}

/** Is called before a path comes to be. A thread that is ended can remove nothing, so whoever ends it keeps the path in mind. */
export function announce(path: string): void {
  const news: UnderWay = { underWay: path };
  if (parentPort) parentPort.postMessage(news);
  else keepInMind(path);
}

/** Removes what is under way no more. */
export function endOf(path: string): void {
  remove(path);
  underWay.delete(path);
}
