import { isDecidedByPerson } from '../../../model/decisions.ts';
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

/** Moves an actor to the other camp. A camp is founded when its second member arrives and ends when only one is left. */
export function changeSides(world: World, context: StepContext, mover: number, reason: Reason): void {
  const side = readSides(world, context.scratch.mark);
  const hosts: number[] = [];
  for (let j = 0; j < world.shape.actors; j++) if (side[j] !== side[mover]) hosts.push(j);
  const left = campOf(world, mover);
  const host = hosts.find((j) => campOf(world, j) !== undefined);
  const entered = host === undefined ? undefined : campOf(world, host);
  if (left) leave(world, context, left, mover, reason);
  // The actor may already be a member, by a treaty of the scenario.
  if (entered && memberOf(entered, mover)) return;
  if (entered) admit(world, context, entered, mover, reason);
  else if (hosts.length > 0) found(world, context, [...hosts, mover], freeName(world), CAMP, reason);
}

/** Decisions by a person: to leave one camp is to move to the other. */
export function obeySideDecisions(world: World, context: StepContext): void {
  for (const intervention of context.interventions) {
    if (intervention.kind !== 'decide') continue;
    const { choice, actor } = intervention;
    if (choice.act === 'propose') context.emit({ kind: 'no-occasion', who: [actor], what: `propose to ${choice.to}` });
    if (choice.act !== 'join' && choice.act !== 'leave') continue;
    const i = context.model.names.actors.get(actor)!;
    const camp = world.alliances.find(({ id }) => id === choice.alliance);
    const inside = camp !== undefined && memberOf(camp, i) !== undefined;
    if (camp && inside === (choice.act === 'leave')) changeSides(world, context, i, UNEXPLAINED);
    else context.emit({ kind: 'no-occasion', who: [actor], what: `${choice.act} ${choice.alliance}` });
  }
}

/** Whether a person decided that the actor stays in its camp this tick. */
export function isHeldByDecision(world: World, context: StepContext, actor: number): boolean {
  const camp = campOf(world, actor);
  return camp !== undefined && isDecidedByPerson(context, 'stay', camp, actor);
}

const campOf = ({ alliances }: World, actor: number): Alliance | undefined =>
  alliances.find((camp) => memberOf(camp, actor));

const freeName = ({ alliances }: World): string =>
  NAMES.find((name) => !alliances.some((camp) => camp.name === name)) ?? NAMES[1];
