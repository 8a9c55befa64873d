import type { Price } from '../../../classroom/protocol/state.ts';

type Of<A extends unknown[] = []> = (...values: A) => string;
type One = [text: string];

/** Names in an event, by its keys: who did it, and what it was about. */
export type Named = Readonly<Record<string, string>>;
/** A sentence about an event; `count`: how many did it. */
export type HappeningWords = Readonly<Record<string, (named: Named, count: number) => string>>;

/** All that the student's page says in one language. */
export interface StudentWords {
  language: 'en' | 'es';
  /** The other language, in its own words. */
  other: string;
  listOf(names: readonly string[]): string;
  door: Record<
    | 'title'
    | 'code'
    | 'codeHint'
    | 'go'
    | 'play'
    | 'playHint'
    | 'running'
    | 'phraseTitle'
    | 'phrase'
    | 'phraseHint'
    | 'back'
    | 'gone'
    | 'otherVersion'
    | 'otherRoom'
    | 'connecting'
    | 'unreachable',
    string
  > & { room: Of<One> };
  stage: Record<
    | 'lobby'
    | 'lobbyHint'
    | 'predict'
    | 'predictHint'
    | 'round'
    | 'roundHint'
    | 'running'
    | 'runningHint'
    | 'crisis'
    | 'crisisOthers'
    | 'crisisHint'
    | 'between'
    | 'betweenHint'
    | 'debrief'
    | 'debriefHint'
    | 'noActor'
    | 'noActorHint',
    string
  >;
  round: Of<[n: number, of: number]>;
  clock: { left: Of<One>; paused: string; closes: Of<One>; seconds: Of<[n: number]>; open: string; calendar: string };
  me: Record<
    | 'title'
    | 'name'
    | 'reroll'
    | 'facts'
    | 'budget'
    | 'effort'
    | 'secret'
    | 'show'
    | 'hide'
    | 'covered'
    | 'phrase'
    | 'phraseHint'
    | 'majority'
    | 'stands'
    | 'wantsNothing'
    | 'isReady'
    | 'seats'
    | 'bot'
    | 'free'
    | 'you',
    string
  > & { plays: Of<One>; delegation: Of<[names: string, count: number]>; players: Of<[n: number]> };
  notice: Record<
    | 'lost'
    | 'back'
    | 'movedTitle'
    | 'moved'
    | 'here'
    | 'bot'
    | 'takeBack'
    | 'tryAgain'
    | 'removedTitle'
    | 'removed'
    | 'saving'
    | 'saved',
    string
  >;
  happened: Record<'title' | 'nothing' | 'byDefault' | 'news' | 'forYou', string> & { more: Of<[n: number]> };
  decide: Record<
    | 'contribute'
    | 'join'
    | 'leave'
    | 'stay'
    | 'bearIt'
    | 'support'
    | 'oppose'
    | 'abstain'
    | 'proposeIt'
    | 'honour'
    | 'renege'
    | 'nothing'
    | 'isDefault'
    | 'none'
    | 'ready',
    string
  > & {
    contributeTo: Of<One>;
    share: Of<One>;
    membership: Of<One>;
    bear: Of<One>;
    vote: Of<[matter: string, alliance: string]>;
    matters: Record<'accession' | 'expulsion' | 'sanction' | 'review' | 'merger' | 'any', Of<[who: string]>>;
    propose: Of<One>;
    call: Of<One>;
    sign: Of<One>;
    count: Of<[decided: number, of: number]>;
  };
  price: Record<'pays' | 'gets' | 'danger' | 'odds' | 'asNow' | 'year' | 'unknown' | 'ofYours' | 'shares', string> & {
    was: Of<One>;
    ofBudget: Of<One>;
    /** An amount of somebody else, by the player's own budget. */
    worth: Of<One>;
    shareOf: Of<[percent: string, whole: string]>;
    from: Of<One>;
    unit: Of<One>;
    barred: Record<NonNullable<Price['barred']>, string>;
  };
  seen: Record<'all-at-close' | 'parties-now' | 'secret' | 'nobody' | 'ready', string>;
  offers: Record<
    | 'title'
    | 'none'
    | 'yours'
    | 'byRule'
    | 'secret'
    | 'accept'
    | 'refuse'
    | 'counter'
    | 'withdraw'
    | 'silence'
    | 'make'
    | 'close'
    | 'about'
    | 'newTreaty'
    | 'with'
    | 'promises'
    | 'load'
    | 'you'
    | 'rule'
    | 'keepSecret'
    | 'send'
    | 'sendCounter'
    | 'pickOne',
    string
  > & {
    from: Of<One>;
    treaty: Of<One>;
    amend: Of<[alliance: string, who: string]>;
    promise: Record<'defence' | 'nonaggression' | 'neutrality' | 'consultation' | 'offence', string>;
    carries: Of<[who: string, amount: string]>;
    youCarry: Of<One>;
    accepted: Of<One>;
    refused: Of<One>;
    waits: Of<One>;
    waiting: Of<[n: number]>;
    bots: Of<One>;
    termsOf: Of<One>;
    less: Of<One>;
    more: Of<One>;
  };
  standing: Record<'title' | 'hint' | 'ask' | 'seen', string> & { for: Of<One> };
  crisis: Record<'honour' | 'renege' | 'seen', string> & {
    calls: Of<[caller: string, foe: string]>;
    by: Of<One>;
    silent: Of<One>;
    does: Record<'honour' | 'renege', string>;
    answered: Of<One>;
  };
  predict: { yes: string; no: string; mine: Of<One>; outcome: Of<One>; title: string };
  debrief: Record<
    'replay' | 'here' | 'closeHere' | 'follow' | 'following' | 'free' | 'bring' | 'frame' | 'secrets',
    string
  >;
  said: {
    round: Of<[n: number]>;
    offer: Of<One>;
    reply: (who: string, does: 'accept' | 'refuse') => string;
    gone: Of<One>;
    call: Of<[caller: string, foe: string]>;
    card: string;
    saved: string;
  };
  /** By the room's code of a refusal. A newer room may know more. */
  refusals: Readonly<Record<string, string>>;
  refusedOtherwise: string;
  /** What somebody decides, as a phrase without a subject. */
  choices: {
    contribute: (share: string, alliance: string | undefined) => string;
    vote: (support: boolean, matter: string, alliance: string) => string;
  } & Record<'join' | 'leave' | 'stay' | 'bear' | 'propose' | 'honour' | 'renege' | 'sign', Of<One>>;
  happenings: HappeningWords;
  somebody: string;
  treaty: string;
  /** @param part of the year, before it; may be empty. */
  date: (year: number, part: string) => string;
}
