import type { Scratch } from '../../../world/scratch.ts';
import type { World } from '../../../world/state.ts';
import type { PerceiveParams } from './params.ts';

/**
 * The share of news that is accepted: of any news, and of news against the image. A table, since a branch would often be
 * mispredicted.
 */
const gains = new Float64Array(2);

/** A partner that shares a treaty with i reveals more: the error about it shrinks with the best communication that the two have. */
export function hearPartners(world: World, i: number, { a, b }: Scratch, openness: number): void {
  for (const index of world.derived.treaties[i]!) {
    const { members, clauses } = world.alliances[index]!;
    const left = 1 - openness * clauses.communication;
    for (const { actor } of members) {
      const error = left * b[actor]!;
      if (Math.abs(error) < Math.abs(a[actor]!)) a[actor] = error;
    }
  }
}

/** Resets the error about i’s partners to that of other actors. */
export function forgetPartners(world: World, i: number, { a, b }: Scratch): void {
  for (const index of world.derived.treaties[i]!)
    for (const { actor } of world.alliances[index]!.members) a[actor] = b[actor]!;
}

/**
 * Beliefs about others’ strength move toward its observed value. The belief about another is an image of a stronger or a weaker
 * actor; news that contradicts the image counts less as the confirmation bias grows.
 */
export function takeNews(world: World, i: number, error: Float64Array, params: PerceiveParams): void {
  const { strength, belief, disinformation, biases } = world.columns;
  const { culturalDistance, kappa } = world.derived;
  const n = world.shape.actors;
  gains[0] = params.attention;
  gains[1] = params.attention * (1 - biases[i * 3 + 1]!);
  const own = strength[i]!;
  const blindness = 1 + disinformation[i]!;
  const foreign = (blindness * params.culturalNoise) / 255;
  const style = kappa[i]!;
  const indirect = blindness * params.indirection;
  for (let j = 0; j < n; j++) {
    const slot = i * n + j;
    const held = belief[slot]!;
    // x + |x| is 2 max(0, x) without a branch that may be mispredicted. Twice the difference of κ is half the difference of context
    // less individualism. Below 0 the other is the more indirect one, which does not blur i's observation.
    const directness = style - kappa[j]!;
    const gap = directness + Math.abs(directness);
    const news = strength[j]! + error[j]! * (blindness + foreign * culturalDistance[slot]! + indirect * gap) - held;
    const against = news * (held - own);
    const view = held + gains[Number(against < 0)]! * news;
    belief[slot] = view > 0 ? view : 0;
  }
}
