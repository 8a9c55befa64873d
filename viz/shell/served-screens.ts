import { loadLaterTexts } from '../i18n/index.ts';
import type { ScreenEntry } from './screen-entry.ts';

/** Screens that the page has where it is served. The page of one file has none of them, since it is sent by mail: vite.offline.config.ts. */
export const SERVED_SCREENS: readonly ScreenEntry[] = [
  {
    name: 'sweep',
    title: 'app.sweep',
    async load() {
      const [{ SweepScreen }] = await Promise.all([import('../sweep/screen.tsx'), loadLaterTexts()]);
      return SweepScreen;
    },
  },
];
