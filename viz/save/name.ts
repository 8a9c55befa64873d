import type { Story } from '../story/story.ts';

/** Name of a file of the run: which scenario, which run, and what of it. */
export const nameOf = ({ setting, replay }: Story, rest: string): string =>
  `${setting.id.replaceAll('/', '-')}-${replay.digest}${rest}`;
