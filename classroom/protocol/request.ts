import { z } from 'zod';
import { Id, LIMITS } from '../../sim/schema/common.ts';
import { Choice, PlacedShock } from '../../sim/schema/intervention.ts';
import { NextSeats, Offer, OfferId, PlayerId, PlayerName, RoomLanguage, RoomSettings, Tick } from '../log/entry.ts';

// What students and the instructor may ask of a room. Everything that comes over a connection passes one of these.

/** Bytes of one message. */
export const MOST_MESSAGE_BYTES = 16_384;

/** At least 128 bits. The device makes it: an entrance that is asked for twice, since its answer was lost, takes one seat. */
const Token = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

/** The first request on a connection, and any later one that takes another place. */
export const EntranceRequest = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('join'), token: Token, language: RoomLanguage }),
  /** The seat is back: on this device by its token, on another by its phrase of three words. */
  z.strictObject({ do: z.literal('return'), token: Token, language: RoomLanguage.optional() }),
  z.strictObject({
    do: z.literal('return-by-phrase'),
    phrase: z.string().max(100),
    token: Token,
    language: RoomLanguage.optional(),
  }),
  z.strictObject({ do: z.literal('project'), token: Token, language: RoomLanguage.optional() }),
  z.strictObject({ do: z.literal('instruct'), token: Token, language: RoomLanguage.optional() }),
]);
export type EntranceRequest = z.infer<typeof EntranceRequest>;

const Round = z.int().min(0).max(1_000);

export const StudentRequest = z.discriminatedUnion('do', [
  /** Another name from the list. */
  z.strictObject({ do: z.literal('rename') }),
  z.strictObject({ do: z.literal('predict'), question: Id, answer: z.boolean() }),
  z.strictObject({ do: z.literal('decide'), round: Round, slot: z.string().max(250), choice: Choice.nullable() }),
  z.strictObject({ do: z.literal('standing'), round: Round, partner: Id, honours: z.boolean().nullable() }),
  z.strictObject({ do: z.literal('ready'), round: Round, ready: z.boolean() }),
  z.strictObject({ do: z.literal('offer'), round: Round, text: Offer }),
  z.strictObject({
    do: z.literal('reply'),
    round: Round,
    offer: OfferId,
    reply: z.enum(['accept', 'refuse']).nullable(),
  }),
  z.strictObject({ do: z.literal('withdraw'), round: Round, offer: OfferId }),
  z.strictObject({
    do: z.literal('answer'),
    tick: Tick,
    call: z.int().min(0).max(LIMITS.actors),
    honours: z.boolean(),
  }),
  /** What a decision that is not among the options would pay and get. It is not kept. */
  z.strictObject({ do: z.literal('price'), round: Round, choice: Choice }),
]);
export type StudentRequest = z.infer<typeof StudentRequest>;

const Readers = z.array(Id).min(1).max(64).nullable();

/** What of the game that is over the projector shows. */
export const DebriefView = z.discriminatedUnion('what', [
  /** The replay, the reasons of the chosen event, or what was secret, promised and expected, large; or the parallel worlds. */
  z.strictObject({ what: z.enum(['replay', 'why', 'secrets', 'promises', 'predictions', 'worlds']) }),
  /** The game without the decisions of one kind that were placed from one tick on and before another: of one actor, or of all. */
  z.strictObject({ what: z.literal('branch'), from: Tick, to: Tick, act: Id, actor: Id.nullable() }),
  /** Games of the same scenario with other seeds beside this one: with the same decisions, or played by the model alone. */
  z.strictObject({ what: z.literal('odds'), seeds: z.int().min(2).max(1_000), decisions: z.boolean() }),
]);
export type DebriefView = z.infer<typeof DebriefView>;

export const InstructorRequest = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open-predictions') }),
  /** Opens the next round. */
  z.strictObject({ do: z.literal('open-round') }),
  /** Closes what is open: the round, or the crisis window. */
  z.strictObject({ do: z.literal('close') }),
  z.strictObject({ do: z.literal('pause') }),
  z.strictObject({ do: z.literal('resume') }),
  z.strictObject({ do: z.literal('extend'), seconds: z.int().min(1).max(3_600) }),
  z.strictObject({
    do: z.literal('card'),
    shock: PlacedShock,
    words: z.string().min(1).max(500).optional(),
    to: Readers,
  }),
  /** A card of the scenario's own; `to` null: to those whom the scenario names, or everybody. */
  z.strictObject({ do: z.literal('scenario-card'), card: Id, to: Readers }),
  z.strictObject({ do: z.literal('seat'), player: PlayerId, actor: Id.nullable() }),
  z.strictObject({ do: z.literal('shuffle') }),
  z.strictObject({ do: z.literal('rename-player'), player: PlayerId, name: PlayerName }),
  z.strictObject({ do: z.literal('remove'), player: PlayerId }),
  /** Undoes a removal. */
  z.strictObject({ do: z.literal('restore'), player: PlayerId }),
  z.strictObject({ do: z.literal('bot'), actor: Id, on: z.boolean() }),
  z.strictObject({ do: z.literal('set'), settings: RoomSettings }),
  z.strictObject({ do: z.literal('debrief') }),
  /** A new game with a new seed in the same room, once one is over. */
  z.strictObject({ do: z.literal('again'), seats: NextSeats }),
  /** What the projector shows in the debrief, and the phones that follow it. */
  z.strictObject({
    do: z.literal('steer'),
    tick: Tick,
    event: z.int().min(0).nullable(),
    view: DebriefView.optional(),
  }),
  z.strictObject({ do: z.literal('keep'), days: z.int().min(1).max(3_650) }),
  /** Removes the room and its file at once. */
  z.strictObject({ do: z.literal('erase'), code: z.string().max(10) }),
]);
export type InstructorRequest = z.infer<typeof InstructorRequest>;

/** A request as it crosses the wire: the number is the sender's own, and the answer bears it. */
export const Envelope = z.strictObject({
  id: z
    .int()
    .min(0)
    .max(2 ** 31),
  ask: z.unknown(),
});

/** Says that the device is there; `seen` whether its page is in sight. Answered by `here`. */
export const Heartbeat = z.strictObject({ here: z.strictObject({ seen: z.boolean() }) });

/** What makes a room: `POST rooms`. */
export const OpenRoomRequest = z.strictObject({
  /** An id of the list, or a whole scenario. */
  scenario: z.union([z.string().max(100), z.record(z.string(), z.unknown())]),
  settings: RoomSettings.prefault({}),
  /** Rooms of the same scenario and seed, so that only the people differ. */
  worlds: z.int().min(1).max(12).default(1),
});
export type OpenRoomRequest = z.infer<typeof OpenRoomRequest>;
