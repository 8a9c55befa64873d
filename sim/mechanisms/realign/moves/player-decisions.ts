import { isDecidedByPerson } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { bondOf, type Clauses } from '../../../schema/treaty.ts';
import type { Alliance } from '../../../world/alliance.ts';
import { memberOf } from '../../../world/membership.ts';
import type { World } from '../../../world/state.ts';
import { ALLIANCE_FORM, draft } from '../treaty-forms/security-treaties.ts';
import { appraise, utilityOfPairing } from '../utility/treaty-utility.ts';
import { apply, giveNotice, mayEnter, propose } from './accession.ts';
import type { MoveParams } from './params.ts';

const NO_REASON = { because: [] };

/** Decisions by persons to join, stay, leave or propose come before all evaluation by actors; the other actors still must agree. */
export function obeyDecisions(world: World, context: StepContext<MoveParams>): void {
  for (const intervention of context.interventions) {
    if (intervention.kind !== 'decide') continue;
    const { choice, actor } = intervention;
    const i = context.model.names.actors.get(actor)!;
    if (
      choice.act === 'propose' &&
      !offer(world, context, i, context.model.names.actors.get(choice.to)!, choice.clauses ?? {})
    )
      context.emit({ kind: 'no-occasion', who: [actor], what: `propose to ${choice.to}` });
    if (choice.act === 'stay' && !keep(world, context, i, choice.alliance))
      context.emit({ kind: 'no-occasion', who: [actor], what: `stay ${choice.alliance}` });
    if ((choice.act === 'join' || choice.act === 'leave') && !change(world, context, i, choice.act, choice.alliance))
      context.emit({ kind: 'no-occasion', who: [actor], what: `${choice.act} ${choice.alliance}` });
  }
}

/** A person's proposal is a defence treaty except for the clauses it names; its worth to the person's actor is not evaluated. */
function offer(
  world: World,
  context: StepContext<MoveParams>,
  i: number,
  j: number,
  wanted: Partial<Clauses>,
): boolean {
  if (i === j) return false;
  const clauses: Clauses = { ...draft(ALLIANCE_FORM, world, i, j), ...wanted };
  if (!mayEnter(world, i, clauses) || !mayEnter(world, j, clauses)) return false;
  const { otherAppraisal } = context.scratch;
  const prospect = utilityOfPairing(
    i,
    clauses,
    bondOf(clauses.obligations, clauses.casusFoederis),
    -1,
    clauses.targetRate * world.columns.budget[j]!,
    otherAppraisal,
  );
  const theirs = appraise(
    world,
    context.params.weights,
    j,
    prospect,
    context.model.scenario.time.ticksPerYear,
    otherAppraisal,
  );
  return propose(
    world,
    context,
    i,
    j,
    'treaty',
    clauses,
    { ours: Number.MIN_VALUE, theirs, without: 0 },
    () => NO_REASON,
  );
}

/** Withdraws a notice under way; `giveNotice` prevents another one in this tick. */
function keep(world: World, context: StepContext<MoveParams>, i: number, id: string): boolean {
  const member = standing(world, id)?.members.find(({ actor }) => actor === i);
  if (member && member.leaves >= 0) {
    member.leaves = -1;
    member.noticeByPlayer = 0;
    context.emit({ kind: 'stayed', alliance: id, who: [context.names[i]!] });
  }
  return member !== undefined;
}

const standing = (world: World, id: string): Alliance | undefined =>
  world.alliances.find((alliance) => alliance.id === id);

function change(world: World, context: StepContext<MoveParams>, i: number, act: 'join' | 'leave', id: string): boolean {
  const alliance = standing(world, id);
  // An actor that is told both to stay and to leave stays.
  if (!alliance || (act === 'leave' && isDecidedByPerson(context, 'stay', alliance, i))) return false;
  const member = memberOf(alliance, i);
  const inside = member !== undefined;
  if (act === 'leave' && member && member.leaves < 0) giveNotice(world, context, alliance, i, true, NO_REASON);
  else if (act === 'join' && !inside && mayEnter(world, i, alliance.clauses))
    apply(world, context, alliance, i, NO_REASON);
  else return false;
  return true;
}
