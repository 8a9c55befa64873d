import type { ComponentType } from 'preact';
import type { Key } from '../i18n/index.ts';

/** A page beside the replay, for what a replay has no room for. It comes when it is first opened. */
export interface Screen {
  name: string;
  /** What its tab says. */
  title: Key;
  load(): Promise<{ Screen: ComponentType }>;
}

/** In the order of their tabs, after the replay’s own. */
export const SCREENS: readonly Screen[] = [
  { name: 'odds', title: 'odds.title', load: () => import('../odds/screen.tsx') },
  { name: 'explore', title: 'explore.title', load: () => import('../explore/screen.tsx') },
  { name: 'glossary', title: 'terms.title', load: () => import('../glossary/screen.tsx') },
];

export const REPLAY = 'replay';
