import type { Alliance, Member } from '../../alliance.ts';
import { type Reason, reasons } from '../../event.ts';
import type { Turn } from '../../mechanism.ts';

export interface Verdict extends Reason {
  passed: boolean;
  /** Most were for it, yet it fell: a veto. */
  deadlock: boolean;
}

/**
 * A decision under the treaty's governance rule: the leader's word, every member's consent, more than half of the heads, or of
 * the efforts. `favour` is how much each member gains by a yes; a player's vote replaces its sign. `subject` has no vote.
 */
export function decide(
  turn: Pick<Turn, 'interventions' | 'model' | 'names'>,
  alliance: Alliance,
  subject: number,
  favour: (member: Member) => number,
): Verdict {
  const voters = alliance.members.filter((member) => member.actor !== subject);
  let weight = 0;
  let yes = 0;
  let heads = 0;
  let leader = false;
  const labels: string[] = [];
  const values: number[] = [];
  for (const member of voters) {
    const w = alliance.clauses.governance === 'weighted' ? member.effort + 1e-12 : 1;
    const gain = favour(member);
    const support = ballot(turn, alliance, member.actor) ?? gain > 0;
    weight += w;
    labels.push(`vote of ${turn.names[member.actor]}`);
    values.push(gain);
    if (!support) continue;
    yes += w;
    heads++;
    if (member.actor === alliance.leader) leader = true;
  }
  const majority = yes * 2 > weight;
  const passed =
    alliance.clauses.governance === 'consensus'
      ? heads === voters.length
      : alliance.clauses.governance === 'hegemonic' && alliance.leader >= 0 && alliance.leader !== subject
        ? leader
        : majority;
  return { passed, deadlock: majority && !passed, ...reasons(labels, values) };
}

function ballot(
  { interventions, model }: Pick<Turn, 'interventions' | 'model'>,
  alliance: Alliance,
  actor: number,
): boolean | undefined {
  for (const intervention of interventions) {
    if (intervention.kind !== 'decide' || intervention.choice.act !== 'vote') continue;
    if (intervention.choice.alliance === alliance.id && model.names.actors.get(intervention.actor) === actor)
      return intervention.choice.support;
  }
  return undefined;
}
