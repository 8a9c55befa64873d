import { updateAffinity } from './affinity.ts';
import { copyAlliance } from './alliance.ts';
import { bytesOf, type Columns, columnsOver, isLive, mayGrow, rangesOf, type Shape } from './columns.ts';
import { settleAbsence } from './existence.ts';
import { roundsOf } from './finite.ts';
import { mapPacked } from './map-packed.ts';
import { bind } from './obligations.ts';
import { copyDecision } from './placed-decision.ts';
import { copyPlace } from './shocked-place.ts';
import type { Grievance, Snapshot, World } from './state.ts';

type Parts = Record<'live' | 'still' | 'unbounded' | 'bounded' | 'pairs', ReturnType<typeof rangesOf>>;
const PARTS = new WeakMap<Shape, Parts>();

/**
 * The ranges that the mechanisms write, and those that none of them does; of the former those that may grow without bound, those that
 * may not, and those of pairs. Found once for all worlds of a model.
 */
function partsOf(shape: Shape, columns: Columns): Parts {
  const known = PARTS.get(shape);
  if (known) return known;
  const isOfPairs = (name: keyof Columns): boolean => columns[name].BYTES_PER_ELEMENT === 4;
  const parts = {
    live: rangesOf(columns, (name) => isLive(shape, name)),
    still: rangesOf(columns, (name) => !isLive(shape, name)),
    unbounded: rangesOf(columns, (name) => isLive(shape, name) && mayGrow(name)),
    bounded: rangesOf(columns, (name) => isLive(shape, name) && !mayGrow(name) && !isOfPairs(name)),
    pairs: rangesOf(columns, (name) => isLive(shape, name) && isOfPairs(name)),
  };
  PARTS.set(shape, parts);
  return parts;
}

/** Creates a world of zeros; `load` writes the scenario's initial state into it. */
export function createWorld(shape: Shape, parameters: number): World {
  const n = shape.actors;
  const buffer = new ArrayBuffer(bytesOf(shape));
  const columns = columnsOver(shape, buffer);
  const { live, still, unbounded, bounded, pairs } = partsOf(shape, columns);
  const singles = new Float32Array(buffer, columns.calculative.byteOffset);
  const wordsIn = ([from, end]: readonly [number, number]): Int32Array =>
    new Int32Array(buffer, from, (end - from) / 4);
  const doublesIn = ([from, end]: readonly [number, number]): Float64Array =>
    new Float64Array(buffer, from, (end - from) / 8);
  const singlesIn = ([from, end]: readonly [number, number]): Float32Array =>
    new Float32Array(buffer, from, (end - from) / 4);
  return {
    tick: 0,
    shape,
    columns,
    buffer,
    unbounded: unbounded.map(doublesIn),
    bounded: bounded.map(doublesIn),
    pairs: pairs.map(singlesIn),
    doubles: new Float64Array(buffer, 0, columns.calculative.byteOffset / 8),
    singles,
    alliances: [],
    shocked: [],
    grievances: [],
    parameters: new Float64Array(parameters),
    founded: 0,
    cancelled: [],
    decisions: [],
    derived: {
      bonds: new Uint8Array(n * n),
      affinity: new Float32Array(n * n),
      culturalDistance: new Uint8Array(n * n),
      kappa: new Float64Array(n),
      stale: true,
      absent: new Uint8Array(n),
      away: [],
      live: live.map(wordsIn),
      still: still.map(wordsIn),
      constantHash: null,
      shocked: undefined,
      temporary: undefined,
      lossesPending: false,
      unread: true,
      rounds: roundsOf(shape, singles),
      treaties: Array.from({ length: n }, () => []),
      promises: [],
      winningSides: [],
    },
  };
}

const copyGrievance = ({ by, to, since, left }: Grievance): Grievance => ({ by, to, since, left });

/** A copy of all that must be saved to continue; later changes of the world do not affect it. */
export function snapshot(world: World): Snapshot {
  return {
    tick: world.tick,
    buffer: world.buffer.slice(0),
    alliances: mapPacked(world.alliances, copyAlliance),
    shocked: mapPacked(world.shocked, copyPlace),
    grievances: mapPacked(world.grievances, copyGrievance),
    parameters: world.parameters.slice(),
    founded: world.founded,
    cancelled: world.cancelled.slice(),
    decisions: mapPacked(world.decisions, copyDecision),
  };
}

/** Bytes that objects take in memory, roughly: a shocked place with one change, a further change, a member, a grievance, a decision. */
const PLACE = 450;
const CHANGE = 150;
const MEMBER = 200;
const GRIEVANCE = 60;
const DECISION = 120;

/** How much memory a snapshot takes, roughly. */
export function bytesOfSnapshot({
  buffer,
  alliances,
  shocked,
  grievances,
  decisions,
}: Pick<Snapshot, 'buffer' | 'alliances' | 'shocked' | 'grievances' | 'decisions'>): number {
  let weight = buffer.byteLength + GRIEVANCE * grievances.length + DECISION * decisions.length;
  for (const { members } of alliances) weight += MEMBER * (members.length + 3);
  for (const { changes } of shocked) weight += PLACE + CHANGE * (changes.length - 1);
  return weight;
}

/** Restores `world` to the snapshot; the snapshot stays usable. */
export function restore(world: World, from: Snapshot): void {
  new Uint8Array(world.buffer).set(new Uint8Array(from.buffer));
  world.tick = from.tick;
  world.alliances = mapPacked(from.alliances, copyAlliance);
  world.shocked = mapPacked(from.shocked, copyPlace);
  world.derived.shocked = undefined;
  world.derived.temporary = undefined;
  world.grievances = mapPacked(from.grievances, copyGrievance);
  world.parameters.set(from.parameters);
  world.founded = from.founded;
  world.cancelled = from.cancelled.slice();
  world.decisions = mapPacked(from.decisions, copyDecision);
  world.derived.constantHash = null;
  world.derived.unread = true;
  world.derived.lossesPending = true;
  // The tick that a world has come to has not begun: who exists changes with it.
  settleAbsence(world, Math.max(0, from.tick - 1));
  updateAffinity(world);
  bind(world);
}
