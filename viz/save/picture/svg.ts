import { type Attributes, element, escaped, HEAD } from '../../../formats/xml.ts';
import type { Colour, Dots, Hatch, Mark, PathMark, Stroke, Transform, VectorPicture, Words } from './marks.ts';

/** What a picture is called, and what it is a picture of. */
export interface Label {
  title: string;
  says: string;
}

const short = (x: number): number => Math.round(x * 1_000) / 1_000;

/** A picture as SVG 1.1 that needs nothing beside itself: every mark bears its own colours, and no letters are fetched. */
export function svgOf({ width, height, paper, marks, hatches }: VectorPicture, { title, says }: Label): string {
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
  };
  const content = [
    element('title', {}, [escaped(title)]),
    element('desc', {}, [escaped(says)]),
    ...(hatches.length > 0 ? [element('defs', {}, hatches.map(patternOf))] : []),
    element('rect', { width, height, fill: paper }),
    ...marks.flatMap(elementsOf),
  ];
  return (
    HEAD +
    element(
      'svg',
      root,
      content.map((piece) => `\n${piece}`),
    )
  );
}

const nameOf = (hatch: number): string => `hatch-${hatch}`;

const patternOf = ({ size, outlines }: Hatch, k: number): string =>
  element(
    'pattern',
    { id: nameOf(k), width: size, height: size, patternUnits: 'userSpaceOnUse' },
    outlines.flatMap(outlineOf),
  );

function elementsOf(mark: Mark): string[] {
  if (mark.kind === 'outline') return outlineOf(mark);
  return mark.kind === 'words' ? wordsOf(mark) : [imageOf(mark)];
}

const moved = (matrix: Transform): Attributes => {
  if (matrix.every((x, k) => x === (k === 0 || k === 3 ? 1 : 0))) return {};
  const isShift = matrix[0] === 1 && matrix[1] === 0 && matrix[2] === 0 && matrix[3] === 1;
  const numbers = (isShift ? matrix.slice(4) : matrix).map(short).join(' ');
  return { transform: `${isShift ? 'translate' : 'matrix'}(${numbers})` };
};

const filled = (fill: Colour | undefined): Attributes => ({
  fill: fill?.hex ?? 'none',
  'fill-opacity': fill && fill.alpha < 1 ? fill.alpha : undefined,
});

function stroked(stroke: Stroke | undefined): Attributes {
  if (!stroke) return {};
  const { hex, alpha, width, dash, cap, join } = stroke;
  return {
    stroke: hex,
    'stroke-opacity': alpha < 1 ? alpha : undefined,
    'stroke-width': width === 1 ? undefined : short(width),
    'stroke-dasharray': dash.length > 0 ? dash.map(short).join(' ') : undefined,
    'stroke-linecap': cap === 'butt' ? undefined : cap,
    'stroke-linejoin': join === 'miter' ? undefined : join,
  };
}

/** Colour and hatching are drawn one above the other. */
function outlineOf({ path, matrix, fill, hatch, stroke }: PathMark): string[] {
  const place = { d: path, ...moved(matrix) };
  const surfaces = [
    ...(fill || stroke ? [{ ...filled(fill), ...(hatch === undefined ? stroked(stroke) : {}) }] : []),
    ...(hatch === undefined ? [] : [{ fill: `url(#${nameOf(hatch)})`, ...stroked(stroke) }]),
  ];
  return surfaces.map((surface) => element('path', { ...place, ...surface }));
}

/** The halo is an element of its own, since not every program knows in which order to paint one text. */
function wordsOf({ text, x, y, anchor, matrix, size, family, weight, slant, fill, halo }: Words): string[] {
  const place = {
    x: short(x),
    y: short(y),
    ...moved(matrix),
    'font-family': family.replaceAll('"', "'"),
    'font-size': short(size),
    'font-weight': weight === '400' ? undefined : weight,
    'font-style': slant === 'normal' ? undefined : slant,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'xml:space': 'preserve',
  };
  const said = [escaped(text)];
  return [
    ...(halo ? [element('text', { ...place, fill: 'none', ...stroked(halo), 'aria-hidden': 'true' }, said)] : []),
    element('text', { ...place, ...filled(fill) }, said),
  ];
}

const imageOf = ({ png, x, y, width, height }: Dots): string =>
  element('image', { x, y, width, height, 'xlink:href': `data:image/png;base64,${png}` });
