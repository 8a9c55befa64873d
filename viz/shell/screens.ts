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

/** In the order of their tabs, after the replay’s own. */
export const SCREENS: readonly ScreenEntry[] = [
  { name: 'odds', title: 'odds.title', load: () => import('../odds/screen.tsx').then((part) => part.OddsScreen) },
  {
    name: 'explore',
    title: 'explore.title',
    load: () => import('../explore/screen.tsx').then((part) => part.ExploreScreen),
  },
  {
    name: 'glossary',
    title: 'terms.title',
    load: () => import('../glossary/screen.tsx').then((part) => part.GlossaryScreen),
  },
];
