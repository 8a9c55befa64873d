import type { Cell, SweepColumn, SweepRow } from '../sim/experiment/sweep/columns.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import type { RowStatus } from '../sim/experiment/sweep/run-row.ts';

/** A column of all runs, by run: NaN or null where there is no value or no run yet. Truth values are 0 and 1. */
export type ColumnValues = Float64Array | readonly (string | null)[];

/** The runs of a sweep so far, column by column: a list of cells a run would need several times the memory. */
export interface RunTable {
  /** Number of runs that there are to be. */
  readonly total: number;
  /** Number of runs that are here, and how they ended. */
  count(): number;
  counts(): Record<RowStatus, number>;
  put(rows: readonly SweepRow[]): void;
  /** Drops the runs from `from` to before `to`. */
  forget(from: number, to: number): void;
  /** The rows that are here among those runs, by run. */
  rows(from: number, to: number): SweepRow[];
  /** A copy. @throws {Error} one sentence, for a name that no column has. */
  column(name: string): ColumnValues;
}

const STATUSES: readonly RowStatus[] = ['done', 'stopped', 'failed', 'refused', 'timeout'];

/** @param plans of one folder, in order: their runs have numbers from 0 on without a gap. */
export function openRunTable(plans: readonly SweepPlan[]): RunTable {
  const { columns } = plans.at(-1)!;
  const total = plans.reduce((sum, { runs }) => sum + runs, 0);
  const status = columns.findIndex(({ name }) => name === 'status');
  const cells = columns.map(({ type }) =>
    type === 'STRING' ? new Array<string | null>(total).fill(null) : new Float64Array(total).fill(Number.NaN),
  );
  /** 0: not here; else its status, from 1. */
  const states = new Uint8Array(total);
  const tally = new Array<number>(STATUSES.length + 1).fill(0);
  tally[0] = total;
  const setState = (run: number, state: number): void => {
    tally[states[run]!]!--;
    tally[state]!++;
    states[run] = state;
  };
  return {
    total,
    count: () => total - tally[0]!,
    counts: () => Object.fromEntries(STATUSES.map((name, k) => [name, tally[k + 1]!])) as Record<RowStatus, number>,
    put(rows) {
      for (const row of rows) {
        const run = row[0] as number;
        columns.forEach(({ type }, k) => {
          cells[k]![run] = type === 'STRING' ? (row[k] as string | null) : Number(row[k] ?? Number.NaN);
        });
        setState(run, 1 + STATUSES.indexOf(row[status] as RowStatus));
      }
    },
    forget(from, to) {
      for (let run = from; run < to; run++) {
        if (states[run] === 0) continue;
        setState(run, 0);
        for (const column of cells) column[run] = column instanceof Float64Array ? Number.NaN : null;
      }
    },
    rows(from, to) {
      const found: SweepRow[] = [];
      for (let run = Math.max(0, from); run < Math.min(to, total); run++)
        if (states[run] !== 0) found.push(columns.map((column, k) => cellOf(column, cells[k]![run] as Cell)));
      return found;
    },
    column(name) {
      const found = cells[columns.findIndex((column) => column.name === name)];
      if (!found) throw new Error(`there is no column ${JSON.stringify(name)}`);
      return found.slice();
    },
  };
}

function cellOf({ type }: SweepColumn, cell: Cell): Cell {
  if (typeof cell === 'number' && Number.isNaN(cell)) return null;
  return type === 'BOOLEAN' ? cell === 1 : cell;
}
