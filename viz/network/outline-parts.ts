import { type Circle, distanceToLine, hullOfMiddles, isNearHull, type Point } from './outline-geometry.ts';

/** A way from one member to another, around everybody else. */
export type Link = readonly Point[];

/** What an outline is made of: groups with nobody else between them, and links from group to group. */
export interface OutlineParts {
  groups: Circle[][];
  links: Link[];
}

/**
 * Joins those that lie next to each other, and leads links around strangers to the others.
 * @param half width of a link to either side; without it links are straight.
 */
export function partsOf(members: readonly Circle[], strangers: readonly Circle[], half?: number): OutlineParts {
  const groupOf = members.map((member) => [member]);
  const links: Link[] = [];
  for (const [a, b] of spanningTree(members, strangers)) {
    const [first, second] = [groupOf[a]!, groupOf[b]!];
    const both = [...first, ...second];
    if (isFree(both, strangers)) for (const member of both) groupOf[members.indexOf(member)] = both;
    else links.push(linkBetween(middleOf(members[a]!), middleOf(members[b]!), strangers, half));
  }
  return { groups: [...new Set(groupOf)], links };
}

function isFree(group: readonly Circle[], strangers: readonly Circle[]): boolean {
  const middles = hullOfMiddles(group);
  return !strangers.some(({ x, y, r }) => isNearHull(x, y, middles, r));
}

/** A stranger on the way makes it so much longer: then another way may be the shorter. */
const PASSED = 0.6;
/** Strangers on the way are not counted where that would be so many looks: the ways are then short anyway. */
const MANY = 6_000;

type Edge = readonly [a: number, b: number, length: number];

/** The shortest ways by which all hang together (Prim 1957), the shortest first. */
function spanningTree(members: readonly Circle[], strangers: readonly Circle[]): Edge[] {
  const counted = members.length ** 2 * strangers.length > MANY ? [] : strangers;
  const lengthOf = (a: Circle, b: Circle): number => {
    let passed = 0;
    for (const { x, y, r } of counted) if (distanceToLine(x, y, [a.x, a.y], [b.x, b.y]) < r) passed++;
    return Math.hypot(b.x - a.x, b.y - a.y) * (1 + PASSED * passed);
  };
  const nearest = members.map(() => ({ to: 0, length: Number.POSITIVE_INFINITY }));
  const left = new Set(members.keys());
  const edges: Edge[] = [];
  for (let at = 0; left.delete(at) && left.size > 0; ) {
    let next = -1;
    for (const k of left) {
      const length = lengthOf(members[at]!, members[k]!);
      if (length < nearest[k]!.length) nearest[k] = { to: at, length };
      if (next < 0 || nearest[k]!.length < nearest[next]!.length) next = k;
    }
    edges.push([nearest[next]!.to, next, nearest[next]!.length]);
    at = next;
  }
  return edges.sort((a, b) => a[2] - b[2]);
}

/** How far beside the straight way a link may lead, in halves of its width. */
const BESIDE = 12;

/** Ways that are tried for one link; after them it only passes each stranger on the nearer side. */
const TRIES = 16;

const middleOf = ({ x, y }: Circle): Point => [x, y];

function linkBetween(a: Point, b: Point, strangers: readonly Circle[], half: number | undefined): Link {
  if (half === undefined) return [a, b];
  const near = strangers.filter(({ x, y, r }) => distanceToLine(x, y, a, b) < r + BESIDE * half);
  const { turns } = wayBetween(a, b, { strangers: near, half, tries: near.length > CROWD ? 0 : TRIES }, DEEPEST);
  return straightened([a, ...turns, b], near, half);
}

interface Search {
  strangers: readonly Circle[];
  half: number;
  /** How many are left. */
  tries: number;
}

interface Way {
  /** Where it turns. */
  turns: Point[];
  /** Its length, and more where it must run too near to a stranger. */
  cost: number;
}

/** How often a way is divided by a turn; more would only wind. */
const DEEPEST = 4;
/** Among so many strangers one way is as good as another. */
const CROWD = 40;
/** What a pixel too near to a stranger is worth, in pixels of length. */
const TOO_NEAR = 12;

/** The shorter of the two ways around the stranger that is most in the way, each to either side again. */
function wayBetween(a: Point, b: Point, search: Search, depth: number): Way {
  const { strangers, half } = search;
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const { worst, most } = inTheWay(a, b, strangers, half);
  if (!worst || depth === 0 || length < worst.r) return { turns: [], cost: length + TOO_NEAR * most };
  const [normalX, normalY] = [(a[1] - b[1]) / length, (b[0] - a[0]) / length];
  // The nearer side is the one on which the straight way passes already.
  const side = (a[0] - worst.x) * normalX + (a[1] - worst.y) * normalY < 0 ? -1 : 1;
  let best: Way | undefined;
  for (const reach of [side, -side]) {
    if (best && search.tries-- <= 0) break;
    const out = reach * (worst.r + half + 1);
    const turn: Point = [worst.x + normalX * out, worst.y + normalY * out];
    const there = wayBetween(a, turn, search, depth - 1);
    if (best && there.cost >= best.cost) continue;
    const on = wayBetween(turn, b, search, depth - 1);
    const cost = there.cost + on.cost;
    if (!best || cost < best.cost) best = { turns: [...there.turns, turn, ...on.turns], cost };
  }
  return best!;
}

/** The stranger that a straight way comes nearest to, for its size, and by how much too near. */
function inTheWay(a: Point, b: Point, strangers: readonly Circle[], half: number): { worst?: Circle; most: number } {
  let worst: Circle | undefined;
  let most = 0;
  const [ax, ay] = a;
  const [dx, dy] = [b[0] - ax, b[1] - ay];
  const length = dx * dx + dy * dy || 1;
  // Written out, without a root where none is needed: all ways are measured against all strangers about them.
  for (const stranger of strangers) {
    const reach = stranger.r + half / 2 - most;
    if (reach <= 0) continue;
    const [x, y] = [stranger.x - ax, stranger.y - ay];
    const share = Math.max(0, Math.min(1, (x * dx + y * dy) / length));
    const [offX, offY] = [x - share * dx, y - share * dy];
    const off = offX * offX + offY * offY;
    if (off < reach * reach) [worst, most] = [stranger, most + reach - Math.sqrt(off)];
  }
  return worst ? { worst, most } : { most };
}

/** Without the turns that nobody makes it take. */
function straightened(link: readonly Point[], strangers: readonly Circle[], half: number): Link {
  const kept: Point[] = [link[0]!];
  for (let k = 1; k < link.length - 1; k++)
    if (inTheWay(kept[kept.length - 1]!, link[k + 1]!, strangers, half).worst) kept.push(link[k]!);
  return [...kept, link[link.length - 1]!];
}
