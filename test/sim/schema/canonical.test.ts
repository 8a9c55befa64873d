import { describe, expect, it } from 'vitest';
import { check } from '../../../sim/check/check.ts';
import { canonical } from '../../../sim/schema/canonical.ts';
import { draft } from '../check/three-powers.ts';

describe('the name of a scenario by its content', () => {
  it('does not depend on the order of keys', () => {
    expect(canonical({ b: [1, { d: null, c: -0 }], a: undefined, A: 'é' })).toBe('{"A":"é","b":[1,{"c":0,"d":null}]}');
  });

  it('takes minus zero for zero, since no file can tell them apart', () => {
    const outcome = check({ ...draft(), parameters: { p: -0 } });
    expect('value' in outcome && Object.is(outcome.value.parameters.p, 0)).toBe(true);
  });
});
