import type { Model } from '../model/model.ts';

/** First tick of a window of years since the start, and the tick after its last; without an end, to the end of the run. */
export function window(model: Model, from = '0', to?: string): [number, number] {
  const { ticks, ticksPerYear } = model.scenario.time;
  return [
    Math.round(Number(from) * ticksPerYear),
    to === undefined ? ticks + 1 : Math.round(Number(to) * ticksPerYear),
  ];
}
