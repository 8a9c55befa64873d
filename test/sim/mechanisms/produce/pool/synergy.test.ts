import { describe, expect, it } from 'vitest';
import { allianceOf } from '../../../builders.ts';
import { type Actor, type Clauses, type Purpose, play, pool, TWO } from '../one-pool.ts';

describe('what members make of their effort together', () => {
  /** The pool as a factor of the effort. */
  const factor = (purpose: Purpose, members: Actor[], clauses: Clauses = {}) => {
    const { pool: made, members: all } = allianceOf(play(pool(purpose, clauses, members)), 'pool')!;
    return made / all.reduce((sum, { effort }) => sum + effort, 0);
  };
  const GRAIN: Actor = { resources: { grain: 100, iron: 0 } };
  const IRON: Actor = { resources: { grain: 0, iron: 100 } };
  const position = (x: number): Actor => ({ position: { order: x } });
  const OPPOSED = [position(-1), position(1)];

  it('is more where each has what the other lacks, by all that either lacks', () => {
    expect(factor('economic', TWO)).toBe(1);
    expect(factor('economic', [GRAIN, GRAIN])).toBe(1);
    expect(factor('economic', [GRAIN, IRON])).toBeCloseTo(1.5, 12);
    expect(factor('economic', [GRAIN, {}])).toBeCloseTo(1.25, 12);
  });

  it('is less where they are of different mind, but less so the better they talk', () => {
    const at = (communication: number) => factor('economic', OPPOSED, { communication });
    expect(at(0)).toBeCloseTo(0.8, 6);
    expect(at(1)).toBeGreaterThan(at(0.5));
    expect(at(1)).toBeLessThan(1);
  });

  it('is more knowledge where they see things differently and talk, but less where they do not', () => {
    expect(factor('knowledge', OPPOSED, { communication: 1 })).toBeGreaterThan(1.3);
    expect(factor('knowledge', OPPOSED, { communication: 0 })).toBeGreaterThan(factor('social', OPPOSED));
    expect(factor('knowledge', TWO)).toBe(1);
  });
});
