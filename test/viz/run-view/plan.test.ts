import { describe, expect, it } from 'vitest';
import { planWords } from '../../../viz/run-view/intervention-words.ts';
import { type Plan, planOf } from '../../../viz/run-view/plan.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { BLANK, type WhatIfDraft } from '../../../viz/run-view/what-if.ts';
import { replay, setting } from './replay-builder.ts';

const told = toRunView({ ...setting, resources: [{ id: 'power', name: 'Power' }] }, replay());

describe('a what-if', () => {
  const plan = (draft: Partial<WhatIfDraft>, tick = 60): Plan => {
    const outcome = planOf(told, tick, [{ ...BLANK, actor: 'AUH', other: 'SRB', alliance: 'dual', ...draft }]);
    if ('fault' in outcome) throw new Error(outcome.fault);
    return outcome.plan;
  };

  it.each<[Partial<WhatIfDraft>, string, unknown]>([
    [
      { kind: 'leave' },
      'Austria-Hungary leaves the Dual Alliance',
      { kind: 'decide', tick: 60, actor: 'AUH', choice: { act: 'leave', alliance: 'dual' } },
    ],
    [
      { kind: 'join', alliance: 'franco' },
      'Austria-Hungary joins the Franco-Russian Alliance',
      { kind: 'decide', tick: 60, actor: 'AUH', choice: { act: 'join', alliance: 'franco' } },
    ],
    [
      { kind: 'propose' },
      'Austria-Hungary proposes an alliance to Serbia',
      { kind: 'decide', tick: 60, actor: 'AUH', choice: { act: 'propose', to: 'SRB' } },
    ],
    [
      { kind: 'contribute', share: '12,5' },
      'Austria-Hungary contributes 12.5 % of its budget from then on',
      { kind: 'decide', tick: 60, actor: 'AUH', choice: { act: 'contribute', rate: 0.125 } },
    ],
    [
      { kind: 'renege', actor: 'RUS' },
      'Russian Empire reneges on its commitment',
      { kind: 'decide', tick: 142, actor: 'RUS', choice: { act: 'renege' } },
    ],
    [
      { kind: 'loyalty', value: '0.9' },
      'the loyalty of Austria-Hungary is set to 0.9',
      { kind: 'set', tick: 60, path: 'actors.AUH.loyalty', value: 0.9 },
    ],
  ])('%o is told as it is placed', (draft, says, intervention) => {
    const made = plan(draft);
    expect(made).toEqual({ tick: draft.kind === 'renege' ? 142 : 60, interventions: [intervention] });
    expect(planWords(told, made)).toBe(says);
  });

  it('of strength strikes every resource, for as long as it says', () => {
    const made = plan({ kind: 'strength', factor: '0.5', lasts: '1' });
    const { interventions } = made;
    const says = planWords(told, made);
    expect(says).toBe('the strength of Austria-Hungary is multiplied by 0.5 for 1 year');
    expect(interventions).toMatchObject([
      {
        shock: {
          name: says,
          changes: [
            { target: { actors: ['AUH'] }, field: 'resources.power', operation: 'scale', amount: 0.5, duration: 1 },
          ],
        },
      },
    ]);
  });

  it('of ill will is felt on both sides, and with no term for good', () => {
    const made = plan({ kind: 'hostility', level: '1', lasts: '' });
    const { interventions } = made;
    expect(planWords(told, made)).toBe('hostility between Austria-Hungary and Serbia is set to 1 permanently');
    expect(interventions).toMatchObject([
      {
        shock: {
          changes: [
            {
              target: {
                dyads: [
                  { from: 'AUH', to: 'SRB' },
                  { from: 'SRB', to: 'AUH' },
                ],
              },
              duration: null,
            },
          ],
        },
      },
    ]);
  });

  it.each<[Partial<WhatIfDraft>, string]>([
    [{ kind: 'contribute', share: '101' }, 'The share of the budget is a number from 0 to 100.'],
    [{ kind: 'contribute', share: '' }, 'The share of the budget is a number from 0 to 100.'],
    [{ kind: 'strength', factor: '-1' }, 'The factor is a number from 0 to 100.'],
    [{ kind: 'hostility', level: 'much' }, 'The hostility is a number from 0 to 1.'],
    [
      { kind: 'hostility', lasts: 'long' },
      'The duration is a number of years from 0 to 10000. Leave it empty for a permanent change.',
    ],
    [{ kind: 'valuation', value: '0' }, 'The valuation is a number from 0.001 to 1000.'],
    [{ kind: 'honour', actor: 'JPN' }, 'No ally calls upon Empire of Japan again in this run.'],
  ])('that cannot be, %o, is answered in one sentence', (draft, fault) => {
    expect(() => plan(draft)).toThrow(fault);
  });
});

describe('several what-ifs at once', () => {
  const draft = (change: Partial<WhatIfDraft>): WhatIfDraft => ({
    ...BLANK,
    actor: 'AUH',
    alliance: 'dual',
    other: 'SRB',
    ...change,
  });

  it('are one branch, in the order of their ticks, each shock with an id of its own', () => {
    const outcome = planOf(told, 60, [
      draft({ kind: 'renege', actor: 'RUS' }),
      draft({ kind: 'strength' }),
      draft({ kind: 'strength', actor: 'GER' }),
      draft({ kind: 'cancel' }),
    ]);
    if ('fault' in outcome) throw new Error(outcome.fault);
    const { tick, interventions } = outcome.plan;
    expect(tick).toBe(60);
    expect(interventions.map((placed) => `${placed.tick} ${placed.kind}`)).toEqual([
      '60 shock',
      '60 shock',
      '60 cancel',
      '142 decide',
    ]);
    const ids = interventions.flatMap((placed) => (placed.kind === 'shock' ? [placed.shock.id] : []));
    expect(new Set(ids).size).toBe(2);
    expect(planWords(told, outcome.plan)).toMatch(
      /; the Dual Alliance is cancelled; Russian Empire reneges on its commitment$/,
    );
  });

  it('are refused for the first that is wrong', () => {
    const outcome = planOf(told, 60, [draft({ kind: 'stay' }), draft({ kind: 'contribute', share: '200' })]);
    expect(outcome).toEqual({ fault: 'The share of the budget is a number from 0 to 100.' });
  });
});
