import { decisionText, decisionToStay, isTo, tellOutcome } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { Clauses } from '../../../schema/treaty.ts';
import type { Alliance } from '../../../world/alliance.ts';
import { type Reason, UNEXPLAINED } from '../../../world/event.ts';
import { admit, found, leave, memberOf } from '../../../world/membership.ts';
import type { World } from '../../../world/state.ts';
import { readSides } from './energy.ts';

// Two camps as alliances. Only an actor that is alone on its side is in neither, since an alliance has at least two members.

/** Members of a camp pay nothing: landscape theory is only about who stands with whom. */
const CAMP = Clauses.parse({ targetRate: 0, exitNotice: 0, monitoring: 0, disputes: [] });
const NAMES = ['First camp', 'Second camp'] as const;

export function foundCamps(world: World, context: StepContext, camps: readonly (readonly number[])[]): void {
  for (const camp of camps) if (camp.length > 1) found(world, context, camp, freeName(world), CAMP);
}

/**
 * Moves an actor to the other camp. A camp is founded when its second member arrives and ends when only one is left.
 * @returns whether an event with this reason says so.
 */
export function changeSides(world: World, context: StepContext, mover: number, reason: Reason): boolean {
  const side = readSides(world, context.scratch.mark);
  const hosts: number[] = [];
  for (let j = 0; j < world.shape.actors; j++) if (side[j] !== side[mover]) hosts.push(j);
  const left = campOf(world, mover);
  const host = hosts.find((j) => campOf(world, j) !== undefined);
  const entered = host === undefined ? undefined : campOf(world, host);
  if (left) leave(world, context, left, mover, reason);
  // The actor may already be a member, by a treaty of the scenario.
  if ((entered && memberOf(entered, mover)) || hosts.length === 0) return left !== undefined;
  // Of a decision one event says what came of it.
  const { of, ...after } = reason;
  const why = left ? after : reason;
  if (entered) admit(world, context, entered, mover, why);
  else found(world, context, [...hosts, mover], freeName(world), CAMP, why);
  return true;
}

/** Decisions by a person: to leave one camp is to move to the other. */
export function obeySideDecisions(world: World, context: StepContext): void {
  for (const decision of context.decisions.list) {
    if (decision.told || !isTo(decision, 'join', 'leave', 'stay')) continue;
    const { choice, actor } = decision;
    const camp = world.alliances.find(({ id }) => id === choice.alliance);
    if (!camp || (memberOf(camp, actor) === undefined) !== (choice.act === 'join')) continue;
    if (choice.act !== 'stay')
      decision.told = changeSides(world, context, actor, {
        ...UNEXPLAINED,
        decidedBy: decision.as,
        of: decision.key,
      });
    else
      tellOutcome(context, decision, {
        kind: 'intervention',
        who: [context.names[actor]!],
        what: decisionText(choice),
      });
  }
}

/** Whether a person decided that the actor stays in its camp this tick. */
export function staysByDecision(world: World, context: StepContext, actor: number): boolean {
  const camp = campOf(world, actor);
  return camp !== undefined && decisionToStay(context, camp, actor) !== undefined;
}

const campOf = ({ alliances }: World, actor: number): Alliance | undefined =>
  alliances.find((camp) => memberOf(camp, actor));

const freeName = ({ alliances }: World): string =>
  NAMES.find((name) => !alliances.some((camp) => camp.name === name)) ?? NAMES[1];
