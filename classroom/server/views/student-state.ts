import { secretOf } from '../../../sim/experiment/secrets.ts';
import type { Choice } from '../../../sim/schema/intervention.ts';
import type { RoomLanguage } from '../../log/entry.ts';
import type { CallView, OfferView, OwnPart, Price, StudentState } from '../../protocol/state.ts';
import { actorOf, decidedChoices, delegationOf, replyOf } from '../../room/place-round.ts';
import { isPlayed, type OpenOffer, type Player, type RoomState } from '../../room/state.ts';
import { happenedTo } from './happenings.ts';
import { cardsFor, publicState, type ViewSource } from './public-state.ts';

/** What one student sees: its own seat, and nothing of others that is not public. @param priceOf what was computed for its actor. */
export function studentState(
  source: ViewSource,
  player: Player,
  language: RoomLanguage,
  priceOf: (actor: string, choice: Choice) => Price | undefined,
): StudentState {
  const { room, scenario, report } = source;
  const { id, name, actor, isRemoved } = player;
  const shown = publicState(source, language);
  const localised = scenario.in(language);
  const seat = actor === null ? undefined : room.seats.get(actor);
  const mine = actor === null ? undefined : report.seats.get(actor);
  const isOpen = room.stage === 'round' && !isRemoved;
  const standing = room.standing.get(id);
  return {
    for: 'student',
    ...shown,
    you: {
      player: id,
      name,
      actor,
      delegation: delegatesOf(room, player),
      isLeftToBot: seat?.isLeftToBot ?? false,
      isRemoved,
      role: actor === null ? '' : (localised.teaching?.roles[actor] ?? ''),
      facts: isRemoved ? [] : (mine?.facts ?? []),
      secret: actor === null || isRemoved ? undefined : secretOf(localised, room.opening.seed, actor)?.words,
      cards: cardsFor(
        room,
        scenario,
        language,
        (to) => to !== null && actor !== null && !isRemoved && to.includes(actor),
      ),
      predictions: Object.fromEntries(room.predictions.get(id) ?? []),
      ready: room.ready.has(id),
    },
    options: isOpen ? (mine?.options ?? []) : [],
    chosen: isOpen ? Object.fromEntries(room.decisions.get(id) ?? []) : {},
    delegationChoices: isOpen && actor !== null ? decidedChoices(room, actor) : [],
    partners: isOpen
      ? (mine?.partners ?? []).map((partner) => ({ ...partner, standing: standing?.get(partner.actor) ?? null }))
      : [],
    offers:
      isOpen && actor !== null
        ? [...room.offers.values()]
            .filter(({ text }) => text.parties.includes(actor))
            .map((offer) => offerView(room, offer, player, priceOf))
        : [],
    calls: actor === null || isRemoved ? [] : callsOf(room, player, actor, priceOf),
    happened: actor === null || isRemoved ? [] : happenedTo(room, scenario.model, report.events, actor),
  };
}

/** The others who play the same actor, and what they want so far. */
function delegatesOf(room: RoomState, { id, actor, isRemoved }: Player): StudentState['you']['delegation'] {
  const isOpen = room.stage === 'round' && !isRemoved;
  return (actor === null ? [] : delegationOf(room, actor))
    .filter((other) => other !== id)
    .map((other) => ({
      name: room.players.get(other)!.name,
      choices: isOpen ? [...(room.decisions.get(other)?.values() ?? [])] : [],
      isReady: room.ready.has(other),
    }));
}

/** What of that changes as the player and its delegation decide. */
export function ownPart({ room, count }: ViewSource, player: Player): OwnPart {
  const { id, actor, isRemoved } = player;
  const isOpen = room.stage === 'round' && !isRemoved;
  return {
    for: 'own',
    ...count,
    chosen: isOpen ? Object.fromEntries(room.decisions.get(id) ?? []) : {},
    delegationChoices: isOpen && actor !== null ? decidedChoices(room, actor) : [],
    you: { delegation: delegatesOf(room, player), ready: room.ready.has(id) },
    standing: Object.fromEntries(room.standing.get(id) ?? []),
  };
}

function offerView(
  room: RoomState,
  offer: OpenOffer,
  player: Player,
  priceOf: (actor: string, choice: Choice) => Price | undefined,
): OfferView {
  const { secret: _, ...sign } = offer.text;
  const by = actorOf(room, offer.by);
  const replies: OfferView['replies'] = {};
  for (const party of sign.parties) {
    const reply = isPlayed(room, party) ? replyOf(room, offer, party) : undefined;
    if (reply) replies[party] = reply;
  }
  return {
    id: offer.id,
    by,
    text: offer.text,
    replies,
    reply: offer.by === player.id ? 'accept' : (offer.replies.get(player.id) ?? null),
    isYours: by === player.actor,
    price: priceOf(player.actor!, { act: 'sign', ...sign }),
  };
}

function callsOf(
  room: RoomState,
  player: Player,
  actor: string,
  priceOf: (actor: string, choice: Choice) => Price | undefined,
): CallView[] {
  if (room.stage !== 'crisis') return [];
  return room.calls.flatMap((call, k) => {
    const { caller, alliance, foe } = call;
    if (call.actor !== actor) return [];
    return [
      {
        call: k,
        tick: room.crisisTick,
        caller,
        alliance,
        foe,
        answer: room.answers.get(player.id)?.get(k) ?? null,
        prices: {
          honour: priceOf(actor, { act: 'honour', caller, alliance }),
          renege: priceOf(actor, { act: 'renege', caller, alliance }),
        },
      },
    ];
  });
}
