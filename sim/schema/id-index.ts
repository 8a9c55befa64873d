import type { Scenario } from './scenario.ts';

/** Ids to indices. Maps, so that no id can reach a property that every object has. */
export interface IdIndex {
  actors: ReadonlyMap<string, number>;
  resources: ReadonlyMap<string, number>;
  axes: ReadonlyMap<string, number>;
  threats: ReadonlyMap<string, number>;
}

const indexed = (list: readonly { id: string }[]): Map<string, number> => new Map(list.map(({ id }, k) => [id, k]));

export const idIndexOf = (scenario: Scenario): IdIndex => ({
  actors: indexed(scenario.actors),
  resources: indexed(scenario.resources),
  axes: indexed(scenario.interests),
  threats: indexed(scenario.threats),
});
