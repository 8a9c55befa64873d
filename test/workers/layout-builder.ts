import { type Places, places, type Ties } from '../../workers/layout.ts';

/** All rounds at once. */
export function placesOf(ties: Ties, affinity?: ArrayLike<number>): Places {
  const work = places(ties, affinity);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
