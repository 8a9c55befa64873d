import type { World } from '../../../world/state.ts';
import type { TrustParams } from './params.ts';

/** Promises kept and broken, their addressees and their witnesses. A witness reacts as far as it trusts the victim. */
export function rewardKeptPromises(world: World, { gratitude, breach, witness }: TrustParams): void {
  const n = world.shape.actors;
  const { calculative, relational } = world.columns;
  const { kappa } = world.derived;
  for (const { by, to, kept } of world.derived.promises) {
    if (to >= n) continue;
    const slot = to * n + by;
    if (kept) {
      calculative[slot]! += gratitude * (1 - calculative[slot]!);
      relational[slot]! += gratitude * (1 - relational[slot]!);
      continue;
    }
    calculative[slot]! *= 1 - breach;
    relational[slot]! *= 1 - breach;
    for (let i = 0; i < n; i++) {
      if (i === by || i === to) continue;
      const c = calculative[i * n + to]!;
      calculative[i * n + by]! *= 1 - witness * (c + kappa[i]! * (relational[i * n + to]! - c));
    }
  }
}

/** Actors that won a war on the same side trust each other more. */
export function celebrate(world: World, { comradeship }: TrustParams): void {
  const n = world.shape.actors;
  const { relational } = world.columns;
  for (const side of world.derived.winningSides) {
    for (const i of side) {
      for (const j of side) {
        if (i === j || i >= n || j >= n) continue;
        relational[i * n + j]! += comradeship * (1 - relational[i * n + j]!);
      }
    }
  }
}
