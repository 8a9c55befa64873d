import type { GivenRun, RunSlice } from '../store/run.ts';

/** What the odds are asked of: the run on show, but for its seed. */
export interface Subject {
  /** Of the scenario. */
  id: string;
  title: string;
  /** First date of the scenario. */
  start: number;
  made: GivenRun;
  /** Whether its scenario is no bundled one, and how many interventions it has. */
  given: boolean;
  interventions: number;
  /** The same for two subjects whose runs are the same, seed for seed. */
  key: string;
}

/** The subject of the run on show, with its branches' interventions; undefined while there is none. */
export function subjectOf({ shown, scenario, library }: RunSlice): Subject | undefined {
  const run = shown.value;
  if (!run) return undefined;
  const id = scenario.value;
  const { scenario: written } = run.written;
  const given = !library.isBundled(written);
  const { interventions, ticks } = run.replay;
  return {
    id,
    title: run.scenario.title,
    start: run.clock.start,
    made: { scenario: written, interventions, ticks },
    given,
    interventions: interventions.length,
    key: JSON.stringify([id, given ? written : null, interventions, ticks]),
  };
}
