import type { MoveParams } from '../mechanisms/realign/moves/params.ts';
import { Prospect, TERM, TERMS } from '../mechanisms/realign/utility/terms.ts';
import {
  appraise,
  totalUtility,
  utilityOfJoining,
  utilityOfStaying,
} from '../mechanisms/realign/utility/treaty-utility.ts';
import type { Model } from '../model/model.ts';
import type { Alliance, Member } from '../world/alliance.ts';
import { memberOf } from '../world/membership.ts';
import { areBound } from '../world/obligations.ts';
import { createScratch } from '../world/scratch.ts';
import type { World } from '../world/state.ts';
import type { Preview } from './preview-result.ts';
import { chosen } from './quiet-step.ts';

type Worth = Preview['worth'];

/** Evaluates a treaty as `moves` does; undefined where no actor of the model evaluates treaties. */
function evaluate(
  model: Model,
  world: World,
  i: number,
  prospectIn: (buffer: ReturnType<typeof createScratch>['appraisal']) => Prospect,
  change?: (terms: Float64Array, params: MoveParams) => void,
): Worth {
  const params = chosen(model, 'moves')?.params as MoveParams | undefined;
  if (!params) return undefined;
  const { appraisal } = createScratch(model.shape.actors, model.shape.threats);
  appraise(world, params.weights, i, prospectIn(appraisal), model.scenario.time.ticksPerYear, appraisal);
  change?.(appraisal.terms, params);
  return {
    score: totalUtility(appraisal.terms),
    terms: TERMS.flatMap((term, k) => (appraisal.terms[k] === 0 ? [] : [{ term, value: appraisal.terms[k]! }])),
  };
}

export const worthOfStaying = (model: Model, world: World, alliance: Alliance, member: Member): Worth =>
  evaluate(model, world, member.actor, (buffer) => utilityOfStaying(alliance, member, buffer));

/** Of being without it, less the cost of breaking the commitment. */
export const worthOfLeaving = (model: Model, world: World, alliance: Alliance, member: Member): Worth =>
  evaluate(
    model,
    world,
    member.actor,
    (buffer) => utilityOfStaying(alliance, member, buffer),
    (terms, { word }) => {
      for (let k = 0; k < TERMS.length; k++) if (terms[k] !== 0) terms[k] = -terms[k]!;
      terms[TERM.word] = -word * alliance.clauses.formality * world.columns.loyalty[member.actor]!;
    },
  );

export const worthOfJoining = (model: Model, world: World, alliance: Alliance, i: number): Worth =>
  evaluate(model, world, i, (buffer) => utilityOfJoining(world, alliance, i, buffer));

/** @param signed the treaty as it would stand; `world` is without it. */
export const worthOfSigning = (model: Model, world: World, signed: Alliance, i: number): Worth =>
  evaluate(model, world, i, ({ partners }) => {
    let count = 0;
    for (const { actor } of signed.members) if (actor !== i && areBound(signed, i, actor)) partners[count++] = actor;
    const { clauses, bond, leader, scope } = signed;
    return new Prospect(
      partners,
      count,
      clauses,
      bond,
      leader,
      scope,
      memberOf(signed, i)!.quota,
      undefined,
      undefined,
    );
  });
