import type { ScenarioDraft } from '../../sim/schema/scenario.ts';
import { actor, scenario, treaty } from './builders.ts';

type ClassroomDraft = NonNullable<ScenarioDraft['classroom']>;
type SecretDraft = NonNullable<ClassroomDraft['secrets']>[string][number];
type TeachingDraft = NonNullable<ScenarioDraft['teaching']>;

export const SEATS = ['Alba', 'Brac', 'Cres', 'Dugi', 'Elba'];

/** Five seats, six rounds, and one of each thing that can be named wrongly. */
export const classroom = (): ClassroomDraft => ({
  seats: [...SEATS],
  rounds: [0, 2, 4, 6, 8, 10].map((from) => ({ from, ticks: 2 })),
  decisions: ['contribute', 'leave', 'honour', 'renege'],
  secrets: Object.fromEntries(
    SEATS.map((id): [string, SecretDraft[]] => [
      id,
      [
        { id: 'open', positions: { sea: -1 }, words: 'You want the sea open.' },
        { id: 'closed', positions: { sea: 1 }, words: 'You want the sea closed.' },
        { id: 'calm', positions: { sea: 0, land: 0.5 }, words: 'You want a calm sea, and land.' },
      ],
    ]),
  ),
  cards: [
    {
      id: 'storm',
      words: 'A storm sinks half your fleet.',
      to: ['Brac'],
      shock: {
        id: 'storm-of-brac',
        name: 'Storm',
        family: 'disaster',
        changes: [{ target: { actors: ['Brac'] }, field: 'resources.arms', operation: 'scale', amount: 0.5 }],
      },
    },
  ],
  predictions: [
    { id: 'war', question: 'Will Alba and Elba fight?', fact: 'war' },
    { id: 'leaves', question: 'Will a member leave?', formula: 'left > 0' },
  ],
});

export const teaching = (): TeachingDraft => ({
  primer: 'Five islands.',
  roles: Object.fromEntries(SEATS.map((id) => [id, `You are ${id}.`])),
  lesson15: [
    { minutes: 5, step: 'Play.' },
    { minutes: 10, step: 'Talk.' },
  ],
  lesson50: [
    { minutes: 20, step: 'Play.' },
    { minutes: 30, step: 'Talk.' },
  ],
  questions: ['Who?', 'When?', 'Why?'].map((question) => ({ question, answer: 'It depends.' })),
  quiz: [1, 2, 3, 4, 5].map((k) => ({
    question: `What is ${k}?`,
    options: ['odd', 'even'],
    right: (k + 1) % 2,
    why: 'Divide.',
  })),
  rubric: [{ criterion: 'Reasons', levels: ['none', 'some', 'many'] }],
});

/** A scenario of five islands that a class can play. */
export const classOfFive = (more: Parameters<typeof scenario>[0] = {}) =>
  scenario({
    ticks: 12,
    interests: [
      { id: 'sea', name: 'The sea', low: 'open', high: 'closed' },
      { id: 'land', name: 'The land', low: 'shared', high: 'fenced' },
    ],
    actors: [...SEATS, 'Foca'].map((id) => actor(id, { position: { land: 0.25 } })),
    treaties: [treaty('pact', ['Alba', 'Brac', 'Cres'])],
    history: [
      { id: 'war', kind: 'war', who: ['Alba', 'Elba'], from: 2, to: 6, source: 'none', confidence: 'estimate' },
    ],
    classroom: classroom(),
    teaching: teaching(),
    ...more,
  });
