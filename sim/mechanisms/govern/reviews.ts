import { z } from 'zod';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { idsOf } from '../../world/membership.ts';
import { assess } from '../../world/quota.ts';
import type { World } from '../../world/state.ts';
import { aftermath, alienation, decide, voteReason } from './voting/vote.ts';

const params = z.strictObject({
  accord: z.number().min(0).max(3).default(0.25).meta({
    description: 'vote: how much more than all quotas together a member lets its own quota grow, as a share of it',
  }),
  alienation,
});
type Params = z.infer<typeof params>;

/** A quota counts as at most so many times its old value. */
const MOST = 9;

/**
 * Every `reviewEvery` years the quotas are assessed anew from current resources and interests, and the members vote on them by
 * their governance rule. If the vote fails, the old quotas stay.
 */
export const reviews = mechanism({
  name: 'reviews',
  phase: 'govern',
  cites: ['Thibaut & Walker 1975', 'Buchanan & Tullock 1962'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    for (const alliance of world.alliances) {
      const { reviewEvery } = alliance.clauses;
      if (reviewEvery === null || world.tick - alliance.reviewed < context.model.ticksOf(reviewEvery)) continue;
      alliance.reviewed = world.tick;
      review(world, context, alliance);
    }
  },
});

function review(world: World, context: StepContext<Params>, alliance: Alliance): void {
  const { members } = alliance;
  const held = members.map(({ quota }) => quota);
  assess(world, alliance);
  let before = 0;
  let after = 0;
  for (let k = 0; k < held.length; k++) {
    before += held[k]!;
    after += members[k]!.quota;
  }
  const whole = ratio(before, after);
  const outcome = decide(context, alliance, 'review', -1, (member) => {
    const old = held[members.indexOf(member)]!;
    return context.params.accord + whole - ratio(old, member.quota);
  });
  aftermath(world, context, alliance, 'quotas', outcome, context.params.alienation);
  if (outcome.passed) {
    context.emit(
      { kind: 'renegotiated', alliance: alliance.id, who: idsOf(alliance, context.names) },
      voteReason(outcome),
    );
  } else
    held.forEach((quota, k) => {
      // A quota is capped at the member's budget, which may have fallen meanwhile.
      members[k]!.quota = Math.min(quota, world.columns.budget[members[k]!.actor]!);
    });
}

const ratio = (before: number, after: number): number =>
  before > 0 ? Math.min(MOST, after / before) : after > 0 ? MOST : 1;
