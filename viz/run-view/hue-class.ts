import type { RunView } from './run-view.ts';

/** The style sheet’s name for the colour and the hatching of an alliance, by its place among those of the run. */
export const hueClass = (run: RunView, alliance: number): string => {
  const { hue } = run.alliances[alliance]!;
  return hue < 0 ? 'hue-grey' : `hue-${hue}`;
};
