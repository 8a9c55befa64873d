import type { Stream } from '../../exact/random.ts';
import { isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Model } from '../../model/model.ts';
import { UNEXPLAINED } from '../../world/event.ts';
import type { World } from '../../world/state.ts';
import { hasSets, raise } from './tribute/commitment-sets.ts';
import { contest } from './tribute/contest.ts';
import { demandReason, paymentEvent } from './tribute/events.ts';
import { type TributeParams, tributeParams } from './tribute/params.ts';
import { rise, tenths } from './tribute/ring.ts';
import { chooseBySets } from './tribute/set-search.ts';
import { chooseTarget } from './tribute/targets.ts';
import { WEALTH } from './tribute/wealth.ts';

/**
 * Axelrod’s tribute model: actors on a ring demand tribute of each other, pay or fight, and become committed to those whom they
 * paid, who paid them or who fought beside them. Wealth is the first resource; commitment is the relational trust, in tenths.
 */
export const tributeModel = mechanism({
  name: 'tribute-model',
  phase: 'crisis',
  allExist: true,
  cites: ['Axelrod 1995'],
  owns: ['resources', 'strength', 'relational'],
  params: tributeParams,
  step(world, context) {
    const n = world.shape.actors;
    const { activations, harvest, spread } = context.params;
    const random = context.random();
    takeStock(world);
    if (world.tick === 0) endow(WEALTH.subarray(0, n), spread, random);
    if (world.tick === 0 || context.interventions.length > 0 || world.shocked.length > 0)
      settle(world.columns.relational);
    const bySets = hasSets(world, context);
    for (let k = 0; k < activations; k++) act(world, context, bySets, random.below(n));
    gather(world, context.model, harvest);
  },
});

/** The commitments by which actors take sides: those of an actor that is held are nothing. */
function stancesOf(commitment: Float32Array, n: number, context: StepContext): Float32Array {
  const stances = commitment.slice();
  for (let i = 0; i < n; i++) if (isHeld(context, i)) stances.fill(0, i * n, (i + 1) * n);
  return stances;
}

function takeStock({ shape, columns: { resources } }: World): void {
  const { actors: n, resources: m } = shape;
  const wealth = WEALTH;
  for (let i = 0; i < n; i++) wealth[i] = resources[i * m]!;
}

/** Each actor starts with the stock in the scenario, plus or minus up to half the spread, and never below 0. */
export function endow(wealth: Float64Array, spread: number, random: Stream): void {
  for (let i = 0; i < wealth.length; i++) wealth[i] = Math.max(0, wealth[i]! + (random.uniform() - 0.5) * spread);
}

/** Rounds commitments that the scenario or an intervention set to the nearest tenth. */
function settle(commitment: Float32Array): void {
  for (let k = 0; k < commitment.length; k++) commitment[k] = tenths(commitment[k]!) / 10;
}

/** Adds the harvest and recomputes strength from the stocks. */
function gather(world: World, model: Model, harvest: number): void {
  const { actors: n, resources: m } = world.shape;
  const { resources, strength } = world.columns;
  const { weight, meanStrength } = model;
  const wealth = WEALTH;
  if (m === 1) {
    // The classic has one resource, and an inner loop over it would take longer than all else here.
    const only = weight[0]!;
    for (let i = 0; i < n; i++) {
      const stock = wealth[i]! + harvest;
      resources[i] = stock;
      strength[i] = (only * stock) / meanStrength;
    }
    return;
  }
  for (let i = 0; i < n; i++) {
    resources[i * m] = wealth[i]! + harvest;
    let sum = 0;
    for (let k = 0; k < m; k++) sum += weight[k]! * resources[i * m + k]!;
    strength[i] = sum / meanStrength;
  }
}

/**
 * `leader` demands tribute of the target with the greatest score, if any. The target pays if a fight would cost it as much, and
 * else fights. An actor that is held demands nothing, pays nothing and takes nobody’s side; it may still be attacked.
 */
function act(world: World, context: StepContext<TributeParams>, bySets: boolean, leader: number): void {
  const n = world.shape.actors;
  const { scratch } = context;
  const { terms } = scratch.appraisal;
  const { relational: commitment } = world.columns;
  const { demand, destructiveness } = context.params;
  if (isHeld(context, leader)) return;
  const stances = context.decisions.held ? stancesOf(commitment, n, context) : commitment;
  const target = bySets ? chooseBySets(terms, leader, demand) : chooseTarget(scratch, stances, n, leader, demand);
  if (target < 0) return;
  const ours = terms[0]!;
  const theirs = terms[1]!;
  const held = WEALTH[target]!;
  const asked = Math.min(demand, held);
  const why = context.isLogging ? demandReason(context, n, stances, leader, target, ours, theirs) : UNEXPLAINED;
  // The target's share of the losses of its side.
  if (isHeld(context, target) || (destructiveness * ours * held) / theirs < asked) {
    contest(world, context, bySets, leader, target, ours, theirs, why, stances);
    return;
  }
  if (context.isLogging) context.emit(paymentEvent(context.names, target, leader, asked), why);
  WEALTH[target] = held - asked;
  WEALTH[leader] = WEALTH[leader]! + asked;
  if (bySets) {
    raise(commitment, leader, target);
    raise(commitment, target, leader);
  } else {
    rise(commitment, leader * n + target);
    rise(commitment, target * n + leader);
  }
}
