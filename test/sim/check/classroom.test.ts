import { describe, expect, it } from 'vitest';
import { check, faultSentence } from '../../../sim/check/check.ts';
import { classFaults } from '../../../sim/check/classroom.ts';
import { classOfFive } from '../class-of-five.ts';

/** The sentences about the class of five with one value changed; undefined removes it. */
function faultsWith(path: string, value: unknown): string[] {
  const draft: unknown = structuredClone(classOfFive());
  const steps = path.split('.');
  const last = steps.pop()!;
  const home = steps.reduce((at, step) => (at as Record<string, unknown>)[step], draft) as Record<string, unknown>;
  if (value === undefined) delete home[last];
  else home[last] = value;
  const outcome = check(draft);
  return 'faults' in outcome ? outcome.faults.map(faultSentence) : [];
}

const round = (from: number, ticks: number) => ({ from, ticks });
const rounds = (...last: { from: number; ticks: number }[]) => [
  ...[0, 1, 2, 3, 4, 5].map((from) => round(from, 1)),
  ...last,
];
const prediction = (more: object) => [{ id: 'p', question: 'Will it?', ...more }];

it('a class and its lessons pass, and a scenario may lack both', () => {
  expect(faultsWith('id', 'five')).toEqual([]);
  expect(faultsWith('classroom', undefined)).toEqual([]);
  expect(faultsWith('teaching', undefined)).toEqual([]);
});

it('a seat that is no actor is named, and so is what else hangs on that seat', () => {
  expect(faultsWith('classroom.seats.4', 'Giglio')).toEqual([
    'classroom.seats[4]: unknown actor "Giglio" (known: Alba, Brac, Cres, Dugi, Elba, Foca)',
    'classroom.secrets.Elba: "Elba" is no seat of the class (did you mean "Alba"?)',
    'teaching.roles: no role for "Giglio", a seat of the class',
  ]);
});

describe('a class is refused in one sentence with its place', () => {
  const table: [string, unknown, string][] = [
    [
      'classroom.seats',
      ['Alba', 'Brac', 'Cres', 'Dugi'],
      'classroom.seats: expected a list of 5 to 9, got a list of 4',
    ],
    ['classroom.seats', ['Alba', 'Brac', 'Cres', 'Dugi', 'Elba', 'Elba'], 'classroom.seats[5]: "Elba" is named twice'],
    ['classroom.rounds', [round(0, 12)], 'classroom.rounds: expected a list of 6 to 12, got a list of 1'],
    [
      'classroom.rounds',
      rounds(round(5, 2)),
      'classroom.rounds[6].from: expected a tick from 6 on, where the round before ends, got 5',
    ],
    [
      'classroom.rounds',
      rounds(round(8, 2), round(6, 2)),
      'classroom.rounds[7].from: expected a tick from 10 on, where the round before ends, got 6',
    ],
    ['classroom.rounds.0.ticks', 0, 'classroom.rounds[0].ticks: expected a whole number from 1 to 100000, got 0'],
    [
      'classroom.decisions',
      ['contribute', 'betray'],
      'classroom.decisions[1]: expected one of "contribute", "join", "leave", "stay", "bear", "honour", "renege", "vote", "sign", got "betray"',
    ],
    [
      'classroom.decisions',
      ['propose'],
      'classroom.decisions[0]: expected one of "contribute", "join", "leave", "stay", "bear", "honour", "renege", "vote", "sign", got "propose"',
    ],
    ['classroom.decisions', ['vote', 'vote'], 'classroom.decisions[1]: "vote" is named twice'],
    [
      'classroom.secrets.Foca',
      [
        { id: 'x', positions: { sea: 0 }, words: 'x' },
        { id: 'y', positions: { sea: 1 }, words: 'y' },
      ],
      'classroom.secrets.Foca: "Foca" is no seat of the class (known: Alba, Brac, Cres, Dugi, Elba)',
    ],
    [
      'classroom.secrets.Alba',
      [{ id: 'x', positions: { sea: 0 }, words: 'x' }],
      'classroom.secrets.Alba: expected a list of 2 to 4, got a list of 1',
    ],
    ['classroom.secrets.Alba.1.id', 'open', 'classroom.secrets.Alba[1]: "open" is named twice'],
    [
      'classroom.secrets.Alba.1.positions',
      { see: 1 },
      'classroom.secrets.Alba[1].positions.see: unknown interest axis "see" (did you mean "sea"?)',
    ],
    [
      'classroom.secrets.Alba.1.positions.sea',
      2,
      'classroom.secrets.Alba[1].positions.sea: expected a number from -1 to 1, got 2',
    ],
    [
      'classroom.secrets.Alba.1.positions',
      {},
      'classroom.secrets.Alba[1].positions: expected a number for at least one interest axis',
    ],
    [
      'classroom.secrets.Alba.1.words',
      '',
      'classroom.secrets.Alba[1].words: expected a text of 1 to 500 characters, got ""',
    ],
    ['classroom.cards.0.shock.at', 3, 'classroom.cards[0].shock.at: unknown key'],
    [
      'classroom.cards.0.shock.changes.0.field',
      'resources.navy',
      'classroom.cards[0].shock.changes[0].field: unknown resource "navy"',
    ],
    [
      'classroom.cards.0.shock.changes.0.amount',
      'cosh(1)',
      'classroom.cards[0].shock.changes[0].amount: function "cosh" is not allowed in a formula (abs, sqrt, exp, log, floor, ceil, round, sign, min, max, pow, clamp)',
    ],
    [
      'classroom.cards.0.to',
      ['Foca'],
      'classroom.cards[0].to[0]: "Foca" is no seat of the class (known: Alba, Brac, Cres, Dugi, Elba)',
    ],
    [
      'shocks',
      [{ ...classOfFive().classroom!.cards[0]!.shock, at: 3 }],
      'classroom.cards[0].shock.id: "storm-of-brac" already names shocks[0]',
    ],
    ['classroom.defaults', { call: 'flee' }, 'classroom.defaults.call: expected one of "honour", "renege", got "flee"'],
    [
      'classroom.predictions',
      prediction({}),
      'classroom.predictions[0]: expected either "fact" or "formula", which answers the question, got neither',
    ],
    [
      'classroom.predictions',
      prediction({ fact: 'war', formula: 'left' }),
      'classroom.predictions[0]: expected either "fact" or "formula", which answers the question, got both',
    ],
    [
      'classroom.predictions',
      prediction({ fact: 'peace' }),
      'classroom.predictions[0].fact: unknown fact of the history "peace" (known: war)',
    ],
    [
      'classroom.predictions',
      prediction({ formula: 'lef > 0' }),
      'classroom.predictions[0].formula: unknown name "lef" in formula (known: alliances, meanSize,',
    ],
    [
      'teaching.roles.Giglio',
      'You are Giglio.',
      'teaching.roles.Giglio: unknown actor "Giglio" (known: Alba, Brac, Cres, Dugi, Elba, Foca)',
    ],
    ['teaching.roles.Elba', undefined, 'teaching.roles: no role for "Elba", a seat of the class'],
    ['teaching.lesson15.0.minutes', 6, 'teaching.lesson15: the steps take 16 minutes, expected 15'],
    ['teaching.lesson50.0.minutes', 19, 'teaching.lesson50: the steps take 49 minutes, expected 50'],
    ['teaching.quiz.2.right', 2, 'teaching.quiz[2].right: expected the index of an option, from 0 to 1, got 2'],
    ['teaching.questions', [], 'teaching.questions: expected a list of 3, got a list of 0'],
  ];
  it.each(table)('%s as %j', (path, value, sentence) => {
    const faults = faultsWith(path, value);
    expect(faults).toHaveLength(1);
    expect(faults[0]!.slice(0, sentence.length)).toBe(sentence);
  });
});

describe('a scenario whose time is set to another one', () => {
  const timed = (ticks: number) => classOfFive({ ticks });
  const sentences = (ticks: number) => classFaults(timed(ticks)).map(faultSentence);

  it('runs as before, but no class can play rounds beyond its end', () => {
    expect(sentences(12)).toEqual([]);
    expect(sentences(100)).toEqual([]);
    expect(sentences(9)).toEqual([
      'classroom.rounds[4].ticks: the round ends after tick 10, and the scenario has 9 ticks',
      'classroom.rounds[5].ticks: the round ends after tick 12, and the scenario has 9 ticks',
    ]);
  });

  it('asks nothing about years after the last round', () => {
    const [war] = classOfFive().history.facts;
    expect(classFaults(classOfFive({ history: [{ ...war!, to: 13 }] })).map(faultSentence)).toEqual([
      'classroom.predictions[0].fact: the last round ends in 12, before the fact does in 13',
    ]);
  });

  it('has nothing to ask where there is no class', () => {
    const { classroom: _, ...plain } = timed(9);
    expect(classFaults(plain)).toEqual([]);
  });
});
