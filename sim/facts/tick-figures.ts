import { spearman } from '../measures/spearman.ts';
import type { Model } from '../model/model.ts';
import type { Fact } from '../schema/history.ts';
import { PARTNER_BIT } from '../schema/treaty.ts';
import type { World } from '../world/state.ts';
import { actorsOf } from './standing.ts';

/** Figures of a fact's `who` and `alliance` at one tick; NaN where there is no value. Means are taken over the fact's years. */
export const TICK_FIGURES: Readonly<Record<string, (fact: Fact, model: Model) => (world: World) => number>> = {
  /** Effort of all of `who` as a share of their joint budget. */
  effortRate(fact, model) {
    const who = actorsOf(fact, model);
    return ({ columns: { budget, rate } }) => {
      const budgets = total(who, (i) => budget[i]!);
      return budgets > 0 ? total(who, (i) => rate[i]! * budget[i]!) / budgets : Number.NaN;
    };
  },
  /** Effort of `who` as a share of the effort of all members of the alliance. */
  effortShare(fact, model) {
    const who = actorsOf(fact, model);
    return (world) => {
      const members = membersOf(world, fact.alliance);
      const { spent } = world.columns;
      const all = total(members, (i) => spent[i]!);
      return all > 0
        ? total(
            members.filter((i) => who.includes(i)),
            (i) => spent[i]!,
          ) / all
        : Number.NaN;
    };
  },
  /** Spearman’s ρ of strength and effort rate over `who`; NaN with fewer than three. */
  exploitation(fact, model) {
    const who = actorsOf(fact, model);
    return ({ columns: { strength, rate } }) =>
      who.length < 3
        ? Number.NaN
        : spearman(
            who.map((i) => strength[i]!),
            who.map((i) => rate[i]!),
          );
  },
  /** How many of `who` spend at least two hundredths of their budget; an actor that stands for a group counts once. */
  statesAtTwoPercent(fact, model) {
    const who = actorsOf(fact, model);
    return ({ columns: { rate } }) => who.filter((i) => rate[i]! >= 0.02).length;
  },
  /** The target rate in the clauses of the alliance; NaN where it does not exist at the tick. */
  targetRate:
    ({ alliance: id }) =>
    ({ alliances }) =>
      alliances.find((alliance) => alliance.id === id)?.clauses.targetRate ?? Number.NaN,
  /**
   * Share of the strength of `who` in the two strongest blocs. A bloc is two or more of `who` joined by treaties of any kind,
   * directly or through others of `who`. NaN where there are fewer than two blocs.
   */
  powerInTwoLargestBlocs(fact, model) {
    const who = actorsOf(fact, model);
    return (world) => {
      const { strength } = world.columns;
      const sizes = blocsOf(world, who).map((bloc) => total(bloc, (i) => strength[i]!));
      const [first, second] = sizes.sort((a, b) => b - a);
      return second === undefined ? Number.NaN : (first! + second) / total(who, (i) => strength[i]!);
    };
  },
};

const total = (of: readonly number[], value: (i: number) => number): number => of.reduce((sum, i) => sum + value(i), 0);

const membersOf = ({ alliances }: World, id: string | undefined): number[] =>
  alliances.find((alliance) => alliance.id === id)?.members.map(({ actor }) => actor) ?? [];

/** Blocs of two or more that treaties join. */
function blocsOf({ derived: { bonds }, shape: { actors } }: World, who: readonly number[]): number[][] {
  const left = new Set(who);
  const blocs: number[][] = [];
  for (const first of who) {
    if (!left.delete(first)) continue;
    const bloc = [first];
    // The list grows during the loop.
    for (const i of bloc)
      for (const j of left)
        if ((bonds[i * actors + j]! & PARTNER_BIT) !== 0) {
          left.delete(j);
          bloc.push(j);
        }
    if (bloc.length > 1) blocs.push(bloc);
  }
  return blocs;
}
