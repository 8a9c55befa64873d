import type { InstructorRequest } from '../../classroom/protocol/request.ts';

type FreeCard = Extract<InstructorRequest, { do: 'card' }>;
type Shock = FreeCard['shock'];

/** What a card of the instructor's own can do: what any scenario has, whatever its resources are called. */
export const CARD_EFFECTS = ['tension', 'calm', 'trust', 'distrust'] as const;
export type CardEffect = (typeof CARD_EFFECTS)[number];

const AMOUNT = { slight: 0.1, strong: 0.3 };
const SIGN: Record<CardEffect, number> = { tension: 1, calm: -1, trust: 1, distrust: -1 };
/** A shock's name stands in lists; the card itself says all. */
const NAME_LENGTH = 80;

/** A card as the room takes it. @param to its readers; null: everybody. */
export function freeCard(
  text: string,
  effect: CardEffect,
  strength: keyof typeof AMOUNT,
  among: string[],
  to: string[] | null,
): FreeCard {
  const isHostility = effect === 'tension' || effect === 'calm';
  const change: Shock['changes'][number] = {
    target: { among },
    field: isHostility ? 'hostility' : 'relational',
    operation: 'add',
    amount: SIGN[effect] * AMOUNT[strength],
    // Hostility fades with what caused it; trust is made or lost for good.
    duration: isHostility ? 1 : null,
    halfLife: isHostility ? 1 : 0,
  };
  const id = `card-${[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(36)).join('')}`;
  const family = isHostility ? 'threat' : 'leadership';
  return {
    do: 'card',
    shock: { id, name: text.slice(0, NAME_LENGTH), family, expost: false, changes: [change] },
    words: text,
    to,
  };
}
