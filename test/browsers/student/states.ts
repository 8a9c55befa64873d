import type { DebriefFile } from '../../../classroom/protocol/debrief-file.ts';
import type { Option, Price, Scene, StudentState } from '../../../classroom/protocol/state.ts';

// What a scripted room says: one state for each point of a game, of a class that plays Europe before 1914.

export const CODE = 'KQ7M';
export const PHRASE = 'amber fox river';

const ACTORS = {
  en: { SRB: 'Serbia', RUS: 'Russia', FRA: 'France', GER: 'Germany', AUH: 'Austria-Hungary', GBR: 'Britain' },
  es: { SRB: 'Serbia', RUS: 'Rusia', FRA: 'Francia', GER: 'Alemania', AUH: 'Austria-Hungría', GBR: 'Reino Unido' },
};

export function sceneIn(language: 'en' | 'es'): Scene {
  const isSpanish = language === 'es';
  return {
    for: 'scene',
    language,
    code: CODE,
    engine: '0',
    scenario: {
      id: 'europe',
      title: isSpanish ? 'Europa, 1879–1914: de la alianza a la guerra' : 'Europe, 1879–1914: from alliance to war',
      primer: '',
    },
    actors: Object.entries(ACTORS[language]).map(([actor, name]) => ({ actor, name })),
    seats: ['SRB', 'RUS', 'FRA', 'GER', 'AUH'],
    rounds: Array.from({ length: 8 }, (_, k) => ({ from: 1908 + k / 4, to: 1908.25 + k / 4 })),
    acts: ['contribute', 'join', 'leave', 'vote', 'sign', 'honour', 'renege'],
    questions: [
      {
        id: 'lasts',
        question: isSpanish
          ? '¿Seguirá en vigor la Entente al final?'
          : 'Will the Entente still be in force at the end?',
      },
      { id: 'war', question: isSpanish ? '¿Habrá una guerra general?' : 'Will there be a general war?' },
    ],
    defaults: { call: 'honour', vote: 'abstain' },
  };
}

const unitIn = (language: 'en' | 'es'): string => (language === 'es' ? 'millones de libras' : 'million pounds');

const change = (before: number, after: number) => ({ before, after });

export function priceOf(language: 'en' | 'es', pays: number, gets: number, danger = 0.03): Price {
  return {
    unit: unitIn(language),
    pays: change(12, pays),
    share: change(0.08, pays / 150),
    gets: change(9, gets),
    danger: change(0.03, danger),
  };
}

function optionsIn(language: 'en' | 'es'): Option[] {
  const contribute = [0.04, 0.08, 0.12].map((rate, k): Option => {
    const price = priceOf(language, 150 * rate, [7.5, 9, 10.2][k]!, [0.041, 0.03, 0.024][k]!);
    return {
      slot: 'contribute ',
      choice: { act: 'contribute', rate },
      price,
      seenBy: 'all-at-close',
      isDefault: k === 1,
    };
  });
  return [
    ...contribute,
    {
      slot: 'membership entente',
      choice: { act: 'stay', alliance: 'entente' },
      price: priceOf(language, 12, 9),
      seenBy: 'all-at-close',
      isDefault: true,
    },
    {
      slot: 'membership entente',
      choice: { act: 'leave', alliance: 'entente' },
      price: { ...priceOf(language, 0, 4, 0.062), from: 1909.25 },
      seenBy: 'all-at-close',
      isDefault: false,
    },
    {
      slot: 'membership triple',
      choice: { act: 'join', alliance: 'triple' },
      price: { ...priceOf(language, 0, 0), barred: 'exclusive' },
      seenBy: 'all-at-close',
      isDefault: false,
    },
    ...[true, false].map(
      (support): Option => ({
        slot: 'vote entente accession GBR',
        choice: { act: 'vote', alliance: 'entente', support, matter: 'accession', subject: 'GBR' },
        price: priceOf(language, support ? 11 : 12, support ? 11 : 9),
        seenBy: 'all-at-close',
        isDefault: false,
      }),
    ),
  ];
}

export const STEPS = [
  'no-actor',
  'lobby',
  'predict',
  'round',
  'running',
  'crisis',
  'crisis-of-others',
  'between',
  'bot',
  'deadline',
  'debrief',
  'removed',
] as const;
export type Step = (typeof STEPS)[number];

/** Texts of strangers: they must be read as texts. */
export const MARKUP = '<img src=x onerror="globalThis.written=1">';

function quiet(language: 'en' | 'es'): StudentState {
  const isSpanish = language === 'es';
  return {
    for: 'student',
    stage: 'lobby',
    round: -1,
    clock: { left: null, isPaused: false },
    decided: 0,
    of: 5,
    seats: [
      { actor: 'SRB', players: 2, isBot: false },
      { actor: 'RUS', players: 1, isBot: false },
      { actor: 'FRA', players: 1, isBot: false },
      { actor: 'GER', players: 1, isBot: false },
      { actor: 'AUH', players: 0, isBot: true },
    ],
    treaties: [
      {
        alliance: 'entente',
        name: 'Entente',
        members: ['SRB', 'RUS', 'FRA'],
        obligations: ['defence'],
        quotas: { SRB: 12, RUS: 45, FRA: 38 },
        founded: 1894,
      },
      {
        alliance: 'triple',
        name: isSpanish ? 'Triple Alianza' : 'Triple Alliance',
        members: ['GER', 'AUH'],
        obligations: ['defence'],
        quotas: {},
        founded: 1882,
      },
    ],
    cards: [],
    news: [],
    you: {
      player: 'p1',
      name: 'Amber Fox',
      actor: 'SRB',
      delegation: [],
      isLeftToBot: false,
      isRemoved: false,
      role: isSpanish
        ? 'Un país pequeño entre dos imperios. Sin Rusia estás solo.'
        : 'A small country between two empires. Without Russia you stand alone.',
      facts: [
        { label: isSpanish ? 'Presupuesto' : 'Budget', value: 150, unit: unitIn(language) },
        { label: isSpanish ? 'Fuerza' : 'Strength', value: 0.42, unit: isSpanish ? '× la media' : '× the mean' },
      ],
      secret: isSpanish
        ? 'Quieres Bosnia más que la paz. No se lo digas a Rusia.'
        : 'You want Bosnia more than peace. Do not let Russia know.',
      cards: [],
      predictions: {},
      ready: false,
    },
    options: [],
    chosen: {},
    delegationChoices: [],
    partners: [],
    offers: [],
    calls: [],
    happened: [],
  };
}

function round(language: 'en' | 'es'): StudentState {
  const isSpanish = language === 'es';
  const state = quiet(language);
  return {
    ...state,
    stage: 'round',
    round: 2,
    clock: { left: 95, isPaused: false },
    decided: 3,
    cards: [
      {
        id: 'bosnia',
        words: isSpanish ? 'Viena se anexiona Bosnia.' : 'Vienna annexes Bosnia.',
      },
    ],
    you: {
      ...state.you,
      delegation: [
        { name: MARKUP, choices: [{ act: 'contribute', rate: 0.04 }], isReady: true },
        { name: 'Quiet Heron', choices: [], isReady: false },
      ],
      cards: [
        {
          id: 'letter',
          words: isSpanish
            ? 'Una carta de San Petersburgo: este año no habrá ayuda.'
            : 'A letter from Saint Petersburg: there will be no help this year.',
        },
      ],
    },
    options: optionsIn(language),
    delegationChoices: [
      { act: 'contribute', rate: 0.12 },
      { act: 'vote', alliance: 'entente', support: true, matter: 'accession', subject: 'GBR' },
    ],
    partners: [
      {
        actor: 'RUS',
        standing: null,
        prices: {
          honour: { ...priceOf(language, 20, 9), odds: change(0.48, 0.52) },
          renege: { ...priceOf(language, 12, 9), odds: change(0.48, 0.48) },
        },
      },
    ],
    offers: [
      {
        id: 'o1',
        by: 'RUS',
        text: {
          parties: ['RUS', 'SRB', 'AUH', 'FRA'],
          quotas: { SRB: 15, RUS: 40 },
          alliance: 'entente',
          secret: true,
        },
        replies: { FRA: 'accept' },
        reply: null,
        isYours: false,
        price: priceOf(language, 15, 12.4, 0.02),
      },
      {
        id: 'o2',
        by: 'SRB',
        text: { parties: ['SRB', 'FRA'], clauses: { obligations: ['neutrality'] }, secret: false },
        replies: {},
        reply: 'accept',
        isYours: true,
        price: priceOf(language, 12, 9.5),
      },
    ],
    happened: happened(),
    news: [
      { date: 1908.4, kind: 'attacked', who: ['AUH'], about: { victim: 'SRB' } },
      { date: 1908.4, kind: 'joined', who: ['GER'], about: { alliance: 'triple' } },
    ],
  };
}

const happened = (): StudentState['happened'] => [
  { date: 1908.4, kind: 'attacked', who: ['AUH'], about: { victim: 'SRB' } },
  { date: 1908.4, kind: 'honoured', who: ['RUS'], about: { caller: 'SRB', alliance: 'entente' }, decidedBy: 'player' },
  { date: 1908.4, kind: 'fought', who: ['SRB', 'RUS'], about: { against: ['AUH'], won: true, losses: 2 } },
  { date: 1908.4, kind: 'of-a-newer-engine', who: ['SRB'], about: {} },
];

/** What the room says at a step of the game. */
export function stateAt(step: Step, language: 'en' | 'es'): StudentState {
  const state = quiet(language);
  const later = round(language);
  const over = { ...state, round: 2, cards: later.cards, happened: later.happened, news: later.news };
  switch (step) {
    case 'no-actor':
      return { ...state, you: { ...state.you, actor: null, role: '', facts: [], secret: undefined } };
    case 'lobby':
      return state;
    case 'predict':
      return { ...state, stage: 'predict', clock: { left: 30, isPaused: false } };
    case 'round':
      return later;
    case 'deadline':
      return { ...later, clock: { left: null, isPaused: false, deadline: Date.UTC(2030, 0, 15, 17, 30) } };
    case 'bot':
      return { ...later, you: { ...later.you, isLeftToBot: true } };
    case 'running':
      return { ...over, stage: 'running' };
    case 'crisis':
      return {
        ...over,
        stage: 'crisis',
        clock: { left: 28, isPaused: false },
        calls: [
          {
            call: 0,
            tick: 11,
            caller: 'RUS',
            alliance: 'entente',
            foe: 'GER',
            answer: null,
            prices: {
              honour: { ...priceOf(language, 20, 9), odds: change(0.48, 0.52) },
              renege: { ...priceOf(language, 12, 9), odds: change(0.48, 0.48) },
            },
          },
        ],
      };
    case 'crisis-of-others':
      return { ...over, stage: 'crisis', clock: { left: 28, isPaused: false } };
    case 'between':
      return { ...over, stage: 'between' };
    case 'debrief':
      return {
        ...over,
        stage: 'debrief',
        debrief: { tick: 7, event: null },
        you: { ...state.you, predictions: { lasts: true, war: false } },
      };
    case 'removed':
      return { ...state, you: { ...state.you, isRemoved: true } };
  }
}

/** What the room reveals when the game is over. */
export const REVEALED: Pick<DebriefFile, 'predictions' | 'secrets'> = {
  predictions: [
    { id: 'lasts', cameTrue: false, yes: 3, no: 2 },
    { id: 'war', cameTrue: false, yes: 1, no: 4 },
  ],
  secrets: {
    RUS: { id: 'straits', words: { en: 'You want the Straits.', es: 'Quieres los Estrechos.' } },
    SRB: { id: 'bosnia', words: { en: 'You want Bosnia more than peace.', es: 'Quieres Bosnia más que la paz.' } },
  },
};
