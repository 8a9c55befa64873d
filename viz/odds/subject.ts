import type { Given } from '../store/source.ts';
import type { State } from '../store/state.ts';

/** What the odds are asked of: the run on show, but for its seed. */
export interface Subject {
  /** Of the scenario, in the list of the page. */
  id: string;
  title: string;
  made: Given;
  /** Whether its scenario is no bundled one, and how many interventions it has. */
  given: boolean;
  interventions: number;
  /** The same for two subjects whose runs are the same, seed for seed. */
  key: string;
}

/** The subject of the run on show, with its branches' interventions; undefined while there is none. */
export function subjectOf({ run, scenario, source }: State): Subject | undefined {
  const told = run.value;
  if (!told) return undefined;
  const id = scenario.value;
  const { scenario: written } = told.written;
  const given = !source.isOnShelf(written);
  const { interventions, ticks } = told.replay;
  return {
    id,
    title: told.scenario.title,
    made: { scenario: written, interventions, ticks },
    given,
    interventions: interventions.length,
    key: JSON.stringify([id, given ? written : null, interventions, ticks]),
  };
}
