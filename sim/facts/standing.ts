import type { Model } from '../model/model.ts';
import type { Fact } from '../schema/history.ts';
import { ALLIED, SECURITY_BIT } from '../schema/treaty.ts';
import type { World } from '../world/state.ts';
import { type FactSpan, factSpanOf, tickOf } from './span.ts';
import type { Watch } from './watch.ts';

// Facts about what stood for years: that all of `who` were allied, that all of them were members.

/** Defence against anyone, a fellow member too, is defence as well. */
const BY_ARMS = ALLIED | SECURITY_BIT;

/** Each of `who` bound to each other by defence or offence, under one treaty or under several. */
export function alliedFact(fact: Fact, model: Model): Watch {
  const who = actorsOf(fact, model);
  const all = who.length === fact.who.length && who.length > 1;
  return standing(fact, model, ({ derived: { bonds }, shape: { actors } }) =>
    Boolean(all && who.every((i) => who.every((j) => i === j || (bonds[i * actors + j]! & BY_ARMS) !== 0))),
  );
}

/** All of `who` in the alliance named, or, where none is, in some alliance together. */
export function memberFact(fact: Fact, model: Model): Watch {
  const who = actorsOf(fact, model);
  const all = who.length === fact.who.length;
  return standing(fact, model, ({ alliances }) =>
    alliances.some(
      ({ id, members }) =>
        all &&
        (fact.alliance === undefined || id === fact.alliance) &&
        who.every((i) => members.some(({ actor }) => actor === i)),
    ),
  );
}

/** Their indices; of a threat, which joins nothing, there is none. */
export const actorsOf = ({ who }: Fact, { names }: Model): number[] => who.flatMap((id) => names.actors.get(id) ?? []);

function standing(fact: Fact, model: Model, holds: (world: World) => boolean): Watch {
  const held: boolean[] = [];
  return {
    observe(world) {
      held[world.tick - 1] = holds(world);
    },
    happened: ({ ticks }) => stood(fact, model, held, ticks),
  };
}

/**
 * Whether it stood as it did in the world: there is a beginning that fits, from which on it held in more than half of the ticks to
 * the end of the fact's years and held still, or again, at their end less the tolerance. How much longer it lasted is not asked.
 */
function stood(fact: Fact, model: Model, held: readonly boolean[], ticks: number): boolean {
  const { last } = factSpanOf(model, fact.from, fact.to, ticks);
  const late = factSpanOf(model, fact.from, Math.max(fact.from, fact.to - (fact.tolerance ?? 0)), ticks).last;
  return beginnings(fact, model, held, ticks).some((first) => {
    if (!held[Math.max(first, late)]) return false;
    const those = held.slice(first, Math.max(first, last) + 1);
    return 2 * those.filter(Boolean).length > those.length;
  });
}

/**
 * Ticks in which it began within the tolerance of the date. What held from the first tick of the run on without a break has no
 * beginning to be judged, so there the date itself serves: an old treaty may well be kept.
 */
function beginnings(fact: Fact, model: Model, held: readonly boolean[], ticks: number): number[] {
  const { first, last } = beginningOf(fact, model, ticks);
  const found: number[] = [];
  for (let t = Math.max(1, first); t <= last; t++) if (held[t] && !held[t - 1]) found.push(t);
  const date = Math.max(0, tickOf(model, fact.from));
  if (date < ticks && held.slice(0, date + 1).every(Boolean)) found.push(date);
  return found;
}

/** The ticks that touch the date of the beginning, give or take the tolerance, its last day included. */
function beginningOf({ from, tolerance = 0 }: Fact, model: Model, ticks: number): FactSpan {
  return {
    first: Math.max(0, tickOf(model, from - tolerance)),
    last: Math.min(ticks - 1, tickOf(model, from + tolerance)),
  };
}
