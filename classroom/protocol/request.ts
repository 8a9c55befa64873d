import { z } from 'zod';
import { Id, LIMITS } from '../../sim/schema/common.ts';
import { Choice, PlacedShock } from '../../sim/schema/intervention.ts';
import { Offer, OfferId, PlayerId, PlayerName, RoomSettings } from '../log/entry.ts';

// What students and the instructor may ask of a room. Everything that comes over a connection passes one of these.

/** Bytes of one message. */
export const MOST_BYTES = 16_384;

const Language = z.enum(['en', 'es']);
const Token = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

export const StudentRequest = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('join'), language: Language }),
  /** The seat is back: on this device by its token, on another by its phrase of three words. */
  z.strictObject({ do: z.literal('return'), token: Token }),
  z.strictObject({ do: z.literal('return-by-phrase'), phrase: z.string().max(100) }),
  /** Another name from the list. */
  z.strictObject({ do: z.literal('rename') }),
  z.strictObject({ do: z.literal('predict'), question: Id, answer: z.boolean() }),
  z.strictObject({
    do: z.literal('decide'),
    round: z.int().min(0),
    slot: z.string().max(250),
    choice: Choice.nullable(),
  }),
  z.strictObject({ do: z.literal('standing'), round: z.int().min(0), partner: Id, honours: z.boolean().nullable() }),
  z.strictObject({ do: z.literal('ready'), round: z.int().min(0), ready: z.boolean() }),
  z.strictObject({ do: z.literal('offer'), round: z.int().min(0), text: Offer }),
  z.strictObject({
    do: z.literal('reply'),
    round: z.int().min(0),
    offer: OfferId,
    reply: z.enum(['accept', 'refuse']).nullable(),
  }),
  z.strictObject({ do: z.literal('withdraw'), round: z.int().min(0), offer: OfferId }),
  z.strictObject({ do: z.literal('answer'), tick: z.int().min(0), call: z.int().min(0), honours: z.boolean() }),
]);
export type StudentRequest = z.infer<typeof StudentRequest>;

export const InstructorRequest = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open-predictions') }),
  /** Opens the next round. */
  z.strictObject({ do: z.literal('open-round') }),
  z.strictObject({ do: z.literal('close') }),
  z.strictObject({ do: z.literal('pause') }),
  z.strictObject({ do: z.literal('resume') }),
  z.strictObject({ do: z.literal('extend'), seconds: z.int().min(1).max(3_600) }),
  z.strictObject({ do: z.literal('card'), shock: PlacedShock, to: z.array(Id).min(1).max(64).nullable() }),
  /** A card of the scenario's own. */
  z.strictObject({ do: z.literal('scenario-card'), card: Id, to: z.array(Id).min(1).max(64).nullable() }),
  z.strictObject({ do: z.literal('seat'), player: PlayerId, actor: Id.nullable() }),
  z.strictObject({ do: z.literal('shuffle') }),
  z.strictObject({ do: z.literal('rename-player'), player: PlayerId, name: PlayerName }),
  z.strictObject({ do: z.literal('remove'), player: PlayerId }),
  z.strictObject({ do: z.literal('restore'), player: PlayerId }),
  z.strictObject({ do: z.literal('bot'), actor: Id, on: z.boolean() }),
  z.strictObject({ do: z.literal('set'), settings: RoomSettings }),
  z.strictObject({ do: z.literal('debrief') }),
  /** What the projector shows in the debrief, and the phones that follow it. */
  z.strictObject({ do: z.literal('steer'), tick: z.int().min(0).max(LIMITS.ticks), event: z.int().min(0).nullable() }),
  z.strictObject({ do: z.literal('keep'), days: z.int().min(1).max(3_650) }),
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
