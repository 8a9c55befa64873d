import { MOST } from '../schema/common.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Scenario } from '../schema/scenario.ts';
import { createAlliance, createMember } from '../world/alliance.ts';
import { existingIn } from '../world/existence.ts';
import { isLed, scopeOf, strengthShareOf, strongest } from '../world/membership.ts';
import { bind } from '../world/obligations.ts';
import { assess } from '../world/quota.ts';
import type { World } from '../world/state.ts';
import { BIASES, CULTURE, normaliseSalience } from '../world/state-path.ts';
import { trustBetween } from '../world/trust.ts';

// Writes the scenario's initial state into an empty world (ODD: initialisation).

export function writeActors(world: World, scenario: Scenario, names: IdIndex, weight: Float64Array): number {
  const { columns, shape } = world;
  let total = 0;
  scenario.actors.forEach((actor, i) => {
    for (const [id, value] of Object.entries(actor.resources)) {
      const k = names.resources.get(id)!;
      columns.resources[i * shape.resources + k] = value;
      if (world.derived.absent[i] === 0) total += weight[k]! * value;
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
  const mean = total / (existingIn(world) || 1);
  scenario.threats.forEach((threat, k) => {
    columns.threatStrength[k] = Math.min(MOST, threat.strength / (mean || 1));
    for (let i = 0; i < shape.actors; i++) columns.threatProximity[k * shape.actors + i] = 0.5;
    for (const [id, value] of Object.entries(threat.hostility))
      columns.threatHostility[k * shape.actors + names.actors.get(id)!] = value;
    for (const [id, value] of Object.entries(threat.proximity))
      columns.threatProximity[k * shape.actors + names.actors.get(id)!] = value;
  });
  return mean || 1;
}

export function writeDyads(world: World, scenario: Scenario, names: IdIndex): void {
  const n = world.shape.actors;
  const { calculative, relational, hostility, proximity, standing } = world.columns;
  const { absent } = world.derived;
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
    let others = 0;
    for (let i = 0; i < n; i++) {
      if (i === j || absent[i] === 1) continue;
      sum += (calculative[i * n + j]! + relational[i * n + j]!) / 2;
      others++;
    }
    standing[j] = others > 0 ? sum / others : 0.5;
  }
}

export function initialBelief(world: World): Float32Array {
  const n = world.shape.actors;
  const belief = new Float32Array(n * n);
  for (let i = 0; i < n; i++) belief.set(world.columns.strength, i * n);
  return belief;
}

/**
 * Mean trust between partners and between all others at the start, since the first census ends after a year. 0 where there are
 * none.
 */
export function writeMeanTrust(world: World): void {
  const n = world.shape.actors;
  const sum = [0, 0];
  const pairs = [0, 0];
  const { absent } = world.derived;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j || absent[i] === 1 || absent[j] === 1) continue;
      const side = world.derived.bonds[i * n + j] === 0 ? 1 : 0;
      sum[side]! += trustBetween(world, i, j);
      pairs[side]!++;
    }
  }
  world.columns.trustInside[0] = pairs[0]! > 0 ? sum[0]! / pairs[0]! : 0;
  world.columns.trustOutside[0] = pairs[1]! > 0 ? sum[1]! / pairs[1]! : 0;
}

export function writeTreaties(world: World, scenario: Scenario, names: IdIndex): void {
  const { effort } = world.columns;
  const ids = [...names.actors.keys(), ...names.threats.keys()];
  const shares = scenario.actors.map((_, actor) => strengthShareOf(world, actor));
  for (const treaty of scenario.treaties) {
    const { id, name, members, age, ...clauses } = treaty;
    const since = -Math.round(age * scenario.time.ticksPerYear);
    const bound = members.map((member) => {
      const actor = names.actors.get(member)!;
      return createMember(actor, since, 0, shares[actor]!);
    });
    const leader = clauses.leader === undefined ? -1 : names.actors.get(clauses.leader)!;
    const alliance = createAlliance(id, name, since, leader, clauses, bound, scopeOf(clauses, ids));
    if (leader < 0 && isLed(clauses)) alliance.leader = strongest(world, alliance);
    alliance.renewed = lastRenewal(since, clauses.term, scenario.time.ticksPerYear);
    assess(world, alliance);
    // Members at the start are taken to have kept their promises so far.
    for (const member of alliance.members) {
      member.effort = member.quota;
      if (!alliance.rival) effort[member.actor] = Math.max(effort[member.actor]!, member.quota);
    }
    world.alliances.push(alliance);
  }
  bind(world);
}

/** A treaty older than its term was renewed at the last whole term before the start. */
function lastRenewal(since: number, term: number | null, ticksPerYear: number): number {
  if (term === null) return since;
  const length = Math.max(1, Math.round(term * ticksPerYear));
  return since + Math.floor(-since / length) * length;
}
