import type { DebriefFile } from '../../../classroom/protocol/debrief-file.ts';
import type {
  Happening,
  InstructorState,
  JoinAddress,
  PlayerView,
  ProjectorState,
  PublicState,
  Scene,
} from '../../../classroom/protocol/state.ts';

// What a scripted room says to its instructor and its projector: a state for each point of a game, of a class that plays Europe.

export const CODE = 'KQ7M';
export const INSTRUCTOR = 'instructor-token-000000';
export const PROJECTOR = 'projector-token-0000000';
/** Texts of strangers: they must be read as texts. */
export const MARKUP = '<img src=x onerror="globalThis.written=1">';

const NAMES = {
  en: {
    GBR: 'United Kingdom',
    FRA: 'France',
    GER: 'Germany',
    AUH: 'Austria-Hungary',
    ITA: 'Italy',
    RUS: 'Russia',
    JPN: 'Japan',
    SRB: 'Serbia',
    ROM: 'Romania',
  },
  es: {
    GBR: 'Reino Unido',
    FRA: 'Francia',
    GER: 'Alemania',
    AUH: 'Austria-Hungría',
    ITA: 'Italia',
    RUS: 'Rusia',
    JPN: 'Japón',
    SRB: 'Serbia',
    ROM: 'Rumanía',
  },
} as const;
type Language = keyof typeof NAMES;
export const SEATS = ['GBR', 'FRA', 'GER', 'AUH', 'ITA', 'RUS', 'JPN'];

export const JOIN: JoinAddress = {
  url: 'http://192.168.178.23:8080/play?KQ7M',
  short: '192.168.178.23:8080/play',
  reach: 'lan',
  others: ['http://10.8.0.2:8080/play?KQ7M'],
};

export function sceneIn(language: Language): Scene {
  const isSpanish = language === 'es';
  return {
    for: 'scene',
    language,
    code: CODE,
    engine: '0',
    scenario: {
      id: 'europe-1879-1914',
      title: isSpanish ? 'Europa, 1879–1914: de la alianza a la guerra' : 'Europe 1879–1914: from Bismarck to Sarajevo',
      primer: '',
    },
    actors: Object.entries(NAMES[language]).map(([actor, name]) => ({ actor, name })),
    seats: SEATS,
    rounds: Array.from({ length: 10 }, (_, k) => ({ from: 1879 + 3.5 * k, to: 1882.5 + 3.5 * k })),
    acts: ['contribute', 'sign', 'join', 'leave', 'honour', 'renege', 'vote'],
    questions: [
      {
        id: 'triple',
        question: isSpanish
          ? '¿Serán aliados Alemania, Austria-Hungría e Italia hacia 1882, y lo seguirán siendo?'
          : 'Will Germany, Austria-Hungary and Italy become allies about 1882, and stay so?',
      },
      {
        id: 'war',
        question: isSpanish
          ? '¿Estarán en guerra Alemania y Rusia en el verano de 1914?'
          : 'Will Germany and Russia be at war in the summer of 1914?',
      },
    ],
    defaults: { call: 'honour', vote: 'abstain' },
  };
}

const treaties = (language: Language): PublicState['treaties'] => [
  {
    alliance: 'dual',
    name: language === 'es' ? 'Doble Alianza' : 'Dual Alliance',
    members: ['GER', 'AUH'],
    obligations: ['defence'],
    quotas: {},
    founded: 1879.75,
  },
  {
    alliance: 'emperors',
    name: language === 'es' ? 'Liga de los Tres Emperadores' : 'Three Emperors’ League',
    members: ['GER', 'AUH', 'RUS'],
    obligations: ['neutrality'],
    quotas: {},
    founded: 1881.5,
  },
  {
    alliance: 'serb',
    name: language === 'es' ? 'Tratado de Serbia' : 'Serbian treaty',
    members: ['SRB', 'AUH'],
    obligations: ['neutrality'],
    quotas: {},
    founded: 1881.5,
  },
];

const CARDS = {
  en: 'A newspaper prints a secret plan for a larger German fleet. London and Berlin deny that they prepare for war.',
  es: 'Un periódico publica un plan secreto para una flota alemana mayor. Londres y Berlín niegan que se preparen para la guerra.',
};
const LOAN = {
  en: 'Banks in Paris offer St Petersburg a large loan. Nobody else knows why.',
  es: 'Bancos de París ofrecen un gran préstamo a San Petersburgo. Nadie más sabe por qué.',
};

export const NEWS: Happening[] = [
  {
    date: 1886.25,
    kind: 'founded',
    who: ['GER', 'AUH', 'ITA'],
    about: { alliance: 'triple', name: 'Triple Alliance' },
  },
  { date: 1886.5, kind: 'notice', who: ['RUS'], about: { alliance: 'emperors' } },
  { date: 1887, kind: 'attacked', who: ['AUH'], about: { victim: 'SRB' } },
  { date: 1887, kind: 'honoured', who: ['GER'], about: { caller: 'AUH', alliance: 'dual' }, decidedBy: 'player' },
  { date: 1887, kind: 'reneged', who: ['RUS'], about: { caller: 'SRB', alliance: 'serb' }, decidedBy: 'default' },
  { date: 1887, kind: 'fought', who: ['AUH', 'GER'], about: { against: ['SRB'], won: true } },
  { date: 1888, kind: 'joined', who: ['ROM'], about: { alliance: 'triple' } },
  { date: 1888, kind: 'renewed', who: ['GER', 'AUH'], about: { alliance: 'dual' } },
  { date: 1888.5, kind: 'left', who: ['RUS'], about: { alliance: 'emperors' } },
  { date: 1888.5, kind: 'of-a-newer-engine', who: ['SRB'], about: {} },
];

export const STAGES = [
  'lobby',
  'predict',
  'round',
  'paused',
  'deadline',
  'running',
  'crisis',
  'between',
  'last',
  'debrief',
] as const;
export type Point = (typeof STAGES)[number];

function publicAt(point: Point, language: Language): PublicState {
  const isBefore = point === 'lobby' || point === 'predict';
  const stage = point === 'paused' || point === 'deadline' ? 'round' : point === 'last' ? 'between' : point;
  const isLate = point === 'last' || point === 'debrief';
  return {
    stage,
    round: isBefore ? -1 : isLate ? 9 : 2,
    clock: {
      left: point === 'crisis' ? 24 : point === 'round' || point === 'paused' ? 95 : null,
      isPaused: point === 'paused',
      ...(point === 'deadline' ? { deadline: Date.UTC(2030, 0, 15, 17, 30) } : {}),
    },
    decided: point === 'crisis' ? 1 : point === 'lobby' ? 0 : 18,
    of: point === 'crisis' ? 3 : 22,
    seats: SEATS.map((actor, k) => ({ actor, players: k < 5 ? 4 : k === 5 ? 2 : 0, isBot: k === 6 })),
    treaties: isBefore ? treaties(language).slice(0, 1) : treaties(language),
    cards: isBefore ? [] : [{ id: 'fleet-plan', words: CARDS[language] }],
    news: isBefore ? [] : NEWS,
    ...(point === 'debrief' ? { debrief: { tick: 30, event: null } } : {}),
  };
}

const DECISIONS: DebriefFile['decisions'] = [
  decision(2, 14, 'AUH', 'join', 'dual', 'joined'),
  decision(2, 14, 'ITA', 'contribute', '', 'contributed'),
  decision(3, 30, 'GER', 'honour', 'AUH dual', 'honoured'),
  decision(3, 30, 'RUS', 'renege', 'SRB serb', 'reneged'),
  decision(3, 31, 'RUS', 'leave', 'emperors', 'notice'),
  decision(3, 33, 'RUS', 'honour', 'AUH emperors', 'no-occasion'),
];

const EVENTS: DebriefFile['events'] = [
  happened(3, 14, 'joined', ['AUH'], { alliance: 'dual' }, 'player'),
  happened(7, 30, 'honoured', ['GER'], { caller: 'AUH', alliance: 'dual', clause: 'defence' }, 'player'),
  happened(8, 30, 'reneged', ['RUS'], { caller: 'SRB', alliance: 'serb', clause: 'defence' }, 'default'),
  happened(9, 31, 'notice', ['RUS'], { alliance: 'emperors', until: 35 }, 'player'),
  happened(11, 33, 'attacked', ['AUH'], { victim: 'SRB' }),
];

/** In the other world Austria-Hungary did not join, and Russia stood by Serbia. */
const OTHER_WORLD: DebriefFile['worlds'][number] = {
  code: 'WXYZ',
  decisions: [...DECISIONS.slice(1, 3), decision(3, 30, 'RUS', 'honour', 'SRB serb', 'honoured')],
  events: [EVENTS[1]!, happened(8, 30, 'honoured', ['RUS'], { caller: 'SRB', alliance: 'serb' }, 'player')],
  rounds: [14, 27, 45].map((tick) => ({ tick, date: 1879 + tick / 4, treaties: treaties('en').slice(1) })),
};
const THIS_WORLD: DebriefFile['worlds'][number] = {
  code: CODE,
  decisions: DECISIONS,
  events: EVENTS,
  rounds: [14, 27, 45].map((tick) => ({ tick, date: 1879 + tick / 4, treaties: treaties('en') })),
};

/** What the game reveals when it is over; a stand-in for the server's file, but for the run itself. */
export const DEBRIEF: Omit<DebriefFile, 'run'> = {
  rounds: [
    { from: 0, ticks: 14 },
    { from: 14, ticks: 13 },
    { from: 27, ticks: 18 },
  ],
  secrets: {
    GBR: {
      id: 'sea',
      words: {
        en: 'The sea comes first for you. Stay out of the quarrels of the continent unless somebody builds a fleet against yours.',
        es: 'Para ti lo primero es el mar. No te metas en las disputas del continente salvo que alguien construya una flota contra la tuya.',
      },
    },
    GER: {
      id: 'keep',
      words: {
        en: 'Keep what was won in 1871. No colony is worth the enmity of Britain.',
        es: 'Conserva lo ganado en 1871. Ninguna colonia vale la enemistad de Gran Bretaña.',
      },
    },
    RUS: {
      id: 'straits',
      words: {
        en: 'The Straits come first: your grain has to pass them.',
        es: 'Los Estrechos son lo primero: tu grano tiene que pasar por ellos.',
      },
    },
  },
  predictions: [
    { id: 'triple', cameTrue: true, yes: 15, no: 7 },
    { id: 'war', cameTrue: false, yes: 9, no: 12 },
  ],
  decisions: DECISIONS,
  events: EVENTS,
  seats: [{ actor: 'GER', players: ['Amber Fox'] }],
  cards: [],
  worlds: [THIS_WORLD, OTHER_WORLD],
};

function happened(
  event: number,
  tick: number,
  kind: string,
  who: string[],
  about: Happening['about'],
  decidedBy?: 'player' | 'default',
): DebriefFile['events'][number] {
  return { event, tick, date: 1879 + tick / 4, kind, who, about, ...(decidedBy && { decidedBy }) };
}

function decision(
  round: number,
  tick: number,
  actor: string,
  act: string,
  about: string,
  outcome: string,
): DebriefFile['decisions'][number] {
  const date = 1879 + tick / 4;
  return {
    round,
    tick,
    date,
    actor,
    by: 'Amber Fox',
    as: 'player',
    act,
    about,
    value: null,
    terms: null,
    outcome,
    botRate: null,
    bot: '',
  };
}

export const projectorAt = (point: Point, language: Language): ProjectorState => ({
  for: 'projector',
  ...publicAt(point, language),
  join: JOIN,
  players: 22,
  here: 21,
  predicted: point === 'predict' ? 14 : 0,
});

const PLAYERS: readonly string[] =
  'Amber Fox,Quiet Heron,Brave Otter,Silver Lynx,Calm Badger,Swift Crane,Bold Marten,Green Finch,Gentle Wolf,Bright Hare,Early Swan,Lucky Newt,Proud Stag,Merry Wren,Noble Ibis,Sunny Mole,Tall Stork,Warm Seal,Witty Jay,Young Bear,Kind Toad,Red Kite'.split(
    ',',
  );

function players(point: Point): PlayerView[] {
  return PLAYERS.map((name, k) => ({
    player: `p${k + 1}`,
    name: k === 3 ? MARKUP.slice(0, 40) : name,
    actor: k === 21 ? null : SEATS[k % 6]!,
    presence: k % 9 === 4 ? 'idle' : k % 11 === 7 ? 'gone' : 'here',
    isReady: (point === 'round' || point === 'paused') && k < 18,
    isRemoved: k === 20,
    missed: k === 7 ? 1 : 0,
  }));
}

/** Fixed, so that pictures stay. */
export const KEPT_UNTIL = Date.UTC(2027, 0, 15, 12);

export const instructorAt = (point: Point, language: Language): InstructorState => ({
  for: 'instructor',
  ...publicAt(point, language),
  settings: {
    language,
    roundSeconds: 120,
    crisisSeconds: 30,
    closesWhenReady: true,
    bots: true,
    ...(point === 'deadline' ? { deadlines: [Date.UTC(2030, 0, 15, 17, 30)] } : {}),
  },
  join: JOIN,
  projector: { token: PROJECTOR },
  players: players(point),
  offers: point === 'round' ? 3 : 0,
  predicted: point === 'predict' ? 14 : 0,
  scenarioCards: [
    { id: 'fleet-plan', words: CARDS[language], to: null, isPlayed: point !== 'lobby' && point !== 'predict' },
    { id: 'loan', words: LOAN[language], to: ['FRA', 'RUS'], isPlayed: false },
  ],
  keptUntil: KEPT_UNTIL,
  refusals: { count: 2, last: [{ do: 'decide', why: 'other-round', from: 'student' }] },
  worlds: point === 'debrief' ? [CODE, 'WXYZ'].map((code) => ({ code, stage: 'debrief' as const, round: 9 })) : [],
});
