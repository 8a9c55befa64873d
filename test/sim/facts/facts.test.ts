import { describe, expect, it } from 'vitest';
import { happened, obstacleTo, watch } from '../../../sim/facts/facts.ts';
import { METRICS } from '../../../sim/facts/figure-fact.ts';
import { fork } from '../../../sim/history/fork.ts';
import type { Model } from '../../../sim/model/model.ts';
import type { Fact } from '../../../sim/schema/history.ts';
import { only } from '../builders.ts';
import { fact, fight, old, runOf, type Script } from './scripted-run.ts';

describe('at war from year 10 to year 12 were A and B', () => {
  const given = fact('war', 'A B', 10, 12);

  it.each<[string, Script, boolean]>([
    ['if A attacked', { 10: fight('A', 'B') }, true],
    ['if B attacked', { 11: fight('B', 'A') }, true],
    ['if they met among allies', { 10: fight('C A', 'D B') }, true],
    ['but not on one side', { 10: fight('A B', 'C') }, false],
    ['nor before', { 9: fight('A', 'B') }, false],
    ['nor after', { 12: fight('A', 'B') }, false],
  ])('%s', (_, script, expected) => {
    expect(happened(given, runOf(script))).toBe(expected);
  });

  it('and a war of one against several is one against each', () => {
    const all = fact('war', 'A B C', 10, 12);
    expect(happened(all, runOf({ 10: fight('A', 'B') }))).toBe(false);
    expect(happened(all, runOf({ 10: fight('A', 'B'), 11: fight('C', 'A') }))).toBe(true);
  });
});

describe('a branch of a run', () => {
  it('is judged by its own course, and its parent by its own', () => {
    const mechanisms = only({ shock: [{ name: 'interventions' }] });
    const parent = runOf({}, { ...old, mechanisms });
    const branch = fork(parent, 8, [{ kind: 'cancel', tick: 8, what: 'treaty', id: 'old' }]);
    branch.advance(Infinity);
    const given = fact('allied', 'A B', 5, 15);
    expect(happened(given, parent)).toBe(true);
    expect(happened(given, branch.history)).toBe(false);
    expect(happened(fact('metric', 'A', 8, 9, { metric: 'collapse', alliance: 'old', value: 1 }), branch.history)).toBe(
      true,
    );
  });
});

describe('no run can be asked', () => {
  const quiet: Model = runOf({}).model;

  it.each<[string, Fact, string | undefined]>([
    ['what comes after it', fact('war', 'A B', 18, 21), 'the run does not cover those years'],
    ['what happened before it', fact('war', 'A B', -2, 3), 'the run does not cover those years'],
    [
      'about a figure it does not have',
      fact('metric', 'A', 1, 2, { metric: 'mood', value: 1 }),
      'the model has no metric "mood"',
    ],
    [
      'about the name of something every object has',
      fact('metric', 'A', 1, 2, { metric: 'constructor', value: 1 }),
      'the model has no metric "constructor"',
    ],
    ['about a figure without a value', fact('metric', 'A', 1, 2, { metric: 'honoured' }), 'the fact names no value'],
    ['but what stood before and lasted it may', fact('allied', 'A B', -2, 3), undefined],
    ['and what ends with it', fact('war', 'A B', 19, 20), undefined],
  ])('%s', (_, given, expected) => {
    expect(obstacleTo(given, quiet)).toBe(expected);
  });

  it('and a figure that it does not have is refused', () => {
    expect(() => watch(fact('metric', 'A', 1, 2, { metric: 'mood', value: 1 }), quiet)).toThrow('cannot be judged');
  });

  it('every figure there is can be asked of a quiet world', () => {
    for (const name of METRICS) {
      const given = fact('metric', 'A B', 1, 2, { metric: name, value: 0, alliance: 'old' });
      expect(obstacleTo(given, quiet)).toBeUndefined();
      expect([true, false]).toContain(happened(given, runOf({}, old)));
    }
  });
});
