import { findAnalysis } from '../analysis/index.ts';
import type { AllianceRecord } from '../history/chronicle.ts';
import { finalDigest } from '../history/digest-comparison.ts';
import type { History } from '../history/history.ts';
import { ACTOR_SERIES } from '../history/series.ts';
import { MEASURES } from '../measures/index.ts';
import type { Intervention } from '../schema/intervention.ts';
import { valueIn } from '../schema/parameter.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Clauses, Rung } from '../schema/treaty.ts';
import type { View } from '../schema/view.ts';
import { copyClauses } from '../world/clauses.ts';
import type { Event } from '../world/event.ts';
import type { World } from '../world/state.ts';
import { trustBetween } from '../world/trust.ts';
import { type AllianceTitle, type NamesInUse, NO_NAMES, titlesOf } from './alliance-names.ts';
import { type RecordedHistory, recordedHistory } from './recorded-history.ts';
import { analyse } from './summary.ts';

/** All that a page needs to show a run, in one message; its arrays may be transferred. */
export interface Replay {
  seed: string;
  interventions: readonly Intervention[];
  ticks: number;
  /** The scenario as it was run, with a scenario template expanded. */
  time: { start: number; ticksPerYear: number };
  /** `short` is what people call the actor, where that is another name. */
  actors: readonly (Pick<Scenario['actors'][number], 'id' | 'name' | 'location'> & { short?: string })[];
  threats: readonly { id: string; name: string }[];
  parameters: readonly { name: string; value: number | readonly number[]; describe: string }[];
  /** How the scenario is meant to be shown, if it says so. */
  view: View | undefined;
  /** The answers of the scenario’s analyses, by key; undefined where it asks for none. */
  analysis: Record<string, unknown> | undefined;
  /** What each key of the analyses means. */
  says: Readonly<Record<string, string>>;
  /** Digest of the final state. */
  digest: string;
  /** Two words a tick, high and low. */
  digests: Uint32Array;
  events: Event[];
  /** Number of events that happened; more than `events.length` where a long run kept only the first. */
  happened: number;
  alliances: AllianceRecord[];
  /** What the scenario records of the world; undefined where it has no record. */
  record?: RecordedHistory | undefined;
  series: {
    stride: number;
    samples: number;
    /** Names of the world's measures; world[s · names + k] at tick s · stride. */
    worldNames: readonly string[];
    world: Float64Array;
    /** Names of the actors' series; actors[(s · names + k) · actors + i]. */
    actorNames: readonly string[];
    actors: Float32Array;
  };
}

/** The state after one tick, as far as charts show it. */
export interface Frame {
  tick: number;
  alliances: {
    id: string;
    name: string;
    pool: number;
    leader: string | null;
    /** Tick it was founded, below 0 for one older than the run. */
    founded: number;
    /** The current clauses: shocks and reviews may have changed those that were written. */
    clauses: Clauses;
    disputes: { actor: string; rung: Rung | 'exit'; opened: number }[];
    members: {
      actor: string;
      joined: number;
      quota: number;
      effort: number;
      seen: number;
      benefit: number;
      inequity: number;
      leaves: number;
    }[];
  }[];
  /** Row-major by actor index: trust of i in j, ill will of i toward j, affinity. */
  trust: Float32Array;
  hostility: Float32Array;
  affinity: Float32Array;
  /** Stock of each resource kind, actor-major, in the scenario’s unit. */
  resources: Float64Array;
}

/**
 * All of a run that a page needs; the arrays are copies.
 * @param analysis the result of `analyse`, where it is known already: it may take a while to compute.
 * @param names by which people call the actors and the treaties of that history.
 */
export function replay(history: History, analysis = analyse(history), names: NamesInUse = NO_NAMES): Replay {
  const { series, model } = history;
  const n = model.shape.actors;
  const records = history.chronicle.alliances;
  const titles = titlesOf(records, model.scenario, model.yearOf, names);
  return {
    seed: history.seed,
    interventions: history.interventions,
    ticks: history.ticks,
    ...shownOf(model.scenario, names),
    analysis,
    digest: finalDigest(history),
    digests: history.digests.slice(0, 2 * history.ticks),
    events: withRecordedNames(history.events, records, titles),
    happened: history.happened,
    alliances: records.map((record, k) => ({ ...record, name: titles[k]!.name })),
    record: recordedHistory(history),
    series: {
      stride: series.stride,
      samples: series.samples,
      worldNames: MEASURES.map((measure) => measure.name),
      world: series.world.slice(0, series.samples * MEASURES.length),
      actorNames: ACTOR_SERIES,
      actors: series.actors.slice(0, series.samples * ACTOR_SERIES.length * n),
    },
  };
}

/** The events, in which a treaty that history records is founded under the name that it has there. */
function withRecordedNames(
  events: Event[],
  records: readonly AllianceRecord[],
  titles: readonly AllianceTitle[],
): Event[] {
  const recorded = new Map<string, string>();
  records.forEach(({ id, name, founded }, k) => {
    if (!titles[k]!.isMadeUp && titles[k]!.name !== name) recorded.set(`${id} ${founded}`, titles[k]!.name);
  });
  if (recorded.size === 0) return events;
  return events.map((event) => {
    const name = event.kind === 'founded' ? recorded.get(`${event.alliance} ${event.tick}`) : undefined;
    return name === undefined ? event : ({ ...event, name } as Event);
  });
}

/** The parts of the scenario that a page shows. */
function shownOf({ time, actors, threats, parameters, view, analyses }: Scenario, names: NamesInUse) {
  return {
    time: { start: time.start, ticksPerYear: time.ticksPerYear },
    actors: actors.map(({ id, name, location }) => {
      const short = Object.hasOwn(names.actors, id) ? names.actors[id] : undefined;
      return { id, name, ...(short !== undefined && { short }), ...(location && { location }) };
    }),
    threats: threats.map(({ id, name }) => ({ id, name })),
    parameters: Object.entries(parameters).map(([name, parameter]) => ({
      name,
      value: valueIn(parameter),
      describe: typeof parameter === 'number' ? '' : parameter.describe,
    })),
    view,
    says: Object.assign({}, ...analyses.map(({ name }) => findAnalysis(name)?.keys)) as Record<string, string>,
  };
}

/**
 * The state as charts show it.
 * @param world a state of this history as `seek` returns it, or of this live run: that after `world.tick` ticks.
 * @returns new arrays of actors × actors, or actors × resource kinds.
 */
export function frame({ model: { ids } }: Pick<History, 'model'>, world: World): Frame {
  const n = world.shape.actors;
  const trust = new Float32Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) trust[i * n + j] = i === j ? 1 : trustBetween(world, i, j);
  return {
    tick: world.tick,
    alliances: world.alliances.map((alliance) => ({
      id: alliance.id,
      name: alliance.name,
      pool: alliance.pool,
      leader: alliance.leader < 0 ? null : ids[alliance.leader]!,
      founded: alliance.founded,
      clauses: copyClauses(alliance.clauses),
      disputes: alliance.disputes.map(({ actor, rung, opened }) => ({ actor: ids[actor]!, rung, opened })),
      members: alliance.members.map(({ actor, joined, quota, effort, seen, benefit, inequity, leaves }) => ({
        actor: ids[actor]!,
        joined,
        quota,
        effort,
        seen,
        benefit,
        inequity,
        leaves,
      })),
    })),
    trust,
    hostility: toward(world.columns.hostility, n),
    affinity: world.derived.affinity.slice(),
    resources: world.columns.resources.slice(),
  };
}

/** The state stores ill will by its target; charts need it by its source. */
function toward(met: Float32Array, n: number): Float32Array {
  const borne = new Float32Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) borne[i * n + j] = met[j * n + i]!;
  return borne;
}
