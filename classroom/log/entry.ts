import { z } from 'zod';
import { Id, LIMITS, NonNegative } from '../../sim/schema/common.ts';
import { Choice, PlacedShock } from '../../sim/schema/intervention.ts';
import { NamedClauses } from '../../sim/schema/treaty.ts';

// A room's log: every message that was acted on, in the order in which the room took them. The interventions of the run follow from it.

export const ROOM_FORMAT = 'foedus-room/1';

/** Milliseconds since 1970 on the server's clock: for people and exports. Nothing of the run follows from it. */
const At = z.int().min(0);
export const PlayerId = z.string().regex(/^p[1-9]\d{0,4}$/);
export const OfferId = z.string().regex(/^o[1-9]\d{0,6}$/);
/** SHA-256 of a token or a phrase, as 64 hex digits: who reads a room's file cannot take a seat with it. */
const Secret = z.string().regex(/^[0-9a-f]{64}$/);
export const RoomLanguage = z.enum(['en', 'es']);
export type RoomLanguage = z.infer<typeof RoomLanguage>;
export const NAME_LENGTH = 40;
/** A name is shown to others: letters, marks, digits, spaces and a few signs, nothing that hides or turns round what stands beside it. */
export const PlayerName = z
  .string()
  .min(1)
  .max(NAME_LENGTH)
  .regex(/^[\p{L}\p{M}\p{N} .'’-]+$/u, 'expected letters, digits, spaces, dots, hyphens or apostrophes');

export const RoomSettings = z.strictObject({
  language: RoomLanguage.default('en'),
  /** Seconds of a round; null: it is closed by hand or when all have decided. */
  roundSeconds: z.int().min(10).max(3_600).nullable().default(120),
  crisisSeconds: z.int().min(5).max(600).default(30),
  /** Dates at which rounds close, for a game over days; they take the place of seconds. */
  deadlines: z.array(At).max(64).optional(),
  /** Whether a round closes by itself when every player has said to be ready. */
  closesWhenReady: z.boolean().default(true),
  /** Whether the model plays seats that nobody has taken; without it they hold still. */
  bots: z.boolean().default(true),
});
export type RoomSettings = z.infer<typeof RoomSettings>;

/** A call to arms of an actor whose player left no standing answer for the caller. */
export const CallToArms = z.strictObject({ actor: Id, caller: Id, alliance: Id, foe: Id });
export type CallToArms = z.infer<typeof CallToArms>;

export const Offer = z.strictObject({
  parties: z.array(Id).min(2).max(16),
  clauses: NamedClauses.optional(),
  /** Effort that each party is to bear a tick, in the unit of the budget; the treaty's own rule where it is not named. */
  quotas: z.record(Id, NonNegative).optional(),
  /** The treaty that the text amends, or that the parties outside it enter. */
  alliance: Id.optional(),
  /** Only the parties see it before the round closes. */
  secret: z.boolean().default(false),
});
export type Offer = z.infer<typeof Offer>;

export const Tick = z.int().min(0).max(LIMITS.ticks);
const Round = z.int().min(0).max(1_000);
const at = { at: At };

/** At least 64 random bits. Students do not see it before the debrief. */
const Seed = z.string().min(1).max(200);
/** Whether those who played the last game play the next one. */
export const NextSeats = z.enum(['kept', 'cleared']);
export type NextSeats = z.infer<typeof NextSeats>;

/** The first entry of a room. */
const Opened = z.strictObject({
  ...at,
  kind: z.literal('opened'),
  format: z.literal(ROOM_FORMAT),
  engine: z.string().max(20),
  code: z.string().regex(/^[A-Z2-9]{4,5}$/),
  seed: Seed,
  /** The scenario as given; checked again whenever the room is loaded. */
  scenario: z.unknown(),
  settings: RoomSettings,
  instructor: Secret,
  projector: Secret,
  /** Rooms of one scenario and seed that are compared in the debrief. */
  parallel: z.strictObject({ group: z.string().max(40), index: z.int().min(0), of: z.int().min(2).max(12) }).optional(),
});

export const Entry = z.discriminatedUnion('kind', [
  Opened,
  z.strictObject({
    ...at,
    kind: z.literal('joined'),
    player: PlayerId,
    name: PlayerName,
    language: RoomLanguage,
    token: Secret,
    phrase: Secret,
  }),
  /** The seat answers to another token from now on: it was taken on another device, or in another tab. */
  z.strictObject({ ...at, kind: z.literal('moved'), player: PlayerId, token: Secret }),
  z.strictObject({ ...at, kind: z.literal('renamed'), player: PlayerId, name: PlayerName }),
  z.strictObject({ ...at, kind: z.literal('seated'), player: PlayerId, actor: Id.nullable() }),
  z.strictObject({ ...at, kind: z.literal('removed'), player: PlayerId }),
  z.strictObject({ ...at, kind: z.literal('restored'), player: PlayerId }),
  z.strictObject({ ...at, kind: z.literal('set'), settings: RoomSettings }),
  z.strictObject({ ...at, kind: z.literal('predicting') }),
  z.strictObject({ ...at, kind: z.literal('predicted'), player: PlayerId, question: Id, answer: z.boolean() }),
  z.strictObject({ ...at, kind: z.literal('round'), round: Round }),
  /** A decision that stays open to change until the round closes; null takes it back. */
  z.strictObject({
    ...at,
    kind: z.literal('decided'),
    player: PlayerId,
    slot: z.string().max(250),
    choice: Choice.nullable(),
  }),
  /** How a player will answer a call of that partner in this round; null takes it back. */
  z.strictObject({
    ...at,
    kind: z.literal('standing'),
    player: PlayerId,
    partner: Id,
    honours: z.boolean().nullable(),
  }),
  z.strictObject({ ...at, kind: z.literal('ready'), player: PlayerId, ready: z.boolean() }),
  z.strictObject({ ...at, kind: z.literal('offered'), player: PlayerId, offer: OfferId, text: Offer }),
  z.strictObject({
    ...at,
    kind: z.literal('replied'),
    player: PlayerId,
    offer: OfferId,
    reply: z.enum(['accept', 'refuse']).nullable(),
  }),
  z.strictObject({ ...at, kind: z.literal('withdrawn'), offer: OfferId }),
  z.strictObject({
    ...at,
    kind: z.literal('closed'),
    round: Round,
    why: z.enum(['time', 'ready', 'instructor']),
    /** Players of whom nothing was heard in the round. */
    absent: z.array(PlayerId),
  }),
  /** A crisis window: the tick is run again with the answers. */
  z.strictObject({
    ...at,
    kind: z.literal('crisis'),
    tick: Tick,
    calls: z.array(CallToArms).min(1).max(LIMITS.actors),
  }),
  z.strictObject({ ...at, kind: z.literal('answered'), player: PlayerId, call: z.int().min(0), honours: z.boolean() }),
  z.strictObject({ ...at, kind: z.literal('crisis-closed'), tick: Tick }),
  /** The round has been run up to this tick. The digest is that of the state there: a room that loads compares it. */
  z.strictObject({
    ...at,
    kind: z.literal('resolved'),
    round: Round,
    tick: Tick,
    digest: z.string().regex(/^[0-9a-f]{16}$/),
  }),
  z.strictObject({ ...at, kind: z.literal('paused') }),
  z.strictObject({ ...at, kind: z.literal('resumed') }),
  z.strictObject({ ...at, kind: z.literal('extended'), seconds: z.int().min(1).max(3_600) }),
  z.strictObject({
    ...at,
    kind: z.literal('card'),
    shock: PlacedShock,
    /** Of the scenario's card; what its readers are told. */
    card: Id.optional(),
    words: z.string().min(1).max(500).optional(),
    /** Actors whose players read the card before the debrief; null: everybody. */
    to: z.array(Id).max(64).nullable(),
  }),
  z.strictObject({
    ...at,
    kind: z.literal('bot'),
    actor: Id,
    on: z.boolean(),
    why: z.enum(['absent', 'instructor', 'back']),
  }),
  z.strictObject({ ...at, kind: z.literal('debrief') }),
  /** A new game in the same room: with the same players in their seats, or with none. What comes before is of an earlier game. */
  z.strictObject({ ...at, kind: z.literal('again'), seed: Seed, seats: NextSeats }),
  z.strictObject({ ...at, kind: z.literal('kept'), until: At }),
]);
export type Entry = z.infer<typeof Entry>;
export type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>;
export type RoomOpening = EntryOf<'opened'>;
