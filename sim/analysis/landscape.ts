import { z } from 'zod';
import { begin, start, tick } from '../engine/run.ts';
import { quoted } from '../exact/quoted.ts';
import { stream } from '../exact/random.ts';
import type { History } from '../history/history.ts';
import {
  checkFactors,
  energyOf,
  type Factor,
  Factors,
  measureSizes,
  type Pull,
  propensity,
  pullOf,
  readSides,
} from '../mechanisms/realign/landscape/energy.ts';
import { Id } from '../schema/common.ts';
import { analysis } from './analysis.ts';
import { enumerateMinima, type Minima, MOST_ENUMERATED, searchMinima } from './minima.ts';

const params = z.strictObject({
  factors: Factors,
  compare: z
    .array(Id)
    .default([])
    .meta({ description: 'one side of a split to compare with, by ids; none: no comparison' }),
});

/** The energy landscape at the start of a scenario (Axelrod & Bennett 1993), and the path of its run down this landscape. */
export const landscapeAnalysis = analysis({
  name: 'landscape',
  cites: ['Axelrod & Bennett 1993'],
  params,
  check({ factors, compare }, scenario, at, report) {
    checkFactors(factors, scenario, at, report);
    compare.forEach((id, k) => {
      if (!scenario.actors.some((actor) => actor.id === id))
        report([...at, 'compare', k], `unknown actor ${quoted(id)}`);
    });
  },
  keys: {
    enumerated: 'whether every configuration was looked at; beyond 20 actors only those drawn at random',
    configurations: 'how many ways to divide the actors into two sides were looked at',
    minima: 'how many of them are local minima: no actor’s change of side lowers the energy',
    minimumEnergies: 'energy of each local minimum, the lowest first; 200 at most are listed',
    minimumBasins: 'for each, how many of the configurations looked at descend to it',
    minimumSides: 'for each, the side of every actor, 1 or 2, in their order',
    minimumSplits: 'for each, its sides in words',
    lowestEnergy: 'the lowest energy found',
    lowestSplit: 'the split that has it',
    highestEnergy: 'the highest energy of the configurations looked at',
    energy: 'the energy of the run after each tick, from tick 1 on, when the actors have been placed',
    moves: 'changes of side in the run',
    finalEnergy: 'the energy in which the run ended',
    finalSides: 'the side of every actor at its end, 1 or 2, in their order',
    finalSplit: 'the same in words',
    finalFrustration:
      'for every actor, Σⱼ sⱼ pᵢⱼ over the other side: above 0 it misses friends there, below 0 enemies are kept out',
    finalMinimum: 'which of the listed minima that is, from 1 on; 0: none of them',
    comparedSplit: 'the split to compare with',
    comparedEnergy: 'its energy',
    comparedMinimum: 'which of the listed minima it is, from 1 on; 0: none of them',
    minimumPlaced: 'for each minimum, how many actors it places as the split to compare with does',
    misplaced: 'names of those whom the lowest minimum places otherwise',
  },
  of(history, { factors, compare }) {
    const { model, seed } = history;
    const { actors } = model.scenario;
    const n = actors.length;
    const pull = pullOf(factors, measureSizes(start(model), model, new Float64Array(n)), n);
    const names = actors.map(({ name }) => name);
    const survey =
      n <= MOST_ENUMERATED ? enumerateMinima(n, pull) : searchMinima(n, pull, stream(seed, 'landscape', 0));
    const yardstick = actors.map(({ id }) => (compare.includes(id) ? 0 : 1));
    return {
      ...surveyed(survey, names),
      ...descended(history, factors, survey, names),
      ...(compare.length > 0 && compared(yardstick, pull, survey, names)),
    };
  },
});

function surveyed({ valleys, minima, configurations, highest }: Minima, names: readonly string[]) {
  return {
    enumerated: names.length <= MOST_ENUMERATED,
    configurations,
    minima,
    minimumEnergies: valleys.map(({ energy }) => energy),
    minimumBasins: valleys.map(({ basin }) => basin),
    minimumSides: valleys.map(({ sides }) => sides.map((side) => side + 1)),
    minimumSplits: valleys.map(({ sides }) => inWords(sides, names)),
    lowestEnergy: valleys[0]!.energy,
    lowestSplit: inWords(valleys[0]!.sides, names),
    highestEnergy: highest,
  };
}

/** Re-runs the history, since no series keeps its energies. */
function descended(history: History, factors: readonly Factor[], survey: Minima, names: readonly string[]) {
  const { model, seed, interventions, ticks } = history;
  const n = names.length;
  const world = start(model);
  const run = begin(model, seed, interventions, () => {});
  const side = new Int32Array(n);
  const sizes = new Float64Array(n);
  const energy: number[] = [];
  let moves = 0;
  while (world.tick < ticks) {
    const before = canonical(readSides(world, side));
    tick(run, world);
    const after = canonical(readSides(world, side));
    if (energy.length > 0) moves += differences(before, after);
    energy.push(energyOf(n, pullOf(factors, measureSizes(world, model, sizes), n), side));
  }
  // A run of 0 ticks has not placed any actor yet.
  if (energy.length === 0) return { energy, moves };
  const final = canonical(side);
  return {
    energy,
    moves,
    finalEnergy: energy.at(-1)!,
    finalSides: final.map((own) => own + 1),
    finalSplit: inWords(final, names),
    finalFrustration: final.map((_, i) => frustration(factors, sizes, final, i)),
    finalMinimum: placeOf(final, survey),
  };
}

/** Frustration Fᵢ = Σⱼ sⱼ pᵢⱼ dᵢⱼ, so that E = Σᵢ sᵢ Fᵢ. */
function frustration(factors: readonly Factor[], sizes: Float64Array, side: readonly number[], i: number): number {
  let sum = 0;
  side.forEach((other, j) => {
    if (other !== side[i]) sum += sizes[j]! * propensity(factors, side.length, i, j);
  });
  return sum;
}

function compared(split: readonly number[], pull: Pull, survey: Minima, names: readonly string[]) {
  const own = canonical(split);
  const [lowest] = survey.valleys;
  const others = names.filter((_, i) => lowest!.sides[i] !== own[i]);
  return {
    comparedSplit: inWords(own, names),
    comparedEnergy: energyOf(names.length, pull, own),
    comparedMinimum: placeOf(own, survey),
    minimumPlaced: survey.valleys.map(({ sides }) => names.length - differences(sides, own)),
    // The labels of the two sides are arbitrary, so the labelling that places more actors correctly is used.
    misplaced: 2 * others.length <= names.length ? others : names.filter((name) => !others.includes(name)),
  };
}

/** Relabels the sides so that the first actor’s side is 0. */
const canonical = (side: ArrayLike<number>): number[] => Array.from(side, (own) => (own === side[0] ? 0 : 1));

/** Number of actors placed differently, under the better of the two labellings. */
function differences(a: readonly number[], b: readonly number[]): number {
  const apart = a.filter((side, i) => side !== b[i]).length;
  return Math.min(apart, a.length - apart);
}

const placeOf = (side: readonly number[], { valleys }: Minima): number =>
  valleys.findIndex(({ sides }) => sides.every((own, i) => own === side[i])) + 1;

function inWords(side: readonly number[], names: readonly string[]): string {
  const those = (own: number): string => names.filter((_, i) => side[i] === own).join(', ') || 'nobody';
  return `${those(0)} | ${those(1)}`;
}
