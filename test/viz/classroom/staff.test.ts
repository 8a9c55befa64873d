import { describe, expect, it } from 'vitest';
import type { DebriefEvent } from '../../../classroom/protocol/debrief-file.ts';
import type { Happening } from '../../../classroom/protocol/state.ts';
import { headlines } from '../../../viz/classroom/headlines.ts';
import { neverDue, promisesKept } from '../../../viz/classroom/promises-kept.ts';
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

describe('promises', () => {
  const deed = (date: number, kind: string, who: string[], about: DebriefEvent['about']): DebriefEvent => ({
    event: date,
    tick: date,
    date,
    kind,
    who,
    about,
  });
  const EVENTS = [
    deed(1879, 'founded', ['GER', 'AUH'], { alliance: 'dual', obligations: ['defence'] }),
    deed(1880, 'honoured', ['GER', 'ITA'], { caller: 'AUH', alliance: 'dual', clause: 'defence' }),
    deed(1887, 'reneged', ['GER'], { caller: 'AUH', alliance: 'dual', clause: 'defence' }),
    deed(1889, 'violated', ['RUS'], { victim: 'GER', alliance: 'pact', obligation: 'nonaggression' }),
    deed(1890, 'founded', ['FRA', 'RUS'], { alliance: 'entente', obligations: ['consultation'] }),
    deed(1891, 'joined', ['ITA'], { alliance: 'dual' }),
  ];

  it('are told by who owed what to whom, and whether it was kept each time it was due', () => {
    const dual = { to: 'AUH', alliance: 'dual', obligation: 'defence' };
    expect(promisesKept(EVENTS)).toEqual([
      { actor: 'GER', ...dual, kept: [1880], broken: [1887] },
      { actor: 'ITA', ...dual, kept: [1880], broken: [] },
      { actor: 'RUS', to: 'GER', alliance: 'pact', obligation: 'nonaggression', kept: [], broken: [1889] },
    ]);
  });

  it('that were never due are told by their treaties', () => {
    const inForce = [
      { alliance: 'pact', obligations: ['nonaggression'] },
      { alliance: 'old', obligations: ['defence'] },
      { alliance: 'trade', obligations: [] },
    ];
    expect(neverDue(promisesKept(EVENTS), EVENTS, inForce)).toEqual(['old', 'entente']);
  });
});
