import type { History } from '../sim/history/history.ts';
import { seek } from '../sim/history/seek.ts';
import { MEASURES } from '../sim/measures/index.ts';
import { type Table, type TableColumn, whenColumns } from './table.ts';

/** One row for each sampled tick: every measure of the world after `tick` ticks; 0 is the start. */
export function worldTable(history: History): Table {
  const { series } = history;
  const start = atStart(history);
  const width = MEASURES.length;
  const measures = MEASURES.map(({ name }, k): TableColumn => {
    const cells = Float64Array.from({ length: series.samples }, (_, s) => series.world[s * width + k]!);
    cells[0] = start[k]!;
    return { name, kind: 'real', cells };
  });
  return { columns: [...whenColumns(history, 1), ...measures], rows: series.samples };
}

/** A run measures at the end of a tick, so its start is measured here. */
function atStart(history: History): number[] {
  const world = seek(history, 0);
  return MEASURES.map((measure) => measure.of(world, history.model));
}
