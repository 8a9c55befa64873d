import { describe, expect, it } from 'vitest';
import type { Mechanism } from '../../../sim/engine/mechanism.ts';
import type { Model } from '../../../sim/engine/model.ts';
import { happened, obstacleTo, watch } from '../../../sim/facts/facts.ts';
import { METRICS } from '../../../sim/facts/metric.ts';
import { fork } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import type { Fact } from '../../../sim/schema/history.ts';
import { Clauses } from '../../../sim/schema/treaty.ts';
import { admit, dissolve, expel, found, leave, merge, split } from '../../../sim/world/membership.ts';
import type { World } from '../../../sim/world/world.ts';
import { actor, allianceOf, model, only, treaty, withMechanism } from '../builders.ts';

// Histories written by hand: twenty years from the year 0 on, actors A, B, C and D, and what happens in which year.

type Draft = Parameters<typeof model>[0];
type Act = (world: World, context: Parameters<Mechanism['step']>[1]) => void;
type Script = Record<number, Act>;

const runOf = (script: Script, draft: Draft = {}) => {
  const still = model({
    ticks: 20,
    actors: ['A', 'B', 'C', 'D'].map((id) => actor(id)),
    mechanisms: only({ measure: [{ name: 'metrics' }] }),
    ...draft,
  });
  return play(
    withMechanism(still, 'realign', 'by-hand', (world, context) => script[world.tick]?.(world, context)),
    '1',
  );
};

const fact = (kind: Fact['kind'], who: string, from: number, to: number, more: Partial<Fact> = {}): Fact => ({
  id: 'it',
  kind,
  who: who.split(' '),
  from,
  to,
  source: '',
  confidence: 'estimate',
  ...more,
});

const pact =
  (...founders: number[]): Act =>
  (world, context) =>
    void found(world, context, founders, 'pact', Clauses.parse({}));
const entente =
  (...founders: number[]): Act =>
  (world, context) =>
    void found(world, context, founders, 'entente', Clauses.parse({ obligations: ['consultation'] }));
/** Ends the alliance founded first. */
const end: Act = (world, context) => dissolve(world, context, world.alliances[0]!, 'cancelled');
const fight =
  (who: string, against: string): Act =>
  (_, context) =>
    context.emit({ kind: 'fought', who: who.split(' '), against: against.split(' '), won: true, losses: 0, spoils: 0 });

const old = { treaties: [treaty('old', ['A', 'B', 'C'])] };
const inOld =
  (
    act: (world: World, context: Parameters<Act>[1], alliance: NonNullable<ReturnType<typeof allianceOf>>) => void,
  ): Act =>
  (world, context) =>
    act(world, context, allianceOf(world, 'old')!);

describe('allied from year 5 to year 15, give or take two years, were A and B', () => {
  const given = fact('allied', 'A B', 5, 15, { tolerance: 2 });

  it.each<[string, Script, boolean]>([
    ['who allied on the day and stayed so', { 5: pact(0, 1) }, true],
    ['who allied two years late', { 7: pact(0, 1) }, true],
    ['but not three years late', { 8: pact(0, 1) }, false],
    ['who allied two years early', { 3: pact(0, 1) }, true],
    ['but not three years early', { 2: pact(0, 1) }, false],
    ['who parted two years before the end', { 5: pact(0, 1), 13: end }, true],
    ['but not three years before it', { 5: pact(0, 1), 12: end }, false],
    ['who parted for a year and made up', { 5: pact(0, 1), 8: end, 9: pact(0, 1) }, true],
    ['but not if they were apart for most of it', { 5: pact(0, 1), 6: end, 12: pact(0, 1) }, false],
    ['who stayed allied long after', { 6: pact(0, 1) }, true],
    ['within a larger alliance', { 5: pact(0, 1, 2) }, true],
    ['but not by consultation alone', { 5: entente(0, 1) }, false],
    ['nor with others', { 5: pact(0, 2), 6: pact(1, 2) }, false],
    ['nor in a quiet world', {}, false],
  ])('%s', (_, script, expected) => {
    expect(happened(given, runOf(script))).toBe(expected);
  });

  it('who were allied already when the run began, if they still were on the day', () => {
    expect(happened(given, runOf({}, old))).toBe(true);
    expect(happened(given, runOf({ 4: end }, old))).toBe(false);
    expect(happened(given, runOf({ 4: end, 6: pact(0, 1) }, old))).toBe(true);
  });

  it('asks it of every pair', () => {
    const three = fact('allied', 'A B C', 5, 15, { tolerance: 2 });
    expect(happened(three, runOf({ 5: pact(0, 1), 6: pact(1, 2) }))).toBe(false);
    expect(happened(three, runOf({ 5: pact(0, 1), 6: pact(1, 2), 7: pact(0, 2) }))).toBe(true);
  });

  it('takes spokes of a hub for no allies of each other', () => {
    const hub = { treaties: [treaty('old', ['A', 'B', 'C'], { structure: 'hub', leader: 'C' })] };
    expect(happened(given, runOf({}, hub))).toBe(false);
    expect(happened(fact('allied', 'A C', 5, 15), runOf({}, hub))).toBe(true);
  });
});

describe('member of an alliance from year 5 to year 15 was D', () => {
  const given = fact('member', 'D', 5, 15, { alliance: 'old', tolerance: 2 });
  const enter = inOld((world, context, alliance) => admit(world, context, alliance, 3));
  const exit = inOld((world, context, alliance) => leave(world, context, alliance, 3));

  it.each<[string, Script, boolean]>([
    ['who came and stayed', { 6: enter }, true],
    ['but not who came too late', { 9: enter }, false],
    ['nor who soon went', { 5: enter, 7: exit }, false],
    ['nor who made another treaty', { 5: pact(3, 0) }, false],
  ])('%s', (_, script, expected) => {
    expect(happened(given, runOf(script, old))).toBe(expected);
  });

  it('or, where no alliance is named, any in which all of them were', () => {
    expect(happened(fact('member', 'D A', 5, 15), runOf({ 5: entente(3, 0) }, old))).toBe(true);
    expect(happened(fact('member', 'D A', 5, 15), runOf({ 5: entente(3, 1) }, old))).toBe(false);
  });
});

describe('left an alliance in year 10, give or take a year, had A', () => {
  const given = fact('left', 'A', 10, 11, { alliance: 'old', tolerance: 1 });
  const exit = inOld((world, context, alliance) => leave(world, context, alliance, 0));

  it.each<[string, Script, boolean]>([
    ['who left', { 10: exit }, true],
    ['who left a year early', { 9: exit }, true],
    ['who left a year late', { 11: exit }, true],
    ['but not two years early', { 8: exit }, false],
    ['nor two years late', { 12: exit }, false],
    [
      'who went off with another',
      { 10: inOld((world, context, of) => void split(world, context, of, [0, 1], 'new')) },
      true,
    ],
    ['who let it lapse', { 10: inOld((world, context, of) => dissolve(world, context, of, 'lapsed')) }, true],
    ['but not who was put out', { 10: inOld((world, context, of) => expel(world, context, of, 0)) }, false],
    [
      'nor who was left alone in it',
      {
        9: inOld((w, context, of) => leave(w, context, of, 1)),
        10: inOld((w, context, of) => leave(w, context, of, 2)),
      },
      false,
    ],
    [
      'nor who left another',
      { 3: pact(0, 3), 10: (world, context) => leave(world, context, world.alliances[1]!, 0) },
      false,
    ],
  ])('%s', (_, script, expected) => {
    expect(happened(given, runOf(script, old))).toBe(expected);
  });

  it('and B, only if both did', () => {
    const both = fact('left', 'A B', 10, 11, { alliance: 'old', tolerance: 1 });
    const other = inOld((world, context, alliance) => leave(world, context, alliance, 1));
    expect(happened(both, runOf({ 10: exit }, old))).toBe(false);
    expect(happened(both, runOf({ 10: exit, 11: other }, old))).toBe(true);
  });
});

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

describe('a figure', () => {
  /** Who wants to know what it was finds the one value that fits. */
  const is = (
    name: string,
    who: string,
    value: number,
    script: Script,
    draft: Draft = old,
    years = [10, 12] as const,
  ) =>
    happened(fact('metric', who, years[0], years[1], { metric: name, alliance: 'old', value }), runOf(script, draft));

  const exit = (i: number) => inOld((world, context, alliance) => leave(world, context, alliance, i));
  const enter = (i: number) => inOld((world, context, alliance) => admit(world, context, alliance, i));
  const spend =
    (...rates: number[]): Act =>
    ({ columns }) =>
      rates.forEach((rate, i) => {
        columns.rate[i] = rate;
        columns.budget[i] = 100 * (i + 1);
        columns.spent[i] = rate * columns.budget[i]!;
        columns.strength[i] = i + 1;
      });
  const answer =
    (kind: 'honoured' | 'reneged', helper: string, victim: string, attacker: string): Act =>
    (_, context) =>
      context.emit({ kind, alliance: 'old', who: [helper], victim, attacker });
  const both =
    (...acts: Act[]): Act =>
    (world, context) => {
      for (const act of acts) act(world, context);
    };

  it.each<[string, string, string, number, Script, Draft?]>([
    ['counts the years it is told of', 'alliances', 'A', 2, { 9: pact(0, 1), 12: end }, old],
    ['is a mean over them', 'alliances', 'A', 1.5, { 11: pact(0, 1) }, old],
    ['effort by budgets', 'effortRate', 'A B', 0.2, { 10: spend(0.4, 0.1, 0, 0.9), 11: spend(0.4, 0.1, 0, 0.9) }],
    [
      'a share of the members’ effort',
      'effortShare',
      'A',
      0.4,
      { 10: spend(0.4, 0.3, 0, 9), 11: spend(0.4, 0.3, 0, 9) },
    ],
    ['the great who pay more', 'exploitation', 'A B C D', 1, { 10: spend(0.1, 0.2, 0.3, 0.4) }],
    ['the small who pay more', 'exploitation', 'A B C D', -1, { 10: spend(0.4, 0.3, 0.2, 0.1) }],
    ['those at two percent', 'statesAtTwoPercent', 'A B C D', 2, { 10: spend(0.02, 0.03, 0.019, 0) }],
    ['the clause of the treaty', 'targetRate', 'A', 0.1, {}],
    ['a call that was honoured', 'honoured', 'A B', 1, { 10: answer('honoured', 'A', 'B', 'D') }],
    ['a call that was not', 'honoured', 'A B', 0, { 10: answer('reneged', 'A', 'B', 'D') }],
    ['a call to attack', 'honoured', 'A B', 1, { 10: answer('honoured', 'A', 'D', 'B') }],
    [
      'half of two calls, and none of another’s or of another year',
      'honoured',
      'A B',
      0.5,
      {
        9: answer('reneged', 'A', 'B', 'D'),
        10: both(answer('honoured', 'A', 'B', 'D'), answer('reneged', 'A', 'C', 'D')),
        11: both(answer('reneged', 'A', 'B', 'D'), answer('reneged', 'C', 'B', 'D')),
      },
    ],
    ['nobody left', 'membersLeft', 'A B C', 0, { 9: exit(0) }],
    ['one of them left', 'membersLeft', 'A C', 1, { 10: exit(0) }],
    ['all went when it ended', 'membersLeft', 'A B C', 3, { 10: end }],
    [
      'all went into another',
      'membersLeft',
      'A B',
      2,
      { 5: pact(1, 3), 10: (w, context) => merge(w, context, w.alliances[0]!, w.alliances[1]!) },
    ],
    ['a revolt that was put down', 'revoltsPutDown', 'A B', 1, { 10: exit(0), 11: enter(0) }],
    ['one that was not, in those years', 'revoltsPutDown', 'A B', 0, { 10: exit(0), 12: enter(0) }],
    ['the end', 'collapse', 'A', 1, { 11: end }],
    ['no end yet', 'collapse', 'A', 0, { 12: end }],
    ['two blocs that hold everybody', 'powerInTwoLargestBlocs', 'A B C D', 1, { 5: pact(0, 1), 6: entente(2, 3) }, {}],
    [
      'two of three blocs',
      'powerInTwoLargestBlocs',
      'A B C D E F',
      0.75,
      { 5: both(pact(0, 1), pact(2, 3), pact(4, 5)) },
      {
        actors: ['A', 'B', 'C', 'D', 'E', 'F'].map((id) =>
          actor(id, { resources: { arms: 'EF'.includes(id) ? 200 : 100 } }),
        ),
      },
    ],
  ])('%s', (_, name, who, value, script, draft = old) => {
    expect(is(name, who, value, script, draft)).toBe(true);
    expect(is(name, who, value + 0.001, script, draft)).toBe(false);
  });

  it.each<[string, string, string, Script, Draft?]>([
    ['calls where nobody called', 'honoured', 'A B', {}],
    ['revolts where there was none', 'revoltsPutDown', 'A B', {}],
    ['a clause of what stands no more', 'targetRate', 'A', { 9: end }],
    ['two blocs where there is one', 'powerInTwoLargestBlocs', 'A B C', {}],
    ['a rank of two', 'exploitation', 'A B', {}],
  ])('that nothing shows did not happen: %s', (_, name, who, script, draft = old) => {
    for (const value of [0, 1, 0.1]) expect(is(name, who, value, script, draft)).toBe(false);
  });

  it('may miss its value by the tolerance, which is no tolerance of years', () => {
    const loose = fact('metric', 'A B C', 10, 12, { metric: 'membersLeft', alliance: 'old', value: 3, tolerance: 2 });
    expect(happened(loose, runOf({ 10: exit(0) }, old))).toBe(true);
    expect(happened(loose, runOf({ 9: exit(0) }, old))).toBe(false);
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
      'the model has no figure "mood"',
    ],
    [
      'about the name of something every object has',
      fact('metric', 'A', 1, 2, { metric: 'constructor', value: 1 }),
      'the model has no figure "constructor"',
    ],
    ['about a figure without a value', fact('metric', 'A', 1, 2, { metric: 'honoured' }), 'it names no value'],
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
