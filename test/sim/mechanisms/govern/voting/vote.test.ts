import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDecisions } from '../../../../../sim/engine/placed-decisions.ts';
import { start } from '../../../../../sim/engine/run.ts';
import { decide } from '../../../../../sim/mechanisms/govern/voting/vote.ts';
import type { Intervention } from '../../../../../sim/schema/intervention.ts';
import { always } from '../../../arbitrary.ts';
import { actor, model, only, treaty } from '../../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];
const four = (more: TreatyMore) =>
  model({
    actors: ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
    treaties: [treaty('league', ['a', 'b', 'c', 'd'], more)],
    mechanisms: only({}),
  });

/** A vote of the four on the fifth, each for it as far as its number is above 0. */
function vote(
  more: TreatyMore,
  gains: readonly number[],
  { efforts = [1, 1, 1, 1], subject = 4, interventions = [] as Intervention[] } = {},
) {
  const of = four(more);
  const world = start(of);
  const league = world.alliances[0]!;
  league.members.forEach((member, k) => {
    member.effort = efforts[k]!;
  });
  const decisions = openDecisions(of, '1', interventions, undefined).takeUp(world);
  const context = { decisions, emit: () => {}, names: of.ids };
  return decide(context, league, 'expulsion', subject, ({ actor: k }) => gains[k]!);
}

describe('a decision', () => {
  it.each<[string, TreatyMore, number[], boolean, boolean]>([
    ['of all passes with the consent of all', { governance: 'consensus' }, [1, 1, 1, 1], true, false],
    ['of all falls to one veto: deadlock', { governance: 'consensus' }, [1, 1, 1, -0.1], false, true],
    ['of all without a majority is no deadlock', { governance: 'consensus' }, [1, 1, -1, -1], false, false],
    ['of most passes with three of four', { governance: 'majority' }, [1, 1, 0.1, -9], true, false],
    ['of most falls on a tie', { governance: 'majority' }, [1, 1, -1, -1], false, false],
    ['by a hegemon is its word alone', { governance: 'hegemonic', leader: 'b' }, [-1, 1, -1, -1], true, false],
    ['by a hegemon can be its no to all', { governance: 'hegemonic', leader: 'b' }, [1, -1, 1, 1], false, true],
    ['that gains nobody anything is a no', { governance: 'majority' }, [0, 0, 0, 0], false, false],
  ])('%s', (_, more, gains, passed, deadlock) => {
    expect(vote(more, gains)).toMatchObject({ passed, deadlock });
  });

  it('weighted by effort is made by who pays', () => {
    const gains = [1, -1, -1, -1];
    expect(vote({ governance: 'weighted' }, gains, { efforts: [10, 3, 3, 3] }).passed).toBe(true);
    expect(vote({ governance: 'weighted' }, gains, { efforts: [8, 3, 3, 3] }).passed).toBe(false);
    expect(vote({ governance: 'weighted' }, [1, 1, 1, -1], { efforts: [0, 0, 0, 0] }).passed).toBe(true);
  });

  it('about a member is not made by it', () => {
    expect(vote({ governance: 'consensus' }, [1, 1, 1, -1], { subject: 3 }).passed).toBe(true);
    expect(vote({ governance: 'hegemonic', leader: 'd' }, [1, 1, -1, -1], { subject: 3 }).passed).toBe(true);
  });

  it('heeds a player’s vote, whatever it gains', () => {
    const ballot = (who: string, support: boolean, alliance = 'league'): Intervention[] => [
      { kind: 'decide', tick: 0, actor: who, choice: { act: 'vote', alliance, support } },
    ];
    const consensus: TreatyMore = { governance: 'consensus' };
    expect(vote(consensus, [1, 1, 1, 1], { interventions: ballot('c', false) })).toMatchObject({
      passed: false,
      deadlock: true,
    });
    expect(vote(consensus, [1, 1, 1, -1], { interventions: ballot('d', true) }).passed).toBe(true);
    expect(vote(consensus, [1, 1, 1, 1], { interventions: ballot('c', false, 'other') }).passed).toBe(true);
    expect(vote(consensus, [1, 1, 1, 1], { interventions: ballot('e', false) }).passed).toBe(true);
  });

  const held = (...ids: string[]): Intervention[] =>
    ids.map((who) => ({ kind: 'decide', tick: 0, actor: who, choice: { act: 'hold', ticks: 1 } }));

  it.each<[string, TreatyMore, number[], string[], boolean]>([
    ['of most counts those who vote', { governance: 'majority' }, [1, 1, -1, -1], ['c', 'd'], true],
    ['of all knows no veto of who says nothing', { governance: 'consensus' }, [1, 1, -1, -1], ['c', 'd'], true],
    ['is none where nobody votes', { governance: 'consensus' }, [1, 1, 1, 1], ['a', 'b', 'c', 'd'], false],
    ['is none where nobody votes by majority', { governance: 'majority' }, [1, 1, 1, 1], ['a', 'b', 'c', 'd'], false],
    ['by a leader who says nothing is none', { governance: 'hegemonic', leader: 'b' }, [1, 1, 1, 1], ['b'], false],
  ])('with members who are held: %s', (_, more, gains, who, passed) => {
    expect(vote(more, gains, { interventions: held(...who) })).toMatchObject({ passed, deadlock: false });
  });

  it('takes the vote on its matter and subject before one on anything', () => {
    const ballot = (support: boolean, more: object): Intervention => ({
      kind: 'decide',
      tick: 0,
      actor: 'a',
      choice: { act: 'vote', alliance: 'league', support, ...more },
    });
    const consensus: TreatyMore = { governance: 'consensus' };
    const passes = (...interventions: Intervention[]) => vote(consensus, [1, 1, 1, 1], { interventions }).passed;
    expect(passes(ballot(false, {}), ballot(true, { matter: 'expulsion' }))).toBe(true);
    expect(passes(ballot(true, { matter: 'expulsion' }), ballot(false, { matter: 'expulsion', subject: 'e' }))).toBe(
      false,
    );
    expect(passes(ballot(false, { matter: 'accession' }))).toBe(true);
    expect(passes(ballot(false, { subject: 'd' }))).toBe(true);
  });

  it('says who was how far for it', () => {
    const { because, score } = vote({ governance: 'majority' }, [3, -2, 1, 0.5]);
    expect(because).toEqual([
      { term: 'vote', actor: 'a', value: 3 },
      { term: 'vote', actor: 'b', value: -2 },
      { term: 'vote', actor: 'c', value: 1 },
      { term: 'rest', value: 0.5 },
    ]);
    expect(score).toBe(2.5);
  });

  it('by consensus passes only what a majority would, which passes only what somebody wants', () => {
    always(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 }), (gains) => {
      const [all, most] = (['consensus', 'majority'] as const).map((governance) => vote({ governance }, gains).passed);
      if (all) expect(most).toBe(true);
      if (most) expect(gains.some((gain) => gain > 0)).toBe(true);
    });
  });
});
