import { describe, expect, it } from 'vitest';
import type { DecisionRow, Happening } from '../../../classroom/protocol/message.ts';
import { headlines } from '../../../viz/classroom/headlines.ts';
import { promisesKept } from '../../../viz/classroom/promises-kept.ts';
import { staffHash, staffLinkIn } from '../../../viz/classroom/staff-link.ts';

describe('a link of the instructor or of the projector', () => {
  it('says a room and a token, and is read as it was written', () => {
    const token = 'aB3_-'.repeat(5);
    expect(staffLinkIn(staffHash('KQ7M', token))).toEqual({ code: 'KQ7M', token });
  });

  it.each([
    '',
    '#',
    '#KQ7M',
    '#KQ7M.short',
    `#kq7m.${'a'.repeat(22)}`,
    `#KQ7M.${'a'.repeat(21)}/`,
    `#${'a'.repeat(22)}`,
  ])('is not read into %j', (hash) => expect(staffLinkIn(hash)).toBeUndefined());
});

const happening = (kind: string): Happening => ({ date: 1900, kind, who: ['GER'], about: {} });

it('headlines are what matters most, in the order in which it happened', () => {
  const news = ['renewed', 'joined', 'attacked', 'honoured', 'founded', 'renewed'].map(happening);
  expect(headlines(news, 3).map(({ kind }) => kind)).toEqual(['attacked', 'honoured', 'founded']);
  expect(headlines(news, 9)).toEqual(news);
});

it('a promise counts by what came of it, not by what was meant', () => {
  const row = (actor: string, outcome: string) => ({ actor, outcome }) as DecisionRow;
  const rows = [
    row('GER', 'honoured'),
    row('RUS', 'reneged'),
    row('GER', 'no-occasion'),
    row('GER', 'reneged'),
    row('ITA', 'joined'),
  ];
  expect(promisesKept(rows)).toEqual([
    { actor: 'GER', kept: 1, broken: 1 },
    { actor: 'RUS', kept: 0, broken: 1 },
  ]);
});
