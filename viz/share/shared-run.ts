import { type Signal, signal } from '@preact/signals';
import type { DecisionRow } from '../../classroom/protocol/debrief-file.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { slice } from '../store/slice.ts';

/** How the history that a link or a run file makes here compares with the one it was made of. */
export interface SharedRunCheck {
  from: 'link' | 'file';
  /** First marked tick at which they differ; null where they are the same. */
  tick: number | null;
  /** The other engine that made it, if it was another. */
  engine: string | undefined;
  isBaseChanged: boolean;
}

/** The room of a class whose game a run is. */
export interface RoomOfRun {
  attempt: number;
  code: string;
  addressAt(tick: number): string;
  /** The class’s decisions; none where they cannot be had. */
  decisions(): Promise<readonly DecisionRow[]>;
}

/** Whether a run is the one that the sender of its link or its file saw. */
export interface SharedRunSlice {
  /** The check holds for that run alone: a branch of it, or its original, is another. */
  checked: Signal<{ run: RunView; check: SharedRunCheck } | undefined>;
  /**
   * The attempt beside which the address stays as it is: it was just asked for, or could not be understood, and what is on show is
   * not what it says.
   */
  kept: Signal<number | undefined>;
  /** Whose run is on show, where a class has it on its server: its address there, which nobody outside the class can open. */
  room: Signal<RoomOfRun | undefined>;
}

export const [SharedRunProvider, useSharedRun] = slice<SharedRunSlice>();

export const createSharedRun = (): SharedRunSlice => ({
  checked: signal<{ run: RunView; check: SharedRunCheck } | undefined>(undefined),
  kept: signal<number | undefined>(undefined),
  room: signal<RoomOfRun | undefined>(undefined),
});

/** In a sentence; empty where there is nothing to say. */
export function sharedRunText(check: SharedRunCheck | undefined): string {
  if (!check) return '';
  const { from, tick, engine, isBaseChanged } = check;
  if (tick === null) return t(from === 'file' ? 'explore.sameRun' : 'share.same');
  if (from === 'file') return t('explore.otherRun', { tick, engine: engine ?? ENGINE, own: ENGINE });
  if (engine !== undefined) return t('share.differsEngine', { tick, engine, own: ENGINE });
  return t(isBaseChanged ? 'share.differsScenario' : 'share.differs', { tick });
}
