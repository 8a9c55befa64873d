import type { IdIndex } from '../world/state-path.ts';
import type { Scenario } from './scenario.ts';

const indexed = (list: readonly { id: string }[]): Map<string, number> => new Map(list.map(({ id }, k) => [id, k]));

export const idIndexOf = (scenario: Scenario): IdIndex => ({
  actors: indexed(scenario.actors),
  resources: indexed(scenario.resources),
  axes: indexed(scenario.interests),
  threats: indexed(scenario.threats),
});
