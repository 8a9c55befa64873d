import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Replay } from '../sim/results/replay.ts';

/** Position of every actor, 0 … 1 across and down. It is the same for the whole run, so that only alliances move. */
export type Layout = readonly (readonly [x: number, y: number])[];

/** The parts of a run from which the layout is computed. */
export type Ties = Pick<Replay, 'ticks' | 'actors' | 'alliances'>;

/** More actors than this are laid out in fewer rounds, by the strongest of their ties. */
const MANY = 150;

interface Node extends SimulationNodeDatum {
  index: number;
  homeX: number;
  homeY: number;
}

const WIDTH = 900;
const HEIGHT = 560;

/** Share of the run that two actors spend in one alliance, row-major; a small alliance counts more than a large one. */
export function togetherness({ ticks, actors, alliances }: Ties): Float64Array {
  const n = actors.length;
  const index = new Map(actors.map(({ id }, k) => [id, k]));
  const share = new Float64Array(n * n);
  for (const record of alliances) {
    const spans = record.spans
      .filter(({ actor }) => index.has(actor))
      .map(({ actor, from, to }) => ({
        row: index.get(actor)!,
        from: Math.max(0, from),
        to: Math.min(ticks, to ?? ticks),
      }))
      .filter(({ from, to }) => from < to);
    for (const a of spans)
      for (const b of spans) {
        const together = Math.min(a.to, b.to) - Math.max(a.from, b.from);
        if (a.row !== b.row && together > 0)
          share[a.row * n + b.row]! += together / ticks / Math.sqrt(spans.length - 1);
      }
  }
  return share;
}

/**
 * Maps each value to the mean of its rank and of its relative position between least and most, 0 … 1: this spreads crowded regions
 * and keeps the order.
 */
function opened(values: readonly number[]): number[] {
  const low = Math.min(...values);
  const width = Math.max(...values) - low || 1;
  const order = values.map((_, k) => k).sort((a, b) => values[a]! - values[b]! || a - b);
  const rank = new Array<number>(values.length);
  order.forEach((k, r) => {
    rank[k] = values.length > 1 ? r / (values.length - 1) : 0.5;
  });
  return values.map((value, k) => (rank[k]! * 2 + (value - low) / width) / 3);
}

/** Initial positions: on the map if every actor has a location, else on a circle in the order of the scenario. */
export function startPositions(actors: Ties['actors']): [number, number][] {
  if (actors.length > 2 && actors.every(({ location }) => location)) {
    const x = opened(actors.map(({ location }) => location!.longitude));
    const y = opened(actors.map(({ location }) => -location!.latitude));
    return actors.map((_, k) => [x[k]!, y[k]!]);
  }
  return actors.map((_, k) => {
    const angle = (2 * Math.PI * k) / actors.length - Math.PI / 2;
    return [0.5 + 0.42 * Math.cos(angle), 0.5 + 0.42 * Math.sin(angle)];
  });
}

/**
 * Force-directed layout (d3-force) by joint alliance membership over the whole run and by affinity of interests. It runs to rest
 * before anything is drawn, and yields after each round. d3-force uses no random numbers of the machine, so the same run always has
 * the same layout.
 * @param affinity of all pairs at the start, row-major, −1 … 1.
 */
export function* layOut(ties: Ties, affinity?: ArrayLike<number>): Generator<undefined, Layout> {
  const n = ties.actors.length;
  if (n === 1) return [[0.5, 0.5]];
  const mapped = ties.actors.every(({ location }) => location);
  const nodes: Node[] = startPositions(ties.actors).map(([x, y], index) => ({
    index,
    x: x * WIDTH,
    y: y * HEIGHT,
    homeX: x * WIDTH,
    homeY: y * HEIGHT,
  }));
  const links = linksOf(ties, affinity);
  const room = Math.sqrt((WIDTH * HEIGHT) / n);
  const simulation = forceSimulation(nodes)
    .stop()
    .force(
      'link',
      forceLink<Node, (typeof links)[number]>(links)
        .distance(room * 0.85)
        .strength(({ pull }) => pull),
    )
    .force('apart', forceManyBody().strength(-room * 3.2))
    .force('collide', forceCollide(room * 0.42).iterations(2))
    .force('x', forceX<Node>(({ homeX }) => (mapped ? homeX : WIDTH / 2)).strength(mapped ? 0.12 : 0.05))
    .force('y', forceY<Node>(({ homeY }) => (mapped ? homeY : HEIGHT / 2)).strength(mapped ? 0.12 : 0.08));
  for (let k = n > MANY ? 120 : 300; k > 0; k--) {
    simulation.tick();
    yield;
  }
  return stretched(nodes);
}

interface Link {
  source: number;
  target: number;
  pull: number;
}

function linksOf(ties: Ties, affinity?: ArrayLike<number>): Link[] {
  const n = ties.actors.length;
  const share = togetherness(ties);
  const links: Link[] = [];
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const liking = affinity ? 0.06 * Math.max(0, (affinity[i * n + j]! + affinity[j * n + i]!) / 2) : 0;
      const pull = Math.min(0.7, 0.55 * share[i * n + j]! + liking);
      if (pull > 0.02) links.push({ source: i, target: j, pull });
    }
  return n > MANY ? strongest(links, n) : links;
}

/** Limit on the links of one actor where there are many actors: weak links of all with all only cancel each other. */
const MOST_LINKS = 12;

/** The links that are among the strongest of either end. */
function strongest(links: readonly Link[], n: number): Link[] {
  const count = new Uint16Array(n);
  const order = [...links].sort((a, b) => b.pull - a.pull || a.source - b.source || a.target - b.target);
  return order.filter(({ source, target }) => {
    if (count[source]! >= MOST_LINKS && count[target]! >= MOST_LINKS) return false;
    count[source]!++;
    count[target]!++;
    return true;
  });
}

/** Scales the positions to the unit square; the view applies its own aspect ratio. */
function stretched(nodes: readonly Node[]): Layout {
  const xs = nodes.map(({ x }) => x!);
  const ys = nodes.map(({ y }) => y!);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const width = Math.max(...xs) - left || 1;
  const height = Math.max(...ys) - top || 1;
  return nodes.map(({ x, y }) => [(x! - left) / width, (y! - top) / height]);
}
