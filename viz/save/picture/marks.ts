// A picture as a list of marks, all that any viewer and any canvas can draw: no styles, no references, no fonts that must be there.

/** Of x and y as a canvas and an SVG take it: a b c d e f. */
export type Transform = readonly [number, number, number, number, number, number];

/** sRGB as #rrggbb, and how much of it covers what lies below: 0 … 1. */
export interface Colour {
  hex: string;
  alpha: number;
}

export interface Stroke extends Colour {
  width: number;
  dash: readonly number[];
  cap: 'butt' | 'round' | 'square';
  join: 'miter' | 'round' | 'bevel';
}

export interface PathMark {
  kind: 'outline';
  /** As in the d of an SVG path. */
  path: string;
  matrix: Transform;
  fill: Colour | undefined;
  /** Number of the hatching that fills it. */
  hatch: number | undefined;
  stroke: Stroke | undefined;
}

export interface Words {
  kind: 'words';
  text: string;
  /** Where their baseline begins, ends or has its middle, by the anchor. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  matrix: Transform;
  size: number;
  family: string;
  weight: string;
  slant: 'normal' | 'italic';
  fill: Colour;
  /** Drawn around the letters and below them, so that they can be read on anything. */
  halo: Stroke | undefined;
}

/** A part that was drawn in dots: its bytes are a PNG, in base64. */
export interface Dots {
  kind: 'dots';
  png: string;
  canvas: HTMLCanvasElement;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Mark = PathMark | Words | Dots;

/** A square tile of outlines that is laid over a surface. */
export interface Hatch {
  size: number;
  outlines: readonly PathMark[];
}

/** Width and height in pixels of the page. */
export interface VectorPicture {
  width: number;
  height: number;
  paper: string;
  marks: readonly Mark[];
  hatches: readonly Hatch[];
}

export const UNMOVED: Transform = [1, 0, 0, 1, 0, 0];
