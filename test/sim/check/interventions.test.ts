import { describe, expect, it } from 'vitest';
import { check, checkPlaced, faultSentence } from '../../../sim/check/check.ts';
import type { Scenario } from '../../../sim/schema/scenario.ts';
import { powers } from '../powers.ts';
import { scenario } from './three-powers.ts';

describe('interventions', () => {
  it.each<[object, string]>([
    [
      { kind: 'sett' },
      '[0].kind: expected one of "shock", "set", "cancel", "decide", got "sett" (did you mean "set"?)',
    ],
    [
      { kind: 'set', tick: 12, path: 'parameters.p', value: 1 },
      '[0].tick: expected a tick of the run, before 12, got 12',
    ],
    [{ kind: 'set', tick: 1, path: 'parameters.q', value: 1 }, '[0].path: unknown parameter "q"'],
    [{ kind: 'set', tick: 1, path: 'parameters.p', value: '1' }, '[0].value: expected a number, got "1"'],
    [
      { kind: 'set', tick: -1, path: 'parameters.p', value: 1 },
      '[0].tick: expected a whole number from 0 to 100000, got -1',
    ],
    [{ kind: 'cancel', tick: 1, what: 'shock', id: 'lunch' }, '[0].id: unknown shock "lunch" (did you mean "launch"?)'],
    [
      { kind: 'decide', tick: 1, actor: 'mars', choice: { act: 'leave', alliance: 'x' } },
      '[0].actor: unknown actor "mars" (known: us, you, them)',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'contribute', rate: 2 } },
      '[0].choice.rate: expected a number from 0 to 1, got 2',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'propose', to: 'us' } },
      '[0].choice.to: "us" is the actor that decides: expected another actor',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'honour', caller: 'us' } },
      '[0].choice.caller: "us" is the actor that decides: expected another actor',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'hold' } },
      '[0].choice.ticks: missing, expected a whole number ≥ 1',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'sign', parties: ['you', 'them'] } },
      '[0].choice.parties: expected "us", the actor that signs, among the parties',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'sign', parties: ['us', 'you', 'us'] } },
      '[0].choice.parties[2]: "us" is named twice',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'sign', parties: ['us', 'you'], quotas: { them: 1 } } },
      '[0].choice.quotas.them: unknown party "them" (known: us, you)',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', as: 'bot', choice: { act: 'hold', ticks: 1 } },
      '[0].as: expected one of "player", "default", got "bot"',
    ],
  ])('%j', (intervention, expected) => {
    const outcome = checkPlaced([intervention], scenario());
    expect('faults' in outcome && faultSentence(outcome.faults[0]!)).toBe(expected);
  });

  it.each<[string, object, object]>([
    ['the same', { act: 'leave', alliance: 'x' }, { act: 'leave', alliance: 'x' }],
    ['the contrary', { act: 'leave', alliance: 'x' }, { act: 'stay', alliance: 'x' }],
    ['another answer', { act: 'honour', victim: 'you' }, { act: 'renege', victim: 'you' }],
    ['another vote', { act: 'vote', alliance: 'x', support: true }, { act: 'vote', alliance: 'x', support: false }],
    ['another effort', { act: 'contribute', rate: 0.1 }, { act: 'contribute', rate: 0.2 }],
    ['the same text', { act: 'sign', parties: ['us', 'you'] }, { act: 'sign', parties: ['you', 'us'], quotas: {} }],
  ])('may not decide %s a second time for one actor in one tick', (_, first, second) => {
    const placed = [first, second].map((choice) => ({ kind: 'decide', tick: 1, actor: 'us', choice }));
    const outcome = checkPlaced(placed, scenario());
    expect('faults' in outcome && outcome.faults.map(faultSentence)).toEqual([
      '[1]: "us" has decided this in tick 1 already (entry 0): expected one final decision',
    ]);
    const [one, other] = placed;
    expect(checkPlaced([one, { ...other, tick: 2 }], scenario())).toHaveProperty('value');
  });

  it('may name an alliance that is not founded yet', () => {
    const leave = { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'leave', alliance: 'us-them-4' } };
    expect(checkPlaced([leave], scenario())).toEqual({ value: [leave] });
  });

  describe('that place shocks', () => {
    const many = (): Scenario => {
      const checked = check(powers(1_000, 3));
      if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join());
      return checked.value;
    };
    const change = { target: { among: 'all' }, field: 'hostility', operation: 'add', amount: 1e-6 };
    const shocks = (count: number, changes: readonly unknown[]) =>
      Array.from({ length: count }, (_, k) => ({
        kind: 'shock',
        tick: 0,
        shock: { id: `s${k}`, name: 's', family: 'threat', changes },
      }));

    it.each<[string, unknown[], string]>([
      ['numbers', shocks(6, [change]), 'they change 6000000 numbers of the state, more than 5000000'],
      [
        'changes',
        shocks(3, Array(7_000).fill({ ...change, target: { actors: ['P1'] }, field: 'autonomy' })),
        '21000 changes in all, more than 20000',
      ],
    ])('have the limit on %s that scheduled shocks have', (_, placed, expected) => {
      const outcome = checkPlaced(placed, many());
      expect('faults' in outcome && outcome.faults.map(faultSentence)).toEqual([expected]);
      const scheduled = placed.map((one) => ({ ...(one as { shock: object }).shock, at: 1900 }));
      const own = check({ ...powers(1_000, 3), shocks: scheduled });
      expect('faults' in own && own.faults.map(faultSentence)).toEqual([`shocks: ${expected}`]);
    });

    it.each<[string, number, object, string | undefined]>([
      ['of one shock', 1, { duration: 0.5 }, '1000000'],
      ['that fade', 1, { duration: 0, halfLife: 1 }, '1000000'],
      [
        'of several at once',
        3,
        { target: { among: Array.from({ length: 280 }, (_, k) => `P${k}`) }, duration: 5 },
        '235200',
      ],
      [
        'that are few enough',
        2,
        { target: { among: Array.from({ length: 280 }, (_, k) => `P${k}`) }, duration: 5 },
        undefined,
      ],
    ])('have a limit on temporary changes, %s, as scheduled shocks do', (_, count, more, expected) => {
      const sentence = `they hold ${expected} numbers of the state under temporary changes, more than 160000 at once`;
      const placed = shocks(count, [{ ...change, ...more }]);
      const outcome = checkPlaced(placed, many());
      const start = many().time.start;
      expect('faults' in outcome ? outcome.faults.map(faultSentence) : []).toEqual(
        expected ? [`at ${start} ${sentence}`] : [],
      );
      const scheduled = placed.map((one) => ({ ...(one as { shock: object }).shock, at: start + 1 }));
      const own = check({ ...powers(1_000, 3), shocks: scheduled });
      expect('faults' in own ? own.faults.map(faultSentence) : []).toEqual(
        expected ? [`shocks: at ${start + 1} ${sentence}`] : [],
      );
    });

    it('have that limit together with those of the scenario, and one after another none', () => {
      const pairs = { target: { among: Array.from({ length: 300 }, (_, k) => `P${k}`) } };
      const own = shocks(1, [{ ...change, ...pairs, duration: 0 }])[0]!.shock;
      const checked = check({ ...powers(1_000, 3), shocks: [{ ...own, id: 'own', at: many().time.start }] });
      if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join());
      const [placed] = shocks(1, [{ ...change, ...pairs, duration: 0 }]);
      const outcome = checkPlaced([placed], checked.value);
      expect('faults' in outcome && outcome.faults.map(faultSentence)).toEqual([
        expect.stringMatching(
          / they hold 180000 numbers of the state under temporary changes, more than 160000 at once$/,
        ),
      ]);
      expect(checkPlaced([{ ...placed, tick: 2 }], checked.value)).toHaveProperty('value');
    });

    it('are fine within it', () => {
      expect(checkPlaced(shocks(2, [change]), many())).toHaveProperty('value');
    });
  });
});
