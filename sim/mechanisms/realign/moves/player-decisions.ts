import { isOrdered } from '../../../engine/decisions.ts';
import type { Turn } from '../../../engine/mechanism.ts';
import { bondOf, type Clauses } from '../../../schema/treaty.ts';
import type { Alliance } from '../../../world/alliance.ts';
import { memberOf } from '../../../world/membership.ts';
import type { World } from '../../../world/world.ts';
import type { MoveParams } from '../moves.ts';
import { draft, LADDER } from '../treaty-forms/forms.ts';
import { appraise, pair } from '../utility/treaty-utility.ts';
import { apply, giveNotice, mayEnter, propose } from './accession.ts';

const NO_REASON = { because: [] };

/** Players’ joins, stays, exits and proposals come before anyone’s own reckoning; the others still have their say. */
export function obey(world: World, turn: Turn<MoveParams>): void {
  for (const intervention of turn.interventions) {
    if (intervention.kind !== 'decide') continue;
    const { choice, actor } = intervention;
    const i = turn.model.names.actors.get(actor)!;
    if (
      choice.act === 'propose' &&
      !offer(world, turn, i, turn.model.names.actors.get(choice.to)!, choice.clauses ?? {})
    )
      turn.happen({ kind: 'no-occasion', who: [actor], what: `propose to ${choice.to}` });
    if (choice.act === 'stay' && !keep(world, turn, i, choice.alliance))
      turn.happen({ kind: 'no-occasion', who: [actor], what: `stay ${choice.alliance}` });
    if ((choice.act === 'join' || choice.act === 'leave') && !change(world, turn, i, choice.act, choice.alliance))
      turn.happen({ kind: 'no-occasion', who: [actor], what: `${choice.act} ${choice.alliance}` });
  }
}

/** A player’s proposal is a defence treaty but for the clauses it names; what it is worth to the player is the player’s affair. */
function offer(world: World, turn: Turn<MoveParams>, i: number, j: number, wanted: Partial<Clauses>): boolean {
  if (i === j) return false;
  const clauses: Clauses = { ...draft(LADDER[3]!, world, i, j), ...wanted };
  if (!mayEnter(world, i, clauses) || !mayEnter(world, j, clauses)) return false;
  const { otherDesk } = turn.scratch;
  const prospect = pair(
    i,
    clauses,
    bondOf(clauses.obligations, clauses.casusFoederis),
    -1,
    clauses.targetRate * world.columns.budget[j]!,
    otherDesk,
  );
  const theirs = appraise(world, turn.params.weights, j, prospect, turn.model.scenario.time.ticksPerYear, otherDesk);
  return propose(world, turn, i, j, 'treaty', clauses, { ours: Number.MIN_VALUE, theirs, without: 0 }, () => NO_REASON);
}

/** Whose notice is under way takes it back; that it gives no other this tick is seen to where notice is given. */
function keep(world: World, turn: Turn<MoveParams>, i: number, id: string): boolean {
  const member = standing(world, id)?.members.find(({ actor }) => actor === i);
  if (member && member.leaves >= 0) {
    member.leaves = -1;
    member.bidden = 0;
    turn.happen({ kind: 'stayed', alliance: id, who: [turn.names[i]!] });
  }
  return member !== undefined;
}

const standing = (world: World, id: string): Alliance | undefined =>
  world.alliances.find((alliance) => alliance.id === id);

function change(world: World, turn: Turn<MoveParams>, i: number, act: 'join' | 'leave', id: string): boolean {
  const alliance = standing(world, id);
  // Who is told to stay and to leave at once stays.
  if (!alliance || (act === 'leave' && isOrdered(turn, 'stay', alliance, i))) return false;
  const member = memberOf(alliance, i);
  const inside = member !== undefined;
  if (act === 'leave' && member && member.leaves < 0) giveNotice(world, turn, alliance, i, true, NO_REASON);
  else if (act === 'join' && !inside && mayEnter(world, i, alliance.clauses))
    apply(world, turn, alliance, i, NO_REASON);
  else return false;
  return true;
}
