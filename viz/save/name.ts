import type { RunView } from '../run-view/run-view.ts';

/** Name of a file of the run: which scenario, which run, and what of it. */
export const fileStemOf = ({ scenario, replay }: RunView, rest: string): string =>
  `${scenario.id.replaceAll('/', '-')}-${replay.digest}${rest}`;
