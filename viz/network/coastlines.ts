import { type GeoProjection, geoGraticule, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Size } from '../ui/measure.ts';

// Natural Earth’s land without borders: those of today would be wrong in any other year.

type Land = Topology<{ land: GeometryCollection }>;

/** Pixels a radian above which the coarse coast, true to about a quarter of a degree, would look broken. */
const COARSE = 260;

const fetched = new Map<string, Promise<Land>>();

function landFor(scale: number): Promise<Land> {
  const fine = scale > COARSE;
  const name = fine ? 'fine' : 'coarse';
  const known = fetched.get(name);
  if (known) return known;
  const coming: Promise<Land> = fine
    ? import('world-atlas/land-50m.json').then(({ default: land }) => land)
    : import('world-atlas/land-110m.json').then(({ default: land }) => land);
  fetched.set(name, coming);
  // Another try is allowed to succeed.
  coming.catch(() => fetched.delete(name));
  return coming;
}

export interface MapSheet {
  land: string;
  /** Meridians and parallels. */
  grid: string;
}

/** How far the map goes on beyond its room, which in a pane of two has tools and a name above it, px. */
export const BLEED = 80;

/** The coasts and the grid within a room, as paths. Rejects where the coasts cannot be fetched. */
export async function mapSheet(projection: GeoProjection, { width, height }: Size): Promise<MapSheet> {
  const topology = await landFor(projection.scale());
  // Let go of afterwards: clipped to the room, it would no longer tell where those beyond it lie.
  projection.clipExtent([
    [-BLEED, -BLEED],
    [width + BLEED, height + BLEED],
  ]);
  const draw = geoPath(projection).digits(1);
  const step = stepOf(width / projection.scale());
  const grid = geoGraticule().step([step, step]).precision(1);
  const paths = { land: draw(feature(topology, topology.objects.land)) ?? '', grid: draw(grid()) ?? '' };
  projection.clipExtent(null);
  return paths;
}

/** Degrees between two lines of the grid, for so many radians across. */
const stepOf = (across: number): number => (across > 1.6 ? 20 : across > 0.5 ? 10 : across > 0.2 ? 5 : 1);
