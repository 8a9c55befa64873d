import { DUTY, PLATE } from './arrange.ts';
import type { Box } from './labels.ts';
import type { NodeMark } from './marks.ts';
import { type DrawnObligation, OBLIGATION_PATHS } from './obligations.ts';
import { hueOf, type NetworkPicture, type Palette } from './palette.ts';

/** Names of the largest actors, and of the one that is pointed at. */
export function paintNames(pen: CanvasRenderingContext2D, picture: NetworkPicture): void {
  const { scene, palette, pointed, width } = picture;
  const { nodes } = scene;
  const name = ({ name, size, label }: NodeMark, colour: string): void => {
    const [x, y] = [label.x + label.width / 2, label.y + label.height / 2];
    stamp(pen, picture, { text: name, font: `500 ${size}px`, size, colour, halo: HALO }, x, y);
  };
  for (const node of nodes) if (node.label.width > 0 && node.actor !== pointed) name(node, palette.ink);
  const meant = pointed === undefined ? undefined : nodes[pointed];
  if (meant) name(meant.label.width > 0 ? meant : { ...meant, label: beside(meant, width) }, palette.rubric);
}

/** Room around letters for the halo that parts them from what they stand on, px. */
const HALO = 3;

interface Lettering {
  text: string;
  /** Weight and size, as CSS has them. */
  font: string;
  size: number;
  colour: string;
  halo: number;
}

interface Stamp {
  picture: OffscreenCanvas;
  width: number;
  height: number;
}

/** Texts as they were last written: the same letters again would cost as much as all else that is painted. */
const stamps = new WeakMap<Palette, Map<string, Stamp>>();

function stamp(pen: CanvasRenderingContext2D, picture: NetworkPicture, letters: Lettering, x: number, y: number): void {
  const { palette, ratio } = picture;
  const written = stamps.get(palette) ?? new Map<string, Stamp>();
  stamps.set(palette, written);
  const key = `${letters.font} ${letters.colour} ${letters.halo} ${ratio} ${letters.text}`;
  const own = written.get(key) ?? write(letters, palette, ratio);
  written.set(key, own);
  // On whole pixels, or letters would blur.
  const left = Math.round((x - own.width / 2) * ratio) / ratio;
  const top = Math.round((y - own.height / 2) * ratio) / ratio;
  pen.drawImage(own.picture, left, top, own.width, own.height);
}

function write({ text, font, size, colour, halo }: Lettering, palette: Palette, ratio: number): Stamp {
  const whole = `${font} ${palette.font}`;
  const ruler = new OffscreenCanvas(1, 1).getContext('2d')!;
  ruler.font = whole;
  const columns = Math.max(1, Math.ceil((ruler.measureText(text).width + 2 * halo) * ratio));
  const rows = Math.ceil((size * 1.5 + 2 * halo) * ratio);
  const picture = new OffscreenCanvas(columns, rows);
  const pen = picture.getContext('2d')!;
  pen.setTransform(ratio, 0, 0, ratio, columns / 2, rows / 2);
  pen.font = whole;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  if (halo > 0) {
    pen.lineJoin = 'round';
    pen.lineWidth = halo + 0.5;
    pen.strokeStyle = palette.paper;
    pen.strokeText(text, 0, 0);
  }
  pen.fillStyle = colour;
  pen.fillText(text, 0, 0);
  return { picture, width: columns / ratio, height: rows / ratio };
}

/** Above the disc, or where that would leave the picture as near to it as may be. */
function beside({ x, y, r }: NodeMark, width: number): Box {
  const half = 60;
  return {
    x: Math.max(half, Math.min(width - half, x)),
    y: y - r - 12 < 8 ? y + r + 12 : y - r - 12,
    width: 0,
    height: 0,
  };
}

const signs = new Map<DrawnObligation, Path2D>();

function signOf(duty: DrawnObligation): Path2D {
  const sign = signs.get(duty) ?? new Path2D(OBLIGATION_PATHS[duty]);
  signs.set(duty, sign);
  return sign;
}

/** Letters of the alliances that have room for one, each with what it binds to. */
export function paintPlates(pen: CanvasRenderingContext2D, picture: NetworkPicture): void {
  const { scene, palette } = picture;
  for (const { alliance, tag, label, duties } of scene.outlines) {
    if (tag === '') continue;
    pen.beginPath();
    pen.roundRect(label.x, label.y, label.width, label.height, label.height / 2);
    pen.fillStyle = palette.leaf;
    pen.fill();
    pen.strokeStyle = hueOf(picture, alliance).edge;
    pen.lineWidth = 1.5;
    pen.stroke();
    pen.fillStyle = palette.ink;
    duties.forEach((duty, k) => {
      pen.save();
      pen.translate(label.x + PLATE - 1 + k * DUTY.room, label.y + (label.height - DUTY.side) / 2);
      pen.fill(signOf(duty));
      pen.restore();
    });
    const taken = duties.length * DUTY.room;
    const letter = { text: tag, font: '12px', size: 12, colour: palette.ink, halo: 0 };
    stamp(pen, picture, letter, label.x + taken + (label.width - taken) / 2, label.y + label.height / 2);
  }
}
