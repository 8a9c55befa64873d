export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Hindrance extends Box {
  /** How many times as bad it is to stand on it as on another text. */
  weight?: number;
}

/** A text that may stand in several places, the first being the best, and perhaps in a shorter form. */
export interface Wish {
  width: number;
  height: number;
  /** Centres. */
  at: readonly (readonly [x: number, y: number])[];
  /** Width of the shorter form. */
  short?: number;
}

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** What it costs to say less, in square pixels hidden. */
const TERSENESS = 240;

interface Choice {
  box: Box;
  cost: number;
}

/**
 * A place for each text, in turn: the one that hides least of what stands already and of the texts before it, and of equals
 * the earlier. Texts stay inside the room.
 */
export function placeLabels(wishes: readonly Wish[], obstacles: readonly Hindrance[], room: Box): Box[] {
  const taken: Hindrance[] = [...obstacles];
  return wishes.map((wish) => {
    const near = within(reachOf(wish, room), taken);
    const full = cheapest(wish, wish.width, near, room);
    const short = wish.short === undefined ? undefined : cheapest(wish, wish.short, near, room);
    const { box } = short && short.cost + TERSENESS < full.cost ? short : full;
    taken.push(box);
    return box;
  });
}

/** All that a text could hide, wherever it may stand; a text that is moved back into the room is near its edge. */
function reachOf({ width, height, at }: Wish, room: Box): Box {
  const into = (low: number, high: number, value: number): number => Math.max(low, Math.min(high, value));
  const xs = at.map(([x]) => into(room.x, room.x + room.width, x));
  const ys = at.map(([, y]) => into(room.y, room.y + room.height, y));
  const [x, y] = [Math.min(...xs) - width, Math.min(...ys) - height];
  return { x, y, width: Math.max(...xs) + width - x, height: Math.max(...ys) + height - y };
}

/** Those that overlap with the box. */
function within(box: Box, taken: readonly Hindrance[]): Hindrance[] {
  const found: Hindrance[] = [];
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  for (const other of taken)
    if (other.x < right && box.x < other.x + other.width && other.y < bottom && box.y < other.y + other.height)
      found.push(other);
  return found;
}

function cheapest({ height, at }: Wish, width: number, taken: readonly Hindrance[], room: Box): Choice {
  let best: Choice = { box: { x: room.x, y: room.y, width, height }, cost: Infinity };
  at.forEach(([cx, cy], k) => {
    const box = {
      x: Math.max(room.x, Math.min(room.x + room.width - width, cx - width / 2)),
      y: Math.max(room.y, Math.min(room.y + room.height - height, cy - height / 2)),
      width,
      height,
    };
    const moved = Math.abs(box.x - (cx - width / 2)) + Math.abs(box.y - (cy - height / 2));
    let hidden = 0;
    for (const other of taken) {
      hidden += shared(box, other) * (other.weight ?? 1);
      if (hidden >= best.cost) return;
    }
    const cost = hidden + moved * 4 + k * 2;
    if (cost < best.cost) best = { box, cost };
  });
  return best;
}
