import type { Signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useSelection } from '../store/selection.ts';
import { shortName } from '../ui/label-text.ts';
import { useRoom } from '../ui/measure.ts';
import { theme } from '../ui/theme.ts';
import { cellAt, gridOf, type MatrixGrid } from './grid.ts';
import type { MatrixCell } from './matrix-value.tsx';
import type { MatrixPlace } from './order.ts';
import { cellsOf, type Inks, inksOf, paintMatrix } from './paint.ts';

interface Pictured {
  run: RunView;
  places: readonly MatrixPlace[];
  values: Float32Array;
  cell: Signal<MatrixCell | undefined>;
  summary: string;
}

/** Letters of a name at the edge. */
const LETTERS = 22;

export function MatrixPicture({ run, places, values, cell, summary }: Pictured) {
  const { ref, size } = useRoom<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { pointed } = useSelection();
  const grid = useMemo(
    () =>
      gridOf(
        run.actors.map(({ name }) => shortName(name, LETTERS)),
        size,
      ),
    [run, size],
  );
  const inks = useInks(canvas);
  const cells = useMemo(() => inks && cellsOf({ places, values, inks }), [places, values, inks]);
  const aim = aimOf(places, cell.value);
  const [row, column] = [aim?.row, aim?.column];
  const ratio = devicePixelRatio || 1;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !inks || !cells) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintMatrix(context, { run, places, values, grid, inks }, cells, { pointed: pointed.value, cell: aim });
  }, [run, places, values, grid, inks, cells, ratio, pointed.value, row, column]);
  const point = (found: [row: number, column: number] | undefined, keyed: boolean): void => {
    cell.value = found && { from: places[found[0]]!.actor, to: places[found[1]]!.actor, keyed };
    pointed.value = cell.value?.from;
  };
  return (
    <div class="matrix-room" ref={ref}>
      <div
        class="matrix-grid"
        role="application"
        aria-roledescription={t('matrix.role')}
        aria-label={summary}
        aria-describedby="matrix-value"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its cells are gone through by the arrow keys
        tabIndex={0}
        data-stage
        onKeyDown={(event) => steer(event, places, cell.value, (found) => point(found, true))}
        onPointerMove={(event) => point(under(event, grid), false)}
        onPointerDown={(event) => point(under(event, grid), false)}
        onPointerLeave={() => {
          if (!cell.value?.keyed) point(undefined, false);
        }}
      >
        <canvas
          ref={canvas}
          width={Math.ceil(grid.width * ratio)}
          height={Math.ceil(grid.height * ratio)}
          style={{ width: `${Math.ceil(grid.width)}px`, height: `${Math.ceil(grid.height)}px` }}
        />
      </div>
    </div>
  );
}

const under = (event: PointerEvent, grid: MatrixGrid): [row: number, column: number] | undefined => {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return cellAt(grid, event.clientX - box.left, event.clientY - box.top);
};

function aimOf(
  places: readonly MatrixPlace[],
  cell: MatrixCell | undefined,
): { row: number; column: number } | undefined {
  if (!cell) return undefined;
  const placeOf = (wanted: number): number => places.findIndex(({ actor }) => actor === wanted);
  return { row: placeOf(cell.from), column: placeOf(cell.to) };
}

const MOVES: Readonly<Record<string, (row: number, column: number, last: number) => [number, number]>> = {
  ArrowUp: (row, column) => [row - 1, column],
  ArrowDown: (row, column) => [row + 1, column],
  ArrowLeft: (row, column) => [row, column - 1],
  ArrowRight: (row, column) => [row, column + 1],
  Home: (row) => [row, 0],
  End: (row, _, last) => [row, last],
};

/** Arrow keys go from cell to cell here; all other keys stay those of the page. */
function steer(
  event: KeyboardEvent,
  places: readonly MatrixPlace[],
  cell: MatrixCell | undefined,
  go: (found: [row: number, column: number]) => void,
): void {
  const move = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey ? undefined : MOVES[event.key];
  if (!move) return;
  event.preventDefault();
  const last = places.length - 1;
  const now = aimOf(places, cell);
  const [row, column] = now ? move(now.row, now.column, last) : [0, Math.min(1, last)];
  go([Math.max(0, Math.min(last, row)), Math.max(0, Math.min(last, column))]);
}

/** The colours on the page, read anew when the theme changes. */
function useInks(canvas: { current: HTMLCanvasElement | null }): Inks | undefined {
  const [inks, setInks] = useState<Inks>();
  const worn = theme.value;
  useEffect(() => {
    const read = (): void => setInks(canvas.current ? inksOf(canvas.current) : undefined);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    read();
    dark.addEventListener('change', read);
    return () => dark.removeEventListener('change', read);
  }, [worn]);
  return inks;
}
