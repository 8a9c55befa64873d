import { createAlliance, createMember } from './alliance.ts';
import { BIASES, CULTURE, type Names, normaliseSalience, type Place, placesOf } from './change.ts';
import { compile, type Formula } from './formula.ts';
import { compare } from './likeness.ts';
import { MEASURES } from './measures/index.ts';
import type { Mechanism } from './mechanism.ts';
import { chosenMechanisms } from './mechanisms/index.ts';
import { assess } from './quota.ts';
import { pow } from './real.ts';
import type { Scenario } from './scenario.ts';
import { STRATEGIES } from './schema/actor.ts';
import type { Change, Shock } from './schema/shock.ts';
import { strongest } from './treaty.ts';
import { trustBetween } from './trust.ts';
import { bind, createWorld, type Shape, type Snapshot, snapshot, type World } from './world.ts';

/** Names a shock's formula may use, before the scenario's own parameters. */
export const SHOCK_NAMES = ['value', 'strength', 'budget', 'effort', 'threat', 'year'] as const;
/** Names an actor's contribution formula may use, before the scenario's own parameters. */
export const CONTRIBUTION_NAMES = [
  'budget',
  'threat',
  'spillIn',
  'quota',
  'seen',
  'last',
  'best',
  'valuation',
  'year',
] as const;

export interface CompiledChange {
  change: Change;
  places: Place[];
  amount: Formula;
}
export interface CompiledShock {
  shock: Shock;
  changes: CompiledChange[];
  /** Tick it strikes, −1 for a random one; and its chance a tick. */
  tick: number;
  hazard: number;
  /** Ids it names, for the log. */
  who: string[];
}

/** A scenario made ready to run: ids are indices, years are ticks, formulas are closures. Never changes. */
export interface Model {
  readonly scenario: Scenario;
  readonly shape: Shape;
  readonly names: Names;
  /** Actors' ids, then threats'. */
  readonly ids: readonly string[];
  readonly parameterNames: readonly string[];
  readonly weight: Float64Array;
  readonly yield: Float64Array;
  /** Growth of each resource kind a tick, as a factor. */
  readonly growth: Float64Array;
  /** Per resource kind, whether its history is recorded: its stock then follows the record. */
  readonly recorded: readonly boolean[];
  /** Mean strength of the actors at load, in the scenario's unit: strengths are measured in it. */
  readonly meanStrength: number;
  readonly scheduled: ReadonlyMap<number, readonly CompiledShock[]>;
  readonly random: readonly CompiledShock[];
  /** Index into STRATEGIES of each actor. */
  readonly strategy: Uint8Array;
  /** Actors whose effort a formula sets. */
  readonly contributions: ReadonlyMap<number, Formula>;
  /** tick → actor-major factors by which the recorded stocks move at the end of it; absent: none move. Below 0: the stock itself. */
  readonly capabilities: ReadonlyMap<number, Float64Array>;
  readonly mechanisms: readonly { mechanism: Mechanism; params: unknown }[];
  readonly start: Snapshot;
  /** The chance a tick of what has this chance a year: 1 − (1−h)^(1/ticksPerYear). */
  perTick(hazard: number): number;
  /** Whole ticks of a duration in years, at least one unless it is 0. */
  ticksOf(years: number): number;
  yearOf(tick: number): number;
}

const indexed = (list: readonly { id: string }[]): Map<string, number> => new Map(list.map(({ id }, k) => [id, k]));

export const namesOf = (scenario: Scenario): Names => ({
  actors: indexed(scenario.actors),
  resources: indexed(scenario.resources),
  axes: indexed(scenario.interests),
  threats: indexed(scenario.threats),
});

/**
 * Makes a valid scenario ready to run.
 * @throws {Error} on what `check` would have refused; call that first for input from outside.
 */
export function load(scenario: Scenario): Model {
  const { ticksPerYear, start } = scenario.time;
  const names = namesOf(scenario);
  const shape: Shape = {
    actors: scenario.actors.length,
    resources: scenario.resources.length,
    axes: scenario.interests.length,
    threats: scenario.threats.length,
    measures: MEASURES.length,
  };
  const perTick = remembered((hazard) => (hazard >= 1 ? 1 : 1 - pow(1 - hazard, 1 / ticksPerYear)));
  const ticksOf = (years: number): number => (years === 0 ? 0 : Math.max(1, Math.round(years * ticksPerYear)));
  const parameterNames = Object.keys(scenario.parameters);
  const shocks = scenario.shocks
    .filter((shock) => !shock.expost || scenario.parameters.expost === 1)
    .map((shock) => compileShock(shock, names, parameterNames, scenario, perTick));
  const scheduled = new Map<number, CompiledShock[]>();
  for (const shock of shocks)
    if (shock.tick >= 0) scheduled.set(shock.tick, [...(scheduled.get(shock.tick) ?? []), shock]);

  const weight = Float64Array.from(scenario.resources, (kind) => kind.weight);
  const world = createWorld(shape, parameterNames.length);
  world.parameters.set(Object.values(scenario.parameters));
  const meanStrength = writeActors(world, scenario, names, weight);
  writeDyads(world, scenario, names);
  const model: Omit<Model, 'start'> = {
    scenario,
    shape,
    names,
    ids: [...names.actors.keys(), ...names.threats.keys()],
    parameterNames,
    weight,
    yield: Float64Array.from(scenario.resources, (kind) => kind.yield),
    growth: Float64Array.from(scenario.resources, (kind) => pow(1 + kind.growth, 1 / ticksPerYear)),
    recorded: scenario.resources.map(({ id }) => scenario.capabilities.some((series) => series.resource === id)),
    meanStrength,
    scheduled,
    random: shocks.filter((shock) => shock.tick < 0),
    strategy: Uint8Array.from(scenario.actors, (actor) => STRATEGIES.indexOf(actor.strategy)),
    contributions: new Map(
      scenario.actors.flatMap((actor, k) =>
        actor.strategy === 'expression' && actor.contribution !== undefined
          ? [[k, compile(String(actor.contribution), [...CONTRIBUTION_NAMES, ...parameterNames])] as const]
          : [],
      ),
    ),
    capabilities: compileCapabilities(scenario, names),
    mechanisms: chosenMechanisms(scenario.mechanisms),
    perTick,
    ticksOf,
    yearOf: (tick) => start + tick / ticksPerYear,
  };
  measureStrength(world, model);
  world.columns.belief.set(initialBelief(world));
  writeTreaties(world, scenario, names);
  compare(world);
  world.columns.trustOutside[0] = meanTrustOutside(world);
  const ready = { ...model, start: snapshot(world) };
  MEASURES.forEach((measure, k) => {
    world.columns.metrics[k] = measure.of(world, ready);
  });
  return { ...ready, start: snapshot(world) };
}

/** A model asks for the same few hazards every tick; the cap is for those that shocks and trust make up as they go. */
function remembered(convert: (hazard: number) => number): (hazard: number) => number {
  const known = new Map<number, number>();
  return (hazard) => {
    const held = known.get(hazard);
    if (held !== undefined) return held;
    const found = convert(hazard);
    if (known.size < 256) known.set(hazard, found);
    return found;
  };
}

/** Strength and budget of each actor from its stocks. */
export function measureStrength(
  world: World,
  model: Pick<Model, 'weight' | 'yield' | 'meanStrength' | 'scenario'>,
): void {
  const { resources: m, actors: n } = world.shape;
  const { resources, strength, budget } = world.columns;
  const { weight, yield: flow, meanStrength, scenario } = model;
  for (let i = 0; i < n; i++) {
    let s = 0;
    let b = 0;
    for (let k = 0; k < m; k++) {
      s += weight[k]! * resources[i * m + k]!;
      b += flow[k]! * resources[i * m + k]!;
    }
    strength[i] = s / meanStrength;
    budget[i] = b / scenario.time.ticksPerYear;
  }
}

function writeActors(world: World, scenario: Scenario, names: Names, weight: Float64Array): number {
  const { columns, shape } = world;
  let total = 0;
  scenario.actors.forEach((actor, i) => {
    for (const [id, value] of Object.entries(actor.resources)) {
      const k = names.resources.get(id)!;
      columns.resources[i * shape.resources + k] = value;
      total += weight[k]! * value;
    }
    for (const [id, value] of Object.entries(actor.position))
      columns.position[i * shape.axes + names.axes.get(id)!] = value;
    for (const [id, value] of Object.entries(actor.salience))
      columns.salience[i * shape.axes + names.axes.get(id)!] = value;
    normaliseSalience(world, i);
    columns.valuation[i] = actor.valuation;
    columns.autonomy[i] = actor.autonomy;
    columns.loyalty[i] = actor.loyalty;
    columns.horizon[i] = actor.horizon;
    CULTURE.forEach((name, k) => {
      columns.culture[i * 5 + k] = actor.culture[name];
    });
    BIASES.forEach((name, k) => {
      columns.biases[i * 3 + k] = actor.biases[name];
    });
  });
  columns.ordered.fill(-1);
  columns.foe.fill(-1);
  const mean = total / shape.actors;
  scenario.threats.forEach((threat, k) => {
    columns.threatStrength[k] = threat.strength / (mean || 1);
    for (let i = 0; i < shape.actors; i++) columns.threatProximity[k * shape.actors + i] = 0.5;
    for (const [id, value] of Object.entries(threat.hostility))
      columns.threatHostility[k * shape.actors + names.actors.get(id)!] = value;
    for (const [id, value] of Object.entries(threat.proximity))
      columns.threatProximity[k * shape.actors + names.actors.get(id)!] = value;
  });
  return mean || 1;
}

function writeDyads(world: World, scenario: Scenario, names: Names): void {
  const n = world.shape.actors;
  const { calculative, relational, hostility, proximity, standing } = world.columns;
  const defaults = scenario.dyadDefaults;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      calculative[i * n + j] = defaults.calculative;
      relational[i * n + j] = defaults.relational;
      hostility[j * n + i] = defaults.hostility;
      proximity[i * n + j] = defaults.proximity;
    }
  }
  for (const dyad of scenario.dyads) {
    const i = names.actors.get(dyad.from)!;
    const j = names.actors.get(dyad.to)!;
    for (const [slot, met] of dyad.mutual
      ? [[i * n + j, j * n + i] as const, [j * n + i, i * n + j] as const]
      : [[i * n + j, j * n + i] as const]) {
      if (dyad.calculative !== undefined) calculative[slot] = dyad.calculative;
      if (dyad.relational !== undefined) relational[slot] = dyad.relational;
      if (dyad.hostility !== undefined) hostility[met] = dyad.hostility;
    }
    if (dyad.proximity !== undefined) {
      proximity[i * n + j] = dyad.proximity;
      proximity[j * n + i] = dyad.proximity;
    }
  }
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) if (i !== j) sum += (calculative[i * n + j]! + relational[i * n + j]!) / 2;
    standing[j] = n > 1 ? sum / (n - 1) : 0.5;
  }
}

function initialBelief(world: World): Float32Array {
  const n = world.shape.actors;
  const belief = new Float32Array(n * n);
  for (let i = 0; i < n; i++) belief.set(world.columns.strength, i * n);
  return belief;
}

/** Mean trust between those whom no treaty joins; the first census is a year away. */
function meanTrustOutside(world: World): number {
  const n = world.shape.actors;
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j || world.derived.bonds[i * n + j] !== 0) continue;
      sum += trustBetween(world, i, j);
      pairs++;
    }
  }
  return pairs > 0 ? sum / pairs : 0;
}

function writeTreaties(world: World, scenario: Scenario, names: Names): void {
  for (const treaty of scenario.treaties) {
    const { id, name, members, age, ...clauses } = treaty;
    const since = -Math.round(age * scenario.time.ticksPerYear);
    const bound = members.map((member) => createMember(names.actors.get(member)!, since, 0));
    const leader = clauses.leader === undefined ? -1 : names.actors.get(clauses.leader)!;
    const alliance = createAlliance(id, name, since, leader, clauses, bound);
    if (leader < 0 && clauses.governance === 'hegemonic') alliance.leader = strongest(world, alliance);
    alliance.renewed = lastRenewal(since, clauses.term, scenario.time.ticksPerYear);
    assess(world, alliance);
    world.alliances.push(alliance);
  }
  bind(world);
}

/** A treaty older than its term was renewed: at the last whole term before the start. */
function lastRenewal(since: number, term: number | null, ticksPerYear: number): number {
  if (term === null) return since;
  const length = Math.max(1, Math.round(term * ticksPerYear));
  return since + Math.floor(-since / length) * length;
}

/** @throws {Error} a clause naming the unknown id, field or formula. */
export function compileShock(
  shock: Shock,
  names: Names,
  parameterNames: readonly string[],
  { time }: Scenario,
  perTick: (hazard: number) => number,
): CompiledShock {
  const who = new Set<string>();
  const changes = shock.changes.map((change) => {
    const { target } = change;
    for (const key of Object.values(target).flat()) {
      if (typeof key === 'string') who.add(key);
      else who.add(key.from).add(key.to);
    }
    const { amount } = change;
    return {
      change,
      places: placesOf(names, target, change.field),
      amount: typeof amount === 'number' ? () => amount : compile(amount, [...SHOCK_NAMES, ...parameterNames]),
    };
  });
  return {
    shock,
    changes,
    // A date on a tick's boundary belongs to that tick in spite of its decimals.
    tick: shock.at === undefined ? -1 : Math.floor((shock.at - time.start) * time.ticksPerYear + 1e-6),
    hazard: perTick(shock.hazard ?? 0),
    who: [...who],
  };
}

/** The recorded stock is held within its year; the model's stock follows the ratio of one year to the last. */
function compileCapabilities({ capabilities, time }: Scenario, names: Names): Map<number, Float64Array> {
  const n = names.actors.size;
  const m = names.resources.size;
  const moves = new Map<number, Float64Array>();
  for (const { resource, years, values } of capabilities) {
    const k = names.resources.get(resource)!;
    years.slice(1).forEach((year, y) => {
      const tick = Math.round((year - time.start) * time.ticksPerYear) - 1;
      // A run may be longer than its scenario.
      if (tick < 0) return;
      const factors = moves.get(tick) ?? new Float64Array(n * m).fill(1);
      for (const [id, series] of Object.entries(values)) {
        const before = series[y]!;
        const after = series[y + 1]!;
        if (before > 0 || after > 0) factors[names.actors.get(id)! * m + k] = before > 0 ? after / before : -after;
      }
      moves.set(tick, factors);
    });
  }
  return moves;
}
