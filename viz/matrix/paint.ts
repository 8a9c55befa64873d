import type { RunView } from '../run-view/run-view.ts';
import { shortName } from '../ui/label-text.ts';
import { LETTERS, MARKS, type MatrixGrid, NUMBER, SLANT } from './grid.ts';
import { type MatrixPlace, matrixGroupsOf } from './order.ts';
import { type Rgb, type ShadeScale, shade } from './shades.ts';

/** The colours of the page, as its stylesheet has them now. */
export interface Inks {
  scale: ShadeScale;
  ink: string;
  quiet: string;
  rule: string;
  leaf: string;
  rubric: string;
  /** Fill and edge of each hue; those of grey last. */
  hues: readonly { fill: string; edge: string }[];
  font: string;
}

export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const hue = (name: string) => ({ fill: colour(`hue-${name}-fill`), edge: colour(`hue-${name}-edge`) });
  return {
    scale: {
      low: rgbOf(colour('hue-5-edge')),
      middle: rgbOf(colour('leaf')),
      high: rgbOf(colour('hue-4-edge')),
      none: rgbOf(colour('rule')),
    },
    ink: colour('ink'),
    quiet: colour('quiet'),
    rule: colour('rule'),
    leaf: colour('leaf'),
    rubric: colour('rubric'),
    hues: [...[0, 1, 2, 3, 4, 5, 6].map(String), 'grey'].map(hue),
    font: style.fontFamily,
  };
}

/** #rrggbb, which is how the palette is written. */
const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never;

/** All that a matrix shows. */
export interface MatrixPainting {
  run: RunView;
  places: readonly MatrixPlace[];
  values: Float32Array;
  grid: MatrixGrid;
  inks: Inks;
}

/** The cells as a picture of one pixel each. */
export function cellsOf({
  places,
  values,
  inks,
}: Pick<MatrixPainting, 'places' | 'values' | 'inks'>): HTMLCanvasElement {
  const n = places.length;
  const canvas = document.createElement('canvas');
  canvas.width = n;
  canvas.height = n;
  const image = new ImageData(n, n);
  shade(
    new Uint32Array(image.data.buffer),
    values,
    places.map(({ actor }) => actor),
    inks.scale,
  );
  canvas.getContext('2d')!.putImageData(image, 0, 0);
  return canvas;
}

interface Aim {
  /** An actor whose row and column stand out. */
  pointed: number | undefined;
  cell: { row: number; column: number } | undefined;
}

/** Paints the whole picture anew. */
export function paintMatrix(
  context: CanvasRenderingContext2D,
  matrix: MatrixPainting,
  cells: HTMLCanvasElement,
  aim: Aim,
): void {
  const { grid } = matrix;
  context.clearRect(0, 0, grid.width, grid.height);
  context.imageSmoothingEnabled = false;
  context.drawImage(cells, grid.left, grid.top, grid.n * grid.wide, grid.n * grid.high);
  if (grid.high >= 6) rule(context, matrix);
  if (grid.high >= 9) strike(context, matrix);
  alliances(context, matrix);
  if (grid.heads !== 'none') names(context, matrix, aim.pointed);
  mark(context, matrix, aim);
}

/** Hairlines between the cells. */
function rule(context: CanvasRenderingContext2D, { grid, inks }: MatrixPainting): void {
  const { n, left, top, wide, high } = grid;
  context.strokeStyle = inks.rule;
  context.lineWidth = 1;
  context.beginPath();
  for (let k = 0; k <= n; k++) {
    context.moveTo(left, top + k * high);
    context.lineTo(left + n * wide, top + k * high);
    context.moveTo(left + k * wide, top);
    context.lineTo(left + k * wide, top + n * high);
  }
  context.stroke();
}

/** Below this a value is too near to nought to be called ill will, or a loss. */
const FAINT = 0.1;

/** Cells below nought bear a stroke, so that their colour need not be seen: a minus. */
function strike(context: CanvasRenderingContext2D, { places, values, grid, inks }: MatrixPainting): void {
  const { n, left, top, wide, high } = grid;
  const half = Math.min(5, wide * 0.22);
  for (const [ink, isDeep] of [
    [inks.ink, false],
    [inks.leaf, true],
  ] as const) {
    context.strokeStyle = ink;
    context.lineWidth = 1.6;
    context.beginPath();
    for (let r = 0; r < n; r++)
      for (let c = 0; c < n; c++) {
        const value = values[places[r]!.actor * n + places[c]!.actor]!;
        if (!(value < -FAINT) || value < -0.55 !== isDeep) continue;
        const [x, y] = [left + (c + 0.5) * wide, top + (r + 0.5) * high];
        context.moveTo(x - half, y);
        context.lineTo(x + half, y);
      }
    context.stroke();
  }
}

/** Bars with letters along both edges, and frames round the cells of allies among themselves. */
function alliances(context: CanvasRenderingContext2D, { run, places, grid, inks }: MatrixPainting): void {
  const { left, top, wide, high } = grid;
  const hueOf = (alliance: number) => inks.hues[run.alliances[alliance]!.hue] ?? inks.hues[inks.hues.length - 1]!;
  for (const { alliance, from, to } of matrixGroupsOf(places)) {
    const { fill, edge } = hueOf(alliance);
    const [x, y] = [left + from * wide, top + from * high];
    const [width, height] = [(to - from) * wide, (to - from) * high];
    context.lineWidth = 1.5;
    context.strokeStyle = edge;
    context.strokeRect(x, y, width, height);
    for (const [bx, by, bw, bh] of [
      [left - MARKS + 3, y + 1, MARKS - 7, height - 2],
      [x + 1, top - MARKS + 3, width - 2, MARKS - 7],
    ] as const) {
      context.globalAlpha = 0.3;
      context.fillStyle = fill;
      context.fillRect(bx, by, bw, bh);
      context.globalAlpha = 1;
      context.strokeRect(bx, by, bw, bh);
      if (Math.min(bw, bh) >= 9) letter(context, run.alliances[alliance]!.letter, bx + bw / 2, by + bh / 2, inks);
    }
  }
  places.forEach(({ others }, k) => {
    others.slice(0, 2).forEach((alliance, place) => {
      context.fillStyle = hueOf(alliance).edge;
      context.fillRect(left - 3 - 3 * place, top + k * high + high * 0.25, 2, high * 0.5);
      context.fillRect(left + k * wide + wide * 0.25, top - 3 - 3 * place, wide * 0.5, 2);
    });
  });
}

function letter(context: CanvasRenderingContext2D, text: string, x: number, y: number, { ink, font }: Inks): void {
  context.font = `600 10.5px ${font}`;
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5);
}

function names(
  context: CanvasRenderingContext2D,
  { run, places, grid, inks }: MatrixPainting,
  pointed: number | undefined,
) {
  const { left, top, wide, high, heads } = grid;
  const isNumbered = heads === 'numbers';
  const edge = left - MARKS - 4;
  const side = isNumbered ? edge - NUMBER : edge;
  const most = Math.max(4, Math.floor((side - 4) / (LETTERS * 0.54)));
  context.textBaseline = 'middle';
  places.forEach(({ actor }, k) => {
    const name = shortName(run.actors[actor]!.name, most);
    const [x, y] = [left + (k + 0.5) * wide, top + (k + 0.5) * high];
    context.font = `${actor === pointed ? 600 : 400} ${LETTERS}px ${inks.font}`;
    context.fillStyle = actor === pointed ? inks.rubric : inks.ink;
    context.textAlign = 'right';
    context.fillText(name, side, y);
    if (isNumbered) {
      if (actor !== pointed) context.fillStyle = inks.quiet;
      context.fillText(String(k + 1), edge, y);
      context.textAlign = 'center';
      context.fillText(String(k + 1), x, top - MARKS - 6);
      return;
    }
    context.save();
    context.translate(x, top - MARKS - 2);
    context.rotate(-SLANT);
    context.textAlign = 'left';
    context.fillText(name, 0, 0);
    context.restore();
  });
}

/** The row and column of the actor that is pointed at, and the cell that is read out. */
function mark(context: CanvasRenderingContext2D, { places, grid, inks }: MatrixPainting, { pointed, cell }: Aim): void {
  const { n, left, top, wide, high } = grid;
  context.strokeStyle = inks.rubric;
  context.lineWidth = 1;
  const at = pointed === undefined ? -1 : places.findIndex(({ actor }) => actor === pointed);
  if (at >= 0) {
    context.strokeRect(left, top + at * high, n * wide, high);
    context.strokeRect(left + at * wide, top, wide, n * high);
  }
  if (!cell) return;
  context.lineWidth = 2.5;
  // A cell of two pixels would be lost: its mark is never smaller than this.
  const [width, height] = [Math.max(wide, 7), Math.max(high, 7)];
  context.strokeRect(
    left + (cell.column + 0.5) * wide - width / 2,
    top + (cell.row + 0.5) * high - height / 2,
    width,
    height,
  );
}
