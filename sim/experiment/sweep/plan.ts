import type { SweepColumn } from './columns.ts';
import type { Numbering } from './numbering.ts';
import type { WholeSpec } from './spec.ts';

/** What an earlier plan of the same folder was, as far as the numbers and values of its points need it. */
export interface Predecessor {
  /** Hash of its text. */
  hash: string;
  design: WholeSpec['design'];
  vary: WholeSpec['vary'];
  predecessor?: Predecessor;
}

/** All that is needed to run a sweep anywhere: it is made once and never changes. */
export interface SweepPlan {
  format: 'foedus-plan/1';
  engine: string;
  scenarioHash: string;
  runs: number;
  shards: number;
  numbering: Numbering;
  columns: readonly SweepColumn[];
  /** Of the per-tick series, where there are any. */
  series?: readonly SweepColumn[];
  predecessor?: Predecessor;
  spec: WholeSpec;
}

/** A plan as the bytes of its file: the same plan gives the same text, in the page and in the command. */
export const planText = (plan: SweepPlan): string => `${JSON.stringify(plan, null, 1)}\n`;
