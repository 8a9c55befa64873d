import type { Model } from '../model/model.ts';
import type { Fact } from '../schema/history.ts';
import { ALLIED, SECURITY_BIT } from '../schema/treaty.ts';
import type { World } from '../world/state.ts';
import { type FactSpan, factSpanOf, tickOf } from './span.ts';
import type { Watch } from './watch.ts';

// Facts about what lasted for years: that all of `who` were allied, that all of them were members.

/** Collective security (defence against anyone, even a fellow member) counts as defence too. */
export const BY_ARMS = ALLIED | SECURITY_BIT;

/** Each pair of `who` is bound by defence or offence, under one treaty or several. */
export function alliedFact(fact: Fact, model: Model): Watch {
  const who = actorsOf(fact, model);
  const all = who.length === fact.who.length && who.length > 1;
  return standing(fact, model, ({ derived: { bonds }, shape: { actors } }) =>
    Boolean(all && who.every((i) => who.every((j) => i === j || (bonds[i * actors + j]! & BY_ARMS) !== 0))),
  );
}

/** All of `who` are members of the alliance named, or, where none is named, of some alliance together. */
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

/** Their indices; threats join no alliance and have none. */
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
 * Whether the fact lasted in the run as it did in the world. From some matching beginning it held in more than half of the ticks to
 * the end of the fact's years, and it held at their end less the tolerance. How much longer it lasted does not matter.
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
 * Ticks in which it began within the tolerance of the date. What has held without a break since the first tick has no beginning
 * that can be judged, so the date itself is used: an old treaty may have been kept.
 */
function beginnings(fact: Fact, model: Model, held: readonly boolean[], ticks: number): number[] {
  const { first, last } = beginningOf(fact, model, ticks);
  const found: number[] = [];
  for (let t = Math.max(1, first); t <= last; t++) if (held[t] && !held[t - 1]) found.push(t);
  const date = Math.max(0, tickOf(model, fact.from));
  if (date < ticks && held.slice(0, date + 1).every(Boolean)) found.push(date);
  return found;
}

/** The ticks that overlap the date of the beginning, plus or minus the tolerance, its last day included. */
function beginningOf({ from, tolerance = 0 }: Fact, model: Model, ticks: number): FactSpan {
  return {
    first: Math.max(0, tickOf(model, from - tolerance)),
    last: Math.min(ticks - 1, tickOf(model, from + tolerance)),
  };
}
