import { type Layout, layOut, type Ties } from '../../workers/layout.ts';

/** All rounds at once. */
export function placesOf(ties: Ties, affinity?: ArrayLike<number>): Layout {
  const work = layOut(ties, affinity);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
