import type { RunView } from './run-view.ts';

/** Level lines, where nobody is ever allied, are no storyline. */
export const hasStoryline = ({ timeless, alliances }: RunView): boolean => !timeless && alliances.length > 0;
