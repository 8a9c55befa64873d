import { DUTY, PLATE } from './arrange.ts';
import { DUTY_PATHS, type Duty } from './duties.ts';
import type { Box } from './labels.ts';
import type { NodeMark } from './marks.ts';
import { hueOf, type Picture } from './palette.ts';

/** Names of the largest actors, and of the one that is pointed at. */
export function paintNames(
  pen: CanvasRenderingContext2D,
  { scene: { nodes }, palette, pointed, width }: Picture,
): void {
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = 3.5;
  pen.strokeStyle = palette.paper;
  const write = ({ name, size, label }: NodeMark, colour: string): void => {
    pen.font = `500 ${size}px ${palette.font}`;
    pen.fillStyle = colour;
    const [x, y] = [label.x + label.width / 2, label.y + label.height / 2];
    pen.strokeText(name, x, y);
    pen.fillText(name, x, y);
  };
  for (const node of nodes) if (node.label.width > 0 && node.actor !== pointed) write(node, palette.ink);
  const meant = pointed === undefined ? undefined : nodes[pointed];
  if (meant) write(meant.label.width > 0 ? meant : { ...meant, label: beside(meant, width) }, palette.rubric);
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

const signs = new Map<Duty, Path2D>();

function signOf(duty: Duty): Path2D {
  const sign = signs.get(duty) ?? new Path2D(DUTY_PATHS[duty]);
  signs.set(duty, sign);
  return sign;
}

/** Letters of the alliances that have room for one, each with what it binds to. */
export function paintPlates(pen: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, palette } = picture;
  pen.font = `12px ${palette.font}`;
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
    pen.fillText(tag, label.x + taken + (label.width - taken) / 2, label.y + label.height / 2);
  }
}
