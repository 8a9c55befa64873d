import { describe, expect, it } from 'vitest';
import { checkPlaced, faultSentence } from '../../../sim/check/check.ts';
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
  ])('%j', (intervention, expected) => {
    const outcome = checkPlaced([intervention], scenario());
    expect('faults' in outcome && faultSentence(outcome.faults[0]!)).toBe(expected);
  });

  it('may name an alliance that is not founded yet', () => {
    const leave = { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'leave', alliance: 'us-them-4' } };
    expect(checkPlaced([leave], scenario())).toEqual({ value: [leave] });
  });
});
