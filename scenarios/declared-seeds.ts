import seeds from './seeds.json' with { type: 'json' };

/** How far a run is from one part of a scenario’s record: its Brier score over so many cases. */
interface Part {
  cases: number;
  brier: number;
}

/** The run that comes nearest to the record of a scenario, and what it was found with. Written by `npm run seeds`. */
export interface DeclaredSeed {
  seed: string;
  engine: string;
  scenarioHash: string;
  score: number;
  pairYears: Part | null;
  facts: Part | null;
}

/** By scenario; none for a scenario without a record. */
export const declaredSeeds: Readonly<Record<string, DeclaredSeed>> = seeds;
