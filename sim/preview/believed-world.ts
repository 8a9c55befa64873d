import type { Model } from '../model/model.ts';
import type { World } from '../world/state.ts';
import { createWorld, restore, snapshot } from '../world/world.ts';

/**
 * A copy of the world as actor i takes it to be. The others are as strong as it believes, it is itself as strong as its overconfidence
 * says, and it supposes that everybody sees what it sees. What the model does not distinguish from what an actor believes (hostility,
 * trust, payments of the last tick) is as it is.
 */
export function believedWorld(model: Model, world: World, i: number): World {
  const copy = createWorld(model.shape, model.parameterNames.length);
  restore(copy, snapshot(world));
  const n = model.shape.actors;
  const { strength, belief, biases } = copy.columns;
  strength[i]! *= 1 + biases[i * 3]!;
  const believed = new Float32Array(n);
  for (let j = 0; j < n; j++) believed[j] = j === i ? strength[i]! : belief[i * n + j]!;
  for (let j = 0; j < n; j++) {
    if (j !== i) {
      strength[j] = believed[j]!;
      // Nobody knows how far another overrates itself.
      biases[j * 3] = 0;
    }
    for (let k = 0; k < n; k++) belief[j * n + k] = j === k ? 0 : believed[k]!;
  }
  return copy;
}
