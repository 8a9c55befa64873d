import type { Story } from '../run-view/run-view.ts';

/** Name of a file of the run: which scenario, which run, and what of it. */
export const nameOf = ({ setting, replay }: Story, rest: string): string =>
  `${setting.id.replaceAll('/', '-')}-${replay.digest}${rest}`;
