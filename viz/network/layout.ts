import type { Story } from '../story/story.ts';
import { t } from '../text/index.ts';

/** Where every actor stands, 0 … 1 across and down: the same for the whole run, so that only alliances move. */
export type Places = readonly (readonly [x: number, y: number])[];

/** What moves the actors apart, while a run is made that it can move. Rejects with a sentence where it cannot be had. */
export const fetchForces = () =>
  import('./settle.ts').catch(() => {
    throw new Error(t('app.partFailed'));
  });

/** Time that may pass between two breaths, ms: a page stays at hand meanwhile. */
const SLICE = 12;

/** The places of a run’s actors, worked out a little at a time, so that a page with a large world does not stand still for it. */
export async function placesInSlices(story: Story, affinity?: ArrayLike<number>): Promise<Places> {
  const { settle } = await fetchForces();
  const settling = settle(story, affinity);
  for (let since = performance.now(); ; ) {
    const step = settling.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}
