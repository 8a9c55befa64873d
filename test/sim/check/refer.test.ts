import { describe, expect, it } from 'vitest';
import { checkPlaced, faultSentence } from '../../../sim/check/check.ts';
import { change, draft, faultsWith, scenario } from './three-powers.ts';

describe('what a list names twice is a fault at its place', () => {
  const { treaties, capabilities, history, shocks } = draft();
  const pact = treaties[0]!;
  const source = { source: 'a book', confidence: 'estimate' };
  it.each<[string, unknown, string]>([
    ['treaties', [{ ...pact, members: ['us', 'you', 'us'] }], 'treaties[0].members[2]: "us" is named twice'],
    [
      'treaties',
      [{ ...pact, obligations: ['defence', 'defence'] }],
      'treaties[0].obligations[1]: "defence" is named twice',
    ],
    [
      'treaties',
      [{ ...pact, disputes: ['mediation', 'mediation'] }],
      'treaties[0].disputes[1]: "mediation" is named twice',
    ],
    ['treaties', [{ ...pact, against: ['them', 'them'] }], 'treaties[0].against[1]: "them" is named twice'],
    ['treaties', [pact, pact], 'treaties[1].id: "pact" already names treaties[0]'],
    ['shocks', [shocks[0], shocks[0]], 'shocks[1].id: "launch" already names shocks[0]'],
    [
      'shocks.0.changes',
      change({ target: { actors: ['us', 'us'] } }),
      'shocks[0].changes[0].target.actors[1]: "us" is named twice',
    ],
    [
      'shocks.0.changes',
      change({ target: { among: ['us', 'you', 'us'] }, field: 'hostility' }),
      'shocks[0].changes[0].target.among[2]: "us" is named twice',
    ],
    [
      'shocks.0.changes',
      change({ target: { threats: ['storm', 'storm'] }, field: 'strength' }),
      'shocks[0].changes[0].target.threats[1]: "storm" is named twice',
    ],
    [
      'shocks.0.changes',
      change({ target: { alliances: ['pact', 'pact'] }, field: 'formality' }),
      'shocks[0].changes[0].target.alliances[1]: "pact" is named twice',
    ],
    [
      'shocks.0.changes',
      change({
        target: {
          dyads: [
            { from: 'us', to: 'you' },
            { from: 'us', to: 'you' },
          ],
        },
        field: 'hostility',
      }),
      'shocks[0].changes[0].target.dyads[1]: "us and you" is named twice',
    ],
    [
      'shocks.0.changes',
      change({
        target: {
          dyads: [
            { from: 'us', to: 'you' },
            { from: 'you', to: 'us' },
          ],
        },
        field: 'proximity',
      }),
      'shocks[0].changes[0].target.dyads[1]: "us and you" is named twice',
    ],
    [
      'capabilities',
      [capabilities[0], { ...capabilities[0], years: [1902, 1903] }],
      'capabilities[1].values.them: "navy" of "them" already has a series in capabilities[0]',
    ],
    ['history', [{ ...history[0], who: ['us', 'us'] }], 'history[0].who[1]: "us" is named twice'],
    [
      'provenance',
      [
        { path: 'actors.**', ...source },
        { path: 'actors.**', ...source },
      ],
      'provenance[1].path: "actors.**" is already the path of provenance[0]',
    ],
    [
      'view',
      { chart: 'actors', of: ['strength', 'strength'], look: ['here', 'there'] },
      'view.of[1]: "strength" is named twice',
    ],
    [
      'analyses',
      [{ name: 'structural-balance' }, { name: 'structural-balance' }],
      'analyses[1].name: "structural-balance" is listed twice',
    ],
  ])('%s', (path, value, expected) => {
    expect(faultsWith(path, value)).toContain(expected);
  });

  it('a pair may stand in both directions where they differ, and two series may share a resource', () => {
    const both = [
      { from: 'us', to: 'you' },
      { from: 'you', to: 'us' },
    ];
    expect(faultsWith('shocks.0.changes', change({ target: { dyads: both }, field: 'hostility' }))).toEqual([]);
    expect(faultsWith('capabilities', [capabilities[0], { ...capabilities[0], values: { us: [1, 2] } }])).toEqual([]);
  });

  it('in what a person places too', () => {
    const blow = { id: 'x', name: 'X', family: 'power', changes: change({ target: { actors: ['us', 'us'] } }) };
    const clauses = { obligations: ['defence', 'defence'] };
    const outcome = checkPlaced(
      [
        { kind: 'shock', tick: 1, shock: blow },
        { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'propose', to: 'you', clauses } },
      ],
      scenario(),
    );
    expect('faults' in outcome && outcome.faults.map(faultSentence)).toEqual([
      '[0].shock.changes[0].target.actors[1]: "us" is named twice',
      '[1].choice.clauses.obligations[1]: "defence" is named twice',
    ]);
  });
});
