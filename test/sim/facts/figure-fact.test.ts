import { describe, expect, it } from 'vitest';
import { happened } from '../../../sim/facts/facts.ts';
import { admit, leave, merge } from '../../../sim/world/membership.ts';
import { actor } from '../builders.ts';
import { type Act, type Draft, end, entente, fact, inOld, old, pact, runOf, type Script } from './scripted-run.ts';

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
    (kind: 'honoured' | 'reneged', helper: string, victim: string, attacker: string, caller = victim): Act =>
    (_, context) => {
      const clause = caller === victim ? 'defence' : 'offence';
      context.emit({ kind, alliance: 'old', who: [helper], victim, attacker, caller, clause });
    };
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
    ['a call to attack', 'honoured', 'A B', 1, { 10: answer('honoured', 'A', 'D', 'B', 'B') }],
    [
      'no call of the victim where the attacker called',
      'honoured',
      'A B',
      0,
      { 10: both(answer('honoured', 'A', 'B', 'D', 'D'), answer('reneged', 'A', 'B', 'D')) },
    ],
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
