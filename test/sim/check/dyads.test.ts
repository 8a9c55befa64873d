import { describe, expect, it } from 'vitest';
import { faultsWith } from './three-powers.ts';

const ab = { from: 'us', to: 'them' };
const ba = { from: 'them', to: 'us' };

describe('two dyads of one pair', () => {
  it.each<[string, object[], string]>([
    [
      'the same',
      [
        { ...ab, hostility: 0.9 },
        { ...ab, hostility: 0.1 },
      ],
      'dyads[1]: "us" and "them" already have dyads[0]',
    ],
    [
      'in the other order',
      [
        { ...ab, hostility: 0.9 },
        { ...ba, relational: 0.1 },
      ],
      'dyads[1]: "them" and "us" already have dyads[0]',
    ],
    [
      'one direction twice',
      [
        { ...ab, mutual: false, hostility: 0.9 },
        { ...ab, mutual: false, calculative: 0.1 },
      ],
      'dyads[1]: "us" toward "them" already has dyads[0]',
    ],
    [
      'a direction that a mutual one has',
      [
        { ...ab, hostility: 0.9 },
        { ...ba, mutual: false, hostility: 0.1 },
      ],
      'dyads[1].hostility: dyads[0] already gives it for "them" and "us"',
    ],
    [
      'a mutual one after a direction',
      [
        { ...ba, mutual: false, relational: 0.9 },
        { ...ab, relational: 0.1 },
      ],
      'dyads[1].relational: dyads[0] already gives it for "us" and "them"',
    ],
    [
      'proximity, which has no direction',
      [
        { ...ab, mutual: false, proximity: 0.9 },
        { ...ba, mutual: false, proximity: 0.9 },
      ],
      'dyads[1].proximity: dyads[0] already gives it for "them" and "us"',
    ],
  ])('%s', (_, dyads, expected) => {
    expect(faultsWith('dyads', dyads)).toEqual([expected]);
  });

  it('may say different things', () => {
    expect(
      faultsWith('dyads', [
        { ...ab, proximity: 0.9 },
        { ...ab, mutual: false, hostility: 0.9 },
        { ...ba, mutual: false, hostility: 0.1 },
      ]),
    ).toEqual([]);
  });
});
