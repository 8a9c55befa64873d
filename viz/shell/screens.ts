import type { ScreenEntry } from './screen-entry.ts';
import { SERVED_SCREENS } from './served-screens.ts';

/** In the order of their tabs, after the replay’s own. */
export const SCREENS: readonly ScreenEntry[] = [
  { name: 'odds', title: 'odds.title', load: () => import('../odds/screen.tsx').then((part) => part.OddsScreen) },
  {
    name: 'explore',
    title: 'explore.title',
    load: () => import('../explore/screen.tsx').then((part) => part.ExploreScreen),
  },
  ...SERVED_SCREENS,
  {
    name: 'glossary',
    title: 'terms.title',
    load: () => import('../glossary/screen.tsx').then((part) => part.GlossaryScreen),
  },
];
