import type { Model } from '../model/model.ts';
import type { Alliance } from '../world/alliance.ts';
import { admit, expel, memberOf } from '../world/membership.ts';
import { assess } from '../world/quota.ts';
import type { World } from '../world/state.ts';
import type { PreviewChoice } from './choice.ts';
import type { VotePreview } from './preview-result.ts';
import { chosen } from './quiet-step.ts';
import { type Done, silentLog } from './treaties.ts';

/** A vote: how much it weighs, and, for a yes, what changes if the matter passes. */
export function voteIn(
  model: Model,
  now: World,
  then: World,
  i: number,
  { alliance: id, support, matter, subject: about }: Extract<PreviewChoice, { act: 'vote' }>,
): Done {
  const alliance = now.alliances.find((one) => one.id === id);
  if (!alliance) return { barred: 'no-alliance' };
  const subject = about === undefined ? -1 : model.names.actors.get(about)!;
  if (!memberOf(alliance, i) || subject === i) return { barred: 'no-member' };
  const copy = then.alliances.find((one) => one.id === id)!;
  const isMember = subject >= 0 && memberOf(alliance, subject) !== undefined;
  const told = { vote: powerOfVote(alliance, i, subject) };
  if (!support) return { wanted: {}, told };
  if (matter === 'review') assess(then, copy);
  else if (matter === 'expulsion' && isMember) expel(then, silentLog(model), copy, subject);
  else if (matter === 'accession' && subject >= 0 && !isMember) {
    admit(then, silentLog(model), copy, subject);
    return { wanted: { promised: { alliance: id, actors: [subject] } }, told };
  } else if (matter === 'sanction' && isMember)
    return { wanted: {}, told: { vote: { ...told.vote, fine: shareOfFine(model, alliance, subject) } } };
  return { wanted: {}, told };
}

/** What the vote of a member weighs under the treaty’s governance rule, whatever the others do. */
function powerOfVote({ members, clauses, leader }: Alliance, i: number, subject: number): VotePreview {
  const weigh = (effort: number): number => (clauses.governance === 'weighted' ? effort + 1e-12 : 1);
  let all = 0;
  let own = 0;
  for (const { actor, effort } of members) {
    if (actor === subject) continue;
    all += weigh(effort);
    if (actor === i) own = weigh(effort);
  }
  const led = clauses.governance === 'hegemonic' && leader >= 0 && leader !== subject;
  if (led) return { weight: Number(leader === i), vetoes: leader === i, decides: leader === i };
  const weight = own / all;
  return {
    weight,
    vetoes: clauses.governance === 'consensus' || weight >= 0.5,
    decides: clauses.governance === 'consensus' ? weight === 1 : weight > 0.5,
  };
}

/** What a fine of a member that pays too little, as the others have seen it, costs each of them. */
function shareOfFine(model: Model, { members, clauses }: Alliance, subject: number): number {
  const rule = chosen(model, 'sanctions');
  const offender = members.find(({ actor }) => actor === subject);
  if (!rule || !offender) return 0;
  const { price } = rule.params as { price: number };
  const fine = clauses.sanction * (1 - offender.seen) * offender.quota * model.scenario.time.ticksPerYear;
  return (price * fine) / (members.length - 1);
}
