import type { History } from '../sim/history/history.ts';
import { ACTOR_SERIES } from '../sim/history/series.ts';
import { alliancesOverTime } from './membership-spells.ts';
import { type Table, type TableColumn, whenColumns } from './table.ts';

/**
 * One row for each actor and sampled tick: its series, and its alliances. The state is that after `tick` ticks; 0 is the start.
 * @throws {RangeError} where the run dropped records of alliances; see membership-spells.ts.
 */
export function actorTable(history: History): Table {
  const { series, model } = history;
  const { actors } = model.scenario;
  const n = actors.length;
  const rows = series.samples * n;
  const alliances = alliancesOverTime(history);
  const columns: TableColumn[] = [
    ...whenColumns(history, n),
    { name: 'actor', kind: 'text', cells: Array.from({ length: rows }, (_, row) => actors[row % n]!.id) },
    ...ACTOR_SERIES.map((name, k): TableColumn => ({ name, kind: 'single', cells: seriesOf(history, k) })),
    {
      name: 'alliances',
      kind: 'text',
      cells: Array.from({ length: series.samples }, (_, s) => [...alliances(s * series.stride)]).flat(),
    },
  ];
  return { columns, rows };
}

/** The series `k` of every actor, by tick and then by actor. */
function seriesOf({ series, model }: History, k: number): Float32Array {
  const n = model.shape.actors;
  const cells = new Float32Array(series.samples * n);
  for (let s = 0; s < series.samples; s++) {
    const at = (s * ACTOR_SERIES.length + k) * n;
    cells.set(series.actors.subarray(at, at + n), s * n);
  }
  return cells;
}
