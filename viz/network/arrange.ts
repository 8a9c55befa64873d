import type { AllianceView, RunView } from '../run-view/run-view.ts';
import { shortened, textWidth } from '../ui/label-text.ts';
import type { Size } from '../ui/measure.ts';
import { type Box, placeLabels, type Wish } from './labels.ts';
import { type AllianceOutline, LARGE, type NodeMark } from './marks.ts';
import type { Point, Ring } from './outline-geometry.ts';
import type { Sight } from './sight.ts';

const TAG_SIZE = 12;

/** Where there is little room outlines bear letters only, and actors shorter names; the table has the whole. */
export const isTerse = ({ width }: Size): boolean => width < 600;

/** Letters of an actor's name and their size; room around the outermost nodes, for outlines, names and the stage's own buttons. */
const ROOMY = { letters: 24, size: 13, x: 72, top: 68, bottom: 62 };
const TERSE = { letters: 15, size: 11.5, x: 42, top: 30, bottom: 36 };
export const lettering = (room: Size): typeof ROOMY => (isTerse(room) ? TERSE : ROOMY);

/** What stands on an outline. Where there is little room it is the letter alone, which the list of alliances explains. */
export const tagOf = ({ letter, short }: AllianceView): string => `${letter}  ${shortened(short, 34)}`;

/** Side of the sign of a duty on a plate, and the room it takes. */
export const DUTY = { side: 12, room: 15 };
/** Room on a plate before and after what stands on it. */
export const PLATE = 9;

/** Weight of the stage's own buttons: a text on another can be read in part, under a button it is gone. */
const BURIED = 20;

/** Around a disc and its rings. */
const HALO = 6;

/** Of a large world only the strongest bear their names, and only so many alliances their letters. */
const NAMED = 20;
const PLATED = 24;

/** Gives every name and plate its place. */
export function arrange(run: RunView, nodes: NodeMark[], outlines: AllianceOutline[], size: Size, sight: Sight): void {
  const top = sight.hidden + 4;
  const room = { x: 4, y: top, width: size.width - 8, height: size.height - 4 - top };
  const discs = nodes.map(({ x, y, r }) => around(x, y, r + HALO));
  const taken = [...discs, { ...sight.tools, weight: BURIED }];
  const crowded = nodes.length > LARGE;
  const named = crowded ? [...nodes].sort((a, b) => b.r - a.r || a.actor - b.actor).slice(0, NAMED) : nodes;
  const names = placeLabels(named.map(nameWish), taken, room);
  named.forEach((node, k) => {
    node.label = names[k]!;
  });
  const hueOf = ({ alliance }: AllianceOutline): number => run.alliances[alliance]!.hue;
  const plated = crowded ? outlines.filter((outline) => hueOf(outline) >= 0).slice(0, PLATED) : outlines;
  if (crowded) for (const outline of outlines) if (!plated.includes(outline)) outline.tag = '';
  const wishes = plated.map((outline) => plateWish(run, outline));
  placeLabels(wishes, [...taken, ...names], room).forEach((box, k) => {
    const outline = plated[k]!;
    outline.label = box;
    if (box.width < wishes[k]!.width) outline.tag = run.alliances[outline.alliance]!.letter;
  });
}

function nameWish({ name, size, x, y, r }: NodeMark): Wish {
  const wide = textWidth(name, size);
  const aside = r + 6 + wide / 2;
  return {
    width: wide,
    height: size + 3,
    at: [
      [x, y + r + 14],
      [x, y - r - 14],
      [x + aside, y],
      [x - aside, y],
      [x + aside, y + 10],
      [x - aside, y + 10],
      [x + aside, y - 10],
      [x - aside, y - 10],
    ],
  };
}

function plateWish(run: RunView, { alliance, rings, tag, duties }: AllianceOutline): Wish {
  const wide = (text: string): number => textWidth(text, TAG_SIZE) + 2 * PLATE + duties.length * DUTY.room;
  return {
    width: wide(tag),
    short: wide(run.alliances[alliance]!.letter),
    height: 20,
    at: DIRECTIONS.map((direction) => farthest(rings, direction)),
  };
}

/** Where a plate may stand on an outline: above it at best, then below, then at its sides. */
const DIRECTIONS = [270, 300, 240, 330, 210, 90, 60, 120, 30, 150, 0, 180].map((degrees): Point => {
  const turn = (degrees / 180) * Math.PI;
  return [Math.cos(turn), Math.sin(turn)];
});

/** The point of an outline that lies farthest in a direction. */
function farthest(rings: readonly Ring[], [dx, dy]: Point): Point {
  let best: Point = [0, 0];
  let most = Number.NEGATIVE_INFINITY;
  for (const ring of rings)
    for (const point of ring) {
      const reach = point[0] * dx + point[1] * dy;
      if (reach > most) [best, most] = [point, reach];
    }
  return best;
}

const around = (x: number, y: number, r: number): Box => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
