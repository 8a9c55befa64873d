import type { Model } from '../model/model.ts';
import type { Fact } from '../schema/history.ts';
import type { Event } from '../world/event.ts';
import { type FactSpan, occasionOf } from './span.ts';
import type { Watch } from './watch.ts';

// Facts about a single occasion: that some actors left, that there was a war.

export const isWithinSpan = ({ tick }: Event, { first, last }: FactSpan): boolean => tick >= first && tick <= last;

/** Each of `who` left the alliance named, or any alliance, by its own decision. */
export const leftFact = (fact: Fact, model: Model): Watch => ({
  happened({ events, ticks }) {
    const occasion = occasionOf(model, fact, ticks);
    return fact.who.every((id) =>
      events.some((event) => isWithinSpan(event, occasion) && isExitOf(event, id, fact.alliance)),
    );
  },
});

/**
 * An actor leaves by an exit, by a split, or by letting the whole treaty lapse at the end of its term. An expelled member does not
 * leave, nor does a member whom its last partner deserts, or whose treaty was cancelled, superseded or fulfilled.
 */
export function isExitOf(event: Event, id: string, alliance: string | undefined): boolean {
  if (event.kind !== 'left' && event.kind !== 'split' && event.kind !== 'dissolved') return false;
  if (event.kind === 'dissolved' && event.how !== 'lapsed') return false;
  const from = event.kind === 'split' ? event.from : event.alliance;
  return event.who.includes(id) && (alliance === undefined || from === alliance);
}

/** The first of `who` fought each of the others, whoever attacked, alone or on a side with allies. */
export const warFact = (fact: Fact, model: Model): Watch => ({
  happened({ events, ticks }) {
    const occasion = occasionOf(model, fact, ticks);
    const [one = '', ...others] = fact.who;
    return (
      others.length > 0 &&
      others.every((other) =>
        events.some((event) => event.kind === 'fought' && isWithinSpan(event, occasion) && opposed(event, one, other)),
      )
    );
  },
});

/** Whether the two stood on opposite sides. */
export function opposed(
  { who, against }: { readonly who: readonly string[]; readonly against: readonly string[] },
  one: string,
  other: string,
): boolean {
  return (who.includes(one) && against.includes(other)) || (who.includes(other) && against.includes(one));
}
