import type { ColumnValues } from '../../workers/sweep-service.ts';
import { type ChartCell, chartCells } from './cells.ts';
import type { VariedAxis } from './levels.ts';

/** A point of the design, and a variant of it, with its runs. */
export interface PointRow {
  key: string;
  point: number;
  variant: string | undefined;
  /** In the order of what varies; null where no run has come. */
  settings: readonly (number | string | null)[];
  cell: ChartCell;
}

interface PointRowsOf {
  columns: ReadonlyMap<string, ColumnValues>;
  varied: readonly string[];
  variants: readonly string[];
  values: Float64Array;
  isShare: boolean;
  isShown(run: number): boolean;
}

/** Rows in the order of their points, of those that have a run. */
export function pointRows({ columns, varied, variants, values, isShare, isShown }: PointRowsOf): PointRow[] {
  const points = columns.get('point');
  if (!(points instanceof Float64Array)) return [];
  const last = points.reduce((most, point) => (point > most ? point : most), -1);
  const levels = Array.from({ length: last + 1 }, (_, point) => ({ from: point, to: point }));
  const levelOf = Int32Array.from(points, (point) => (Number.isNaN(point) ? -1 : point));
  const x: VariedAxis = { name: 'point', levels, isBinned: false, isNumeric: true, levelOf };
  const of = columns.get('variant');
  const lists = (variants.length > 0 ? variants : [undefined]).map((variant) => ({
    variant,
    cells: chartCells({
      x,
      values,
      isShare,
      isShown: (run) => isShown(run) && (variant === undefined || of?.[run] === variant),
    })[0]!,
  }));
  return levels.flatMap(({ from: point }) =>
    lists.flatMap(({ variant, cells }) => {
      const cell = cells[point]!;
      const first = cell.runs[0];
      if (first === undefined) return [];
      const settings = varied.map((name) => columns.get(name)?.[first] ?? null);
      return [{ key: `${point} ${variant ?? ''}`, point, variant, settings, cell }];
    }),
  );
}

/** Rows by one of their cells; what has no value comes last, whichever way. */
export function sortedRows(
  rows: readonly PointRow[],
  by: string,
  isDown: boolean,
  varied: readonly string[],
): PointRow[] {
  const keyOf = (row: PointRow): number | string | null => {
    if (by === 'point') return row.point;
    if (by === 'variant') return row.variant ?? null;
    if (by.startsWith('value ')) return row.settings[varied.indexOf(by.slice(6))] ?? null;
    return row.cell[by as 'n' | 'mean' | 'low' | 'high'];
  };
  const isMissing = (key: number | string | null): boolean => key === null || Number.isNaN(key);
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (isMissing(a.key) || isMissing(b.key)) return Number(isMissing(a.key)) - Number(isMissing(b.key));
      const order = a.key! < b.key! ? -1 : a.key! > b.key! ? 1 : 0;
      return isDown ? -order : order;
    })
    .map(({ row }) => row);
}
