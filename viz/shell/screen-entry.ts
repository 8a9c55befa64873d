import type { ComponentType } from 'preact';
import type { Key } from '../i18n/index.ts';
import type { ScreenName } from '../store/panels.ts';

/** A page beside the replay, for what a replay has no room for. It comes when it is first opened. */
export interface ScreenEntry {
  name: Exclude<ScreenName, 'replay'>;
  /** What its tab says. */
  title: Key;
  load(): Promise<ComponentType>;
}
