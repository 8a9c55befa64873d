import { colourOf } from './colour.ts';
import {
  type Dots,
  type Hatch,
  type Mark,
  type PathMark,
  type Transform,
  UNMOVED,
  type VectorPicture,
} from './marks.ts';

import { shapeOf } from './shape.ts';
import { computedFill, computedStroke, patternOf, seenOf } from './style.ts';
import { linesOf, wordsOf } from './words.ts';

/** What in a part of the page is the picture: drawings, and the words beside them that say what they mean. */
const DRAWN = 'svg:not(.icon, .glyph), canvas, .legend, table.bars, .veil, .spot-line';

/** Around a picture, in pixels. */
const MARGIN = 16;

interface Place {
  left: number;
  top: number;
}

/** The picture that an element of the page shows, as it looks now; undefined where it shows none. */
export function readPicture(root: Element): VectorPicture | undefined {
  const parts = [...root.querySelectorAll(DRAWN)].filter(
    (part) => part.checkVisibility() && !part.closest('.stage-tools') && part.getBoundingClientRect().width > 0,
  );
  const drawings = parts.filter((part) => part.matches('svg, canvas'));
  if (drawings.length === 0) return undefined;
  const boxes = parts.filter((part) => !part.matches('.veil')).map((part) => part.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
  const hatches = createHatches();
  return {
    width: Math.ceil(Math.max(...boxes.map((box) => box.right)) - left + MARGIN),
    height: Math.ceil(Math.max(...boxes.map((box) => box.bottom)) - top + MARGIN),
    paper: paperOf(root),
    marks: parts.flatMap((part) => marksOf(part, root, { left, top }, hatches)),
    hatches: hatches.all,
  };
}

/** The colour that lies below an element. */
function paperOf(element: Element): string {
  for (let holder: Element | null = element; holder; holder = holder.parentElement) {
    const { hex, alpha } = colourOf(getComputedStyle(holder).backgroundColor);
    if (alpha === 1) return hex;
  }
  return '#ffffff';
}

type Hatches = ReturnType<typeof createHatches>;

/** The hatchings that are needed, each read once. */
function createHatches() {
  const all: Hatch[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    numberOf(id: string): number {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, all.push(hatchOf(document.getElementById(id))) - 1);
      return all.length - 1;
    },
  };
}

function hatchOf(pattern: Element | null): Hatch {
  if (!(pattern instanceof SVGPatternElement)) return { size: 8, outlines: [] };
  const outlines = [...pattern.querySelectorAll<SVGElement>('path, rect, circle')].flatMap((element): PathMark[] => {
    const style = getComputedStyle(element);
    const path = shapeOf(element);
    const [fill, stroke] = [computedFill(style, 1), computedStroke(style, 1)];
    return path && (fill || stroke) ? [{ kind: 'outline', path, matrix: UNMOVED, fill, hatch: undefined, stroke }] : [];
  });
  return { size: pattern.width.baseVal.value, outlines };
}

function marksOf(part: Element, root: Element, place: Place, hatches: Hatches): Mark[] {
  if (part instanceof HTMLCanvasElement) return [dotsOf(part, place)];
  if (part instanceof SVGSVGElement)
    return [...part.querySelectorAll<SVGGraphicsElement>('path, rect, circle, line, polygon, polyline, text')]
      .filter((element) => !element.closest('defs, clipPath, mask'))
      .flatMap((element) => markOf(element, root, place, hatches));
  if (part.matches('.veil, .spot-line')) return [momentOf(part, place)];
  return linesOf(part, place.left, place.top);
}

function markOf(element: SVGGraphicsElement, root: Element, { left, top }: Place, hatches: Hatches): Mark[] {
  const on = element.getScreenCTM();
  const seen = seenOf(element, root);
  if (!on || seen === 0) return [];
  const matrix: Transform = [on.a, on.b, on.c, on.d, on.e - left, on.f - top];
  if (element instanceof SVGTextElement) return wordsOf(element, matrix, root);
  const path = shapeOf(element);
  const style = getComputedStyle(element);
  const [fill, stroke, pattern] = [computedFill(style, seen), computedStroke(style, seen), patternOf(style)];
  if (!path || !(fill || stroke || pattern)) return [];
  const hatch = pattern === undefined ? undefined : hatches.numberOf(pattern);
  return [{ kind: 'outline', path, matrix, fill, hatch, stroke }];
}

/** The line that says where the run stands. */
function momentOf(element: Element, { left, top }: Place): PathMark {
  const { left: x, top: from, bottom: to } = element.getBoundingClientRect();
  const colour = colourOf(getComputedStyle(element).borderLeftColor);
  return {
    kind: 'outline',
    path: `M${x - left + 1} ${from - top}V${to - top}`,
    matrix: UNMOVED,
    fill: undefined,
    hatch: undefined,
    stroke: { ...colour, width: 2, dash: [], cap: 'butt', join: 'miter' },
  };
}

function dotsOf(canvas: HTMLCanvasElement, { left, top }: Place): Dots {
  const { left: x, top: y, width, height } = canvas.getBoundingClientRect();
  const png = canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
  return { kind: 'dots', png, canvas, x: x - left, y: y - top, width, height };
}
