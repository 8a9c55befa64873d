import { forceCollide, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import { type GeoProjection, geoAzimuthalEqualArea, geoCentroid, geoDistance, geoNaturalEarth1 } from 'd3-geo';
import type { RunView } from '../run-view/run-view.ts';
import type { Size } from '../ui/measure.ts';
import type { Point } from './outline-geometry.ts';

/** Where the actors of a run stand on the map, in pixels of a room. */
export interface Atlas {
  projection: GeoProjection;
  /** Where each is drawn: at home, or as near to it as the others leave room. */
  at: Point[];
  home: Point[];
  /** Actors that lie off the sheet: drawn at its edge, on the side where they are. */
  beyond: ReadonlySet<number>;
  /** Whether the map can be read in this room. */
  reads: boolean;
}

type Place = [longitude: number, latitude: number];

/** A sheet that holds more than this of the globe, in radians from its middle, is a map of the world. */
const HEMISPHERE = 1.25;
/** Radians across that a sheet shows at least: a single city is no map. */
const LEAST = 0.06;

/** @returns undefined where some actor has no location: half a map would be none. */
export function atlasOf(actors: RunView['actors'], room: Size, margin: { x: number; top: number; bottom: number }) {
  const places = actors.flatMap(({ location }): Place[] => (location ? [[location.longitude, location.latitude]] : []));
  if (places.length < actors.length || places.length < 2) return undefined;
  const box: Box = [
    [margin.x, margin.top],
    [Math.max(margin.x + 80, room.width - margin.x), Math.max(margin.top + 60, room.height - margin.bottom)],
  ];
  const { projection, beyond } = sheetOf(places, box);
  const home = places.map((place): Point => projection(place) ?? [0, 0]);
  const reach = Math.max(13, Math.min(24, Math.sqrt((room.width * room.height) / actors.length) / 6));
  const within = home.map((point, k) => (beyond.has(k) ? toEdge(point, box) : point));
  const at = apart(within, reach, box);
  return {
    projection,
    at,
    home,
    beyond,
    reads: reads(
      within.filter((_, k) => !beyond.has(k)),
      reach,
    ),
  } satisfies Atlas;
}

type Box = readonly [Point, Point];

/** How much larger the others must become for each actor that is left off the sheet. */
const GAIN = 0.35;
/** Only who lies so many times as far from the middle as half of them do may be left off it. */
const FAR = 3;

/** The sheet that shows the actors largest; a few that lie far off may be left to its edge for that. */
function sheetOf(places: readonly Place[], box: Box): { projection: GeoProjection; beyond: ReadonlySet<number> } {
  const sum = (from: Place): number => places.reduce((total, to) => total + geoDistance(from, to), 0);
  const middle = places.reduce((best, place) => (sum(place) < sum(best) ? place : best));
  const away = places.map((place) => geoDistance(place, middle));
  const half = [...away].sort((a, b) => a - b)[Math.floor(away.length / 2)]!;
  const far = away.map((_, k) => k).filter((k) => away[k]! > FAR * half);
  far.sort((a, b) => away[b]! - away[a]!);
  const whole = fitted(places, box);
  let best = { projection: whole, beyond: new Set<number>(), worth: 1 };
  for (let left = 1; left <= Math.min(far.length, places.length / 5); left++) {
    const beyond = new Set(far.slice(0, left));
    const projection = fitted(
      places.filter((_, k) => !beyond.has(k)),
      box,
    );
    const worth = projection.scale() / whole.scale() / (1 + GAIN * left);
    if (worth > best.worth) best = { projection, beyond, worth };
  }
  return best;
}

/** Equal areas about the middle of the places, or where they lie all round the globe a map of the world. */
function fitted(places: readonly Place[], box: Box): GeoProjection {
  const [longitude, latitude] = geoCentroid({ type: 'MultiPoint', coordinates: [...places] });
  const radius = Math.max(...places.map((place) => geoDistance(place, [longitude, latitude])));
  const projection =
    radius > HEMISPHERE
      ? geoNaturalEarth1().rotate([-longitude, 0])
      : geoAzimuthalEqualArea().rotate([-longitude, -latitude]).clipAngle(120);
  projection.fitExtent([[...box[0]], [...box[1]]], { type: 'MultiPoint', coordinates: [...places] });
  const closest = (box[1][0] - box[0][0]) / LEAST;
  if (!Number.isFinite(projection.scale()) || projection.scale() > closest) {
    projection.scale(closest).translate([(box[0][0] + box[1][0]) / 2, (box[0][1] + box[1][1]) / 2]);
  }
  return projection;
}

/** The point of a box's edge on the way from its middle. */
function toEdge([x, y]: Point, [[left, top], [right, bottom]]: Box): Point {
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  const [dx, dy] = [x - cx, y - cy];
  const share = Math.min(1, (right - cx) / (Math.abs(dx) || 1e-9), (bottom - cy) / (Math.abs(dy) || 1e-9));
  return [cx + dx * share, cy + dy * share];
}

/** Moved apart until no two discs and their rings meet, and held back by their homes. */
function apart(homes: readonly Point[], reach: number, [[left, top], [right, bottom]]: Box): Point[] {
  const nodes = homes.map(([x, y]): SimulationNodeDatum & { homeX: number; homeY: number } => ({
    x,
    y,
    homeX: x,
    homeY: y,
  }));
  forceSimulation(nodes)
    .stop()
    .force('x', forceX<(typeof nodes)[number]>(({ homeX }) => homeX).strength(0.12))
    .force('y', forceY<(typeof nodes)[number]>(({ homeY }) => homeY).strength(0.12))
    .force('collide', forceCollide(reach).iterations(4))
    .tick(200);
  const into = (low: number, high: number, value: number): number => Math.max(low, Math.min(high, value));
  return nodes.map(({ x, y }) => [into(left, right, x!), into(top, bottom, y!)]);
}

/** Homes nearer than this to each other are one heap, in discs; and the share of actors that may be in heaps. */
const HEAPED = 1.5;
const MOST_HEAPED = 0.4;

/** Where too many homes lie in heaps the nudged actors would only pretend to be where they are drawn. */
function reads(homes: readonly Point[], reach: number): boolean {
  const heaped = homes.filter(([x, y], k) =>
    homes.some(([otherX, otherY], other) => other !== k && Math.hypot(otherX - x, otherY - y) < HEAPED * reach),
  );
  return heaped.length <= MOST_HEAPED * homes.length;
}
