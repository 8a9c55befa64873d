/** Types of the columns of a sweep's table, from the plan, never from the data. */
export type SweepType = 'INT64' | 'DOUBLE' | 'STRING' | 'BOOLEAN';

export interface SweepColumn {
  name: string;
  type: SweepType;
  nullable: boolean;
  unit: string;
  meaning: string;
}

/** A column of whole numbers, none of which is missing. */
export const wholeColumn = (name: string, meaning: string): SweepColumn => ({
  name,
  type: 'INT64',
  nullable: false,
  unit: '',
  meaning,
});

/** One run of a sweep, in the order of the plan's columns. NaN and null are null in nullable columns. */
export type Cell = number | string | boolean | null;
export type SweepRow = readonly Cell[];

export interface ShardOrigin {
  /** Hash of plan.json, 16 hexadecimal digits. */
  plan: string;
  engine: string;
  shard: number;
  firstRun: number;
  rows: number;
}
