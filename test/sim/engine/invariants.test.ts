import { describe, expect, it } from 'vitest';
import { histories as scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import type { Model } from '../../../sim/model/model.ts';
import { updateAffinity } from '../../../sim/world/affinity.ts';
import type { Columns } from '../../../sim/world/columns.ts';
import type { Event } from '../../../sim/world/event.ts';
import { bind } from '../../../sim/world/obligations.ts';
import type { World } from '../../../sim/world/state.ts';
import { always, type Case, cases } from '../arbitrary.ts';
import { withMechanism } from '../builders.ts';

/** Between which bounds every number of a column must lie, whatever happens. */
const BOUNDS: Partial<Record<keyof Columns, [number, number]>> = {
  resources: [0, Infinity],
  position: [-1, 1],
  salience: [0, 1],
  valuation: [1e-9, Infinity],
  autonomy: [0, 1],
  loyalty: [0, 1],
  horizon: [0, 1],
  disinformation: [0, 10],
  culture: [0, 1],
  biases: [0, 1],
  strength: [0, Infinity],
  budget: [0, Infinity],
  effort: [0, Infinity],
  spent: [0, Infinity],
  spillIn: [0, Infinity],
  taste: [0, 1],
  welfare: [0, Infinity],
  threat: [0, 1],
  exposure: [0, Infinity],
  standing: [0, 1],
  support: [0, Infinity],
  misperceived: [0, 1],
  ordered: [-1, 1],
  foeThreat: [0, 1],
  threatStrength: [0, Infinity],
  threatHostility: [0, 1],
  threatProximity: [0, 1],
  calculative: [0, 1],
  relational: [0, 1],
  hostility: [0, 1],
  proximity: [0, 1],
  belief: [0, Infinity],
};
const EPSILON = 1e-9;

function numbersOutOfBounds(world: World, of: Model): string[] {
  const faults: string[] = [];
  for (const [name, column] of Object.entries(world.columns) as [keyof Columns, Float64Array][]) {
    const [low, high] = BOUNDS[name] ?? [-Infinity, Infinity];
    for (let k = 0; k < column.length; k++) {
      const x = column[k]!;
      if (!Number.isFinite(x) || x < low - EPSILON || x > high + EPSILON) {
        faults.push(`tick ${world.tick}: ${name}[${k}] = ${x}`);
        break;
      }
    }
  }
  const { axes, actors } = world.shape;
  for (let i = 0; i < actors && axes > 0; i++) {
    const sum = world.columns.salience.subarray(i * axes, (i + 1) * axes).reduce((a, b) => a + b, 0);
    if (Math.abs(sum - 1) > EPSILON) faults.push(`tick ${world.tick}: saliences of ${of.ids[i]} sum to ${sum}`);
  }
  return faults;
}

/** Largest budget that any actor had so far: no quota may pass it. */
const richest = (world: World): number => Math.max(0, ...world.columns.budget);

function alliancesAmiss(world: World, bound: number): string[] {
  const faults: string[] = [];
  const amiss = (what: string) => faults.push(`tick ${world.tick}: ${what}`);
  for (const { id, members, pool, fund, clauses, leader, disputes } of world.alliances) {
    const who = members.map(({ actor }) => actor);
    if (who.length < 2) amiss(`${id} has ${who.length} members`);
    if (new Set(who).size !== who.length) amiss(`${id} has someone twice`);
    if (!(pool >= 0 && Number.isFinite(pool))) amiss(`the pool of ${id} is ${pool}`);
    if (!(fund >= 0 && Number.isFinite(fund))) amiss(`the fund of ${id} is ${fund}`);
    if (leader >= 0 && !who.includes(leader)) amiss(`${id} is led from outside`);
    for (const { actor } of disputes) if (!who.includes(actor)) amiss(`a stranger has a quarrel in ${id}`);
    if (new Set(disputes.map(({ actor }) => actor)).size !== disputes.length) amiss(`one quarrels twice in ${id}`);
    for (const member of members) {
      const { actor: _, joined, leaves, ...figures } = member;
      for (const [name, x] of Object.entries(figures)) if (!Number.isFinite(x)) amiss(`${name} in ${id} is ${x}`);
      if (member.quota < 0 || member.quota > bound * (1 + EPSILON)) amiss(`a quota in ${id} is ${member.quota}`);
      if (member.effort < 0 || member.benefit < 0) amiss(`an effort or benefit in ${id} is below nought`);
      if (member.seen < 0 || member.seen > 1) amiss(`a partner in ${id} was seen to pay ${member.seen}`);
      if (joined > world.tick || (leaves >= 0 && leaves <= world.tick - 1)) amiss(`someone overstays in ${id}`);
    }
    if (!clauses.exclusive) continue;
    for (const other of world.alliances)
      if (other.id !== id && other.clauses.purpose === clauses.purpose)
        for (const { actor } of other.members)
          if (who.includes(actor)) amiss(`${actor} is in ${id}, exclusive, and ${other.id}`);
  }
  const ids = world.alliances.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) amiss('two alliances of one id');
  return faults;
}

function derivedAmiss(world: World, of: Model): string[] {
  const { derived } = world;
  const other = start(of);
  new Uint8Array(other.buffer).set(new Uint8Array(world.buffer));
  other.alliances = world.alliances;
  bind(other);
  updateAffinity(other);
  const faults: string[] = [];
  if (derived.bonds.join() !== other.derived.bonds.join()) faults.push(`tick ${world.tick}: bonds`);
  if (JSON.stringify(derived.treaties) !== JSON.stringify(other.derived.treaties))
    faults.push(`tick ${world.tick}: treaties`);
  if (derived.affinity.join() !== other.derived.affinity.join()) faults.push(`tick ${world.tick}: affinity`);
  if (derived.promises.length + derived.winningSides.length > 0) faults.push(`tick ${world.tick}: deeds`);
  const aggrieved = new Set(world.grievances.map(({ by, to }) => `${by} ${to}`));
  if (aggrieved.size !== world.grievances.length) faults.push(`tick ${world.tick}: two grievances of one pair`);
  for (const { by, to, left } of world.grievances)
    if (by === to || !(left > 0 && left <= 1)) faults.push(`tick ${world.tick}: a grievance of ${left}`);
  return faults;
}

/** What each draw must have been for what it brought about. */
function drawAmiss(event: Event): string | undefined {
  const { chance } = event;
  if (!chance) return undefined;
  const { probability: p, draw } = chance;
  if (!(p >= 0 && p <= 1 && draw >= 0 && draw < 1)) return `a chance of ${p}, a draw of ${draw}`;
  const came = event.kind === 'reneged' || (event.kind === 'fought' && !event.won) ? draw >= p : draw < p;
  return came ? undefined : `${event.kind} on a draw of ${draw} at ${p}`;
}

function eventAmiss(event: Event): string | undefined {
  const { because, score, runnerUp } = event;
  if (because.some(({ value }) => !Number.isFinite(value))) return 'a reason that is no number';
  if (runnerUp && !Number.isFinite(runnerUp.score)) return 'a runner-up without a score';
  if (score === undefined) return because.length > 0 ? 'reasons without a score' : drawAmiss(event);
  const sum = because.reduce((total, { value }) => total + value, 0);
  if (Math.abs(sum - score) > EPSILON * Math.max(1, Math.abs(score)))
    return `reasons add up to ${sum}, the score is ${score}`;
  if (because.length > 4 || because.at(-1)?.term !== 'rest') return 'not three reasons and the rest';
  return drawAmiss(event);
}

/** Looks at the whole world after every tick, and at efforts and budgets right after the pledges. */
function watch({ scenario, seed, interventions }: Case, ticks = scenario.time.ticks): void {
  const plain = load(scenario);
  const faults: string[] = [];
  const of = withMechanism(plain, 'contribute', 'pledge-check', (world) => {
    const { budget, effort, spent } = world.columns;
    for (let i = 0; i < world.shape.actors; i++) {
      let rival = 0;
      for (const { clauses, members } of world.alliances)
        if (clauses.rival ?? !['defensive', 'offensive'].includes(clauses.purpose))
          for (const member of members) if (member.actor === i) rival += member.effort;
      if (scenario.mechanisms.contribute) continue;
      if (!(world.columns.spillIn[i]! >= 0))
        faults.push(`tick ${world.tick}: ${world.columns.spillIn[i]} spills in to ${plain.ids[i]}`);
      if (
        effort[i]! + rival > budget[i]! * (1 + EPSILON) ||
        Math.abs(effort[i]! + rival - spent[i]!) > EPSILON * (1 + spent[i]!)
      )
        faults.push(
          `tick ${world.tick}: ${plain.ids[i]} pledges ${effort[i]} and ${rival} of ${budget[i]}, spends ${spent[i]}`,
        );
    }
  });
  const world = start(of);
  let bound = richest(world);
  const course = begin(of, seed, interventions, (event) => {
    const what = eventAmiss(event);
    if (what) faults.push(`tick ${event.tick}, ${event.kind} by ${event.by}: ${what}`);
    if (event.tick !== world.tick) faults.push(`an event of tick ${event.tick} in tick ${world.tick}`);
  });
  while (world.tick < ticks && faults.length === 0) {
    tick(course, world);
    bound = Math.max(bound, richest(world));
    faults.push(...numbersOutOfBounds(world, of), ...alliancesAmiss(world, bound), ...derivedAmiss(world, of));
  }
  expect(faults).toEqual([]);
}

describe('whatever happens, the world stays a possible one', () => {
  it('in any small world, with all that people may do in it', () => {
    always(cases({ actors: 12, ticks: 60 }), (world) => watch(world), 150);
  });

  it('in any world of up to forty', () => {
    always(cases({ actors: 40, ticks: 40 }), (world) => watch(world), 40);
  });

  it.each(Object.entries(scenarios))('in %s', (_, raw) => {
    const checked = check(raw);
    if ('faults' in checked) throw new Error('faults');
    for (const seed of ['1', '2', '3']) watch({ scenario: checked.value, seed, interventions: [] });
  });

  it('for as long as a scenario may last', () => {
    const checked = check(scenarios['europe-1879-1914']);
    if ('faults' in checked) throw new Error('faults');
    const of = load(checked.value);
    const world = start(of);
    const course = begin(of, '1', [], () => {});
    while (world.tick < 100_000) {
      tick(course, world);
      if (world.tick % 1_000 === 0) expect(numbersOutOfBounds(world, of)).toEqual([]);
    }
  });
});
