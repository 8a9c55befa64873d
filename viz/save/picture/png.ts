import { t } from '../../i18n/index.ts';
import type { Colour, Hatch, Mark, PathMark, Stroke, VectorPicture, Words } from './marks.ts';

/** Dots to a pixel of the page, for projectors and print. */
const SHARPNESS = 2;
/** Dots that every browser lets a canvas have along a side. */
const LONGEST = 8_192;

const seen = ({ hex, alpha }: Colour): string => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
};

/**
 * A picture as a PNG. It is drawn here mark by mark: a browser that is told to show no stranger's images would not draw an SVG.
 * Rejects with a sentence where the browser gives no canvas of that size.
 */
export async function pngOf(picture: VectorPicture): Promise<Blob> {
  const scale = Math.min(SHARPNESS, LONGEST / Math.max(picture.width, picture.height));
  const canvas = canvasOf(picture.width * scale, picture.height * scale);
  const pen = penOf(canvas);
  pen.scale(scale, scale);
  pen.fillStyle = picture.paper;
  pen.fillRect(0, 0, picture.width, picture.height);
  const tiles = picture.hatches.map((hatch) => tileOf(hatch, scale));
  for (const mark of picture.marks) draw(pen, mark, tiles);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error(t('save.tooLarge'));
  return blob;
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return canvas;
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error(t('save.tooLarge'));
  return pen;
}

interface Tile {
  canvas: HTMLCanvasElement;
  /** Pixels of the page to a dot of it. */
  grain: number;
}

function tileOf({ size, outlines }: Hatch, scale: number): Tile {
  const dots = Math.max(1, Math.round(size * scale));
  const canvas = canvasOf(dots, dots);
  const pen = penOf(canvas);
  pen.scale(dots / size, dots / size);
  for (const outline of outlines) drawOutline(pen, outline, []);
  return { canvas, grain: size / dots };
}

function draw(pen: CanvasRenderingContext2D, mark: Mark, tiles: readonly Tile[]): void {
  pen.save();
  if (mark.kind === 'outline') drawOutline(pen, mark, tiles);
  else if (mark.kind === 'words') drawWords(pen, mark);
  else pen.drawImage(mark.canvas, mark.x, mark.y, mark.width, mark.height);
  pen.restore();
}

function hold(pen: CanvasRenderingContext2D, stroke: Stroke): void {
  pen.strokeStyle = seen(stroke);
  pen.lineWidth = stroke.width;
  pen.setLineDash([...stroke.dash]);
  pen.lineCap = stroke.cap;
  pen.lineJoin = stroke.join;
}

function drawOutline(pen: CanvasRenderingContext2D, outline: PathMark, tiles: readonly Tile[]): void {
  const { path, matrix, fill, hatch, stroke } = outline;
  pen.transform(...matrix);
  const shape = new Path2D(path);
  if (fill) {
    pen.fillStyle = seen(fill);
    pen.fill(shape);
  }
  const tile = hatch === undefined ? undefined : tiles[hatch];
  const pattern = tile && pen.createPattern(tile.canvas, 'repeat');
  if (tile && pattern) {
    pattern.setTransform(new DOMMatrix([tile.grain, 0, 0, tile.grain, 0, 0]));
    pen.fillStyle = pattern;
    pen.fill(shape);
  }
  if (stroke) {
    hold(pen, stroke);
    pen.stroke(shape);
  }
}

function drawWords(pen: CanvasRenderingContext2D, words: Words): void {
  const { text, x, y, anchor, matrix, size, family, weight, slant, fill, halo } = words;
  pen.transform(...matrix);
  pen.font = `${slant} ${weight} ${size}px ${family}`;
  pen.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left';
  if (halo) {
    hold(pen, halo);
    pen.strokeText(text, x, y);
  }
  pen.fillStyle = seen(fill);
  pen.fillText(text, x, y);
}
