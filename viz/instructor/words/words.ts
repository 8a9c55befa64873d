import type { PlayerView, RoomStage } from '../../../classroom/protocol/state.ts';

type Of<A extends unknown[]> = (...values: A) => string;

/** All that the instructor's page says of its own in one language. Of the game it says what the phones say. */
export interface InstructorWords {
  trouble: Record<
    'wrongLink' | 'wrongLinkHint' | 'gone' | 'goneHint' | 'otherVersion' | 'otherVersionHint' | 'connecting' | 'lost',
    string
  >;
  stage: Record<RoomStage, string>;
  hint: Record<RoomStage | 'last', string>;
  steer: Record<
    | 'predict'
    | 'start'
    | 'pause'
    | 'resume'
    | 'more'
    | 'close'
    | 'debrief'
    | 'debriefSure'
    | 'goOn'
    | 'again'
    | 'againSure'
    | 'againHint'
    | 'samePlayers'
    | 'nextClass'
    | 'notNow'
    | 'clock'
    | 'open',
    string
  > & {
    next: Of<[n: number]>;
    decided: Of<[n: number, of: number]>;
    answered: Of<[n: number, of: number]>;
    predicted: Of<[n: number, of: number]>;
    offers: Of<[n: number]>;
  };
  people: Record<
    | 'title'
    | 'none'
    | 'name'
    | 'actor'
    | 'noActor'
    | 'ready'
    | 'rename'
    | 'save'
    | 'cancel'
    | 'out'
    | 'undo'
    | 'removed'
    | 'shuffle'
    | 'shuffleHint',
    string
  > & {
    presence: Record<PlayerView['presence'], string>;
    count: Of<[here: number, idle: number, gone: number]>;
    missed: Of<[n: number]>;
    actorOf: Of<[name: string]>;
    nameOf: Of<[name: string]>;
    renameOne: Of<[name: string]>;
    takeOut: Of<[name: string]>;
    undoOne: Of<[name: string]>;
    tookOut: Of<[name: string]>;
  };
  seats: Record<'title' | 'bot' | 'free' | 'toBot' | 'toPlayers', string> & {
    players: Of<[n: number]>;
    toBotOf: Of<[actor: string]>;
    toPlayersOf: Of<[actor: string]>;
  };
  cards: Record<
    | 'title'
    | 'play'
    | 'played'
    | 'everybody'
    | 'some'
    | 'to'
    | 'free'
    | 'text'
    | 'effect'
    | 'among'
    | 'strength'
    | 'slight'
    | 'strong'
    | 'hint'
    | 'due'
    | 'pickTwo',
    string
  > & {
    onlyFor: Of<[names: string]>;
    playOne: Of<[words: string]>;
    effects: Record<'tension' | 'calm' | 'trust' | 'distrust', string>;
  };
  room: Record<
    | 'title'
    | 'address'
    | 'code'
    | 'others'
    | 'projector'
    | 'phone'
    | 'phoneHint'
    | 'copy'
    | 'copied'
    | 'private'
    | 'worlds',
    string
  > & { qr: Of<[address: string]>; world: Of<[n: number, of: number]> };
  test: Record<'title' | 'loopback' | 'lan' | 'lanNone' | 'behind' | 'stream', string> & {
    reached: Of<[n: number]>;
    refused: Of<[n: number, last: string]>;
    clock: Of<[minutes: number]>;
  };
  settings: Record<
    | 'title'
    | 'language'
    | 'roundSeconds'
    | 'crisisSeconds'
    | 'noLimit'
    | 'ready'
    | 'bots'
    | 'scenario'
    | 'rounds'
    | 'worlds'
    | 'worldsHint'
    | 'dates'
    | 'firstDate'
    | 'every',
    string
  > & {
    seconds: Of<[n: number]>;
    spans: Record<'hours12' | 'day' | 'days2' | 'week', string>;
  };
  keep: Record<'title' | 'month' | 'year' | 'erase' | 'eraseSure' | 'eraseYes' | 'eraseNo', string> & {
    until: Of<[date: string]>;
  };
  files: Record<'title' | 'hint' | 'later' | 'run' | 'debrief' | 'csv' | 'parquet' | 'log' | 'failed', string>;
  debrief: Record<
    | 'title'
    | 'previous'
    | 'next'
    | 'replay'
    | 'moments'
    | 'waiting'
    | 'broken'
    | 'wall'
    | 'whyHint'
    | 'whatIf'
    | 'inRound'
    | 'takeOut'
    | 'nothingDecided'
    | 'showBranch'
    | 'many'
    | 'manyHint'
    | 'seeds'
    | 'sameDecisions'
    | 'byModel',
    string
  > & {
    at: Of<[n: number, of: number]>;
    round: Of<[n: number]>;
    by: Record<'player' | 'default', string>;
    views: Record<'replay' | 'why' | 'secrets' | 'promises' | 'predictions' | 'worlds', string>;
    /** What somebody did, by acts: "broken a promise". */
    pastActs: Readonly<Record<string, string>>;
    nobody: Of<[deed: string, count: number]>;
    not: Of<[actor: string, deed: string]>;
  };
  opening: Record<
    'title' | 'hint' | 'none' | 'file' | 'notPlayable' | 'go' | 'failed' | 'enter' | 'links' | 'linksHint' | 'loading',
    string
  >;
  news: string;
  nothing: string;
  /** By the room's code of a refusal; where there is none, the room's own sentence stands. */
  refusals: Readonly<Record<string, string>>;
}
