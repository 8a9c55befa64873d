import type { Entry } from '../log/entry.ts';
import { applyEntry, type RoomPlan } from '../room/apply-entry.ts';
import type { RoomState } from '../room/state.ts';
import type { RoomFile } from './room-file.ts';

/** How long entries gather before they are written together, ms. */
const BATCH = 50;
/** Writes one after the other, without a pause, before those who wait for the state wait for the next batch. */
const MOST_WRITES = 8;

/** The log of a room in motion: entries change the state at once, and nobody hears of them before they are on the disk. */
export interface RoomLog {
  readonly state: RoomState;
  /** All entries so far. */
  readonly entries: readonly Entry[];
  record(entries: readonly Entry[]): void;
  /** Does something once all that was recorded so far is on the disk: what tells others of it. */
  whenSaved(tell: () => void): void;
  close(): Promise<void>;
}

export function roomLog(
  state: RoomState,
  plan: RoomPlan,
  known: readonly Entry[],
  file: RoomFile,
  on: { recorded(entry: Entry): void; saved(): void; failed(error: unknown): void },
): RoomLog {
  const entries = [...known];
  let waiting: Entry[] = [];
  const tellings: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | undefined;
  let isOver = false;

  function schedule(): void {
    if (!writing && !isOver) timer ??= setTimeout(start, BATCH);
  }

  function start(): void {
    timer = undefined;
    writing = write().finally(() => {
      writing = undefined;
      if (waiting.length > 0 || tellings.length > 0) schedule();
    });
  }

  async function write(): Promise<void> {
    const told: (() => void)[] = [];
    try {
      // What is recorded while others are written is in the state already, so it is written too before anybody is shown the state.
      for (let k = 0; k < MOST_WRITES && (k === 0 || waiting.length > 0); k++) {
        const batch = waiting;
        waiting = [];
        told.push(...tellings.splice(0));
        if (batch.length > 0) await file.append(batch);
      }
      for (const tell of told) tell();
      if (waiting.length === 0) on.saved();
    } catch (error) {
      isOver = true;
      on.failed(error);
    }
  }

  return {
    state,
    entries,
    record(added) {
      if (isOver) return;
      for (const entry of added) {
        applyEntry(state, entry, plan);
        entries.push(entry);
        waiting.push(entry);
        on.recorded(entry);
      }
      schedule();
    },
    whenSaved(tell) {
      if (isOver) return;
      tellings.push(tell);
      schedule();
    },
    async close() {
      clearTimeout(timer);
      timer = undefined;
      await writing;
      clearTimeout(timer);
      if (!isOver) await write();
      isOver = true;
      clearTimeout(timer);
      await file.close();
    },
  };
}
