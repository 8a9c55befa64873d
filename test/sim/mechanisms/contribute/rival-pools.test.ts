import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { actor, allianceOf, model, only, treaty } from '../../builders.ts';

/** What each of four pays into a common market that asks a tenth of all budgets, after so many ticks. */
function paid(strategy: 'best-response' | 'free-rider' | 'unconditional'): number[] {
  const ids = ['one', 'two', 'three', 'four'];
  const of = model({
    actors: ids.map((id, k) => actor(id, k === 0 ? { strategy } : {})),
    treaties: [
      treaty('market', ids, { purpose: 'economic', formality: 0, monitoring: 0, sanction: 0, targetRate: 0.1 }),
    ],
    mechanisms: only({ contribute: [{ name: 'pledges' }] }),
  });
  const world = start(of);
  const course = begin(of, '1', [], () => {});
  for (let t = 0; t < 200; t++) tick(course, world);
  return allianceOf(world, 'market')!.members.map(({ effort, quota }) => effort / quota);
}

describe('in a rival pool', () => {
  it('a free rider pays nothing, while the others go on paying', () => {
    const [rider, other] = paid('free-rider');
    expect(rider).toBeLessThan(1e-6);
    expect(other).toBeGreaterThan(0.01);
  });

  it('one who pays unconditionally pays its quota at least, and more than a best responder', () => {
    expect(paid('unconditional')[0]).toBeGreaterThanOrEqual(1 - 1e-6);
    expect(paid('unconditional')[0]).toBeGreaterThan(paid('best-response')[0]!);
  });
});
