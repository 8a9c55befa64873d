import type { Scratch } from '../../../world/scratch.ts';
import type { World } from '../../../world/state.ts';
import type { PerceiveParams } from './params.ts';

/** What share of news is taken in: of any, and of what speaks against the image. Looked up, since a branch would be guessed wrong. */
const gains = new Float64Array(2);

/** Who shares a treaty with i tells it more: the error about its partners shrinks with the best communication they have. */
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

/** Puts the error about i’s partners back to what strangers have. */
export function forgetPartners(world: World, i: number, { a, b }: Scratch): void {
  for (const index of world.derived.treaties[i]!)
    for (const { actor } of world.alliances[index]!.members) a[actor] = b[actor]!;
}

/**
 * Beliefs about others’ strength move toward what is seen of it. What is held of another is an image, of one stronger or weaker
 * than oneself; news that speaks against the image counts less, the more so the stronger the confirmation bias.
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
    // x + |x| is 2 max(0, x) without a branch to guess wrong. Twice the difference of κ is half that of context less individualism;
    // below 0 it is the other that reads relations, which does not blind.
    const directness = style - kappa[j]!;
    const gap = directness + Math.abs(directness);
    const news = strength[j]! + error[j]! * (blindness + foreign * culturalDistance[slot]! + indirect * gap) - held;
    const against = news * (held - own);
    const view = held + gains[Number(against < 0)]! * news;
    belief[slot] = view > 0 ? view : 0;
  }
}
