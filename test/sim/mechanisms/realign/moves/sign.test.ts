import { describe, expect, it } from 'vitest';
import { play } from '../../../../../sim/history/record.ts';
import { seek } from '../../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../../sim/schema/intervention.ts';
import { actor, allianceOf, model, treaty } from '../../../builders.ts';
import { decide, ordered } from '../ordered-moves.ts';

type More = Parameters<typeof treaty>[2];

/** Three who trust each other half and fear nobody: what a text asks of them is what it is about. */
const three = (treaties: ReturnType<typeof treaty>[] = [], trust = 0.5) =>
  model({
    ticks: 8,
    resources: [{ id: 'arms', name: 'Arms', unit: 'points', yield: 1 }],
    actors: ['a', 'b', 'c'].map((id) => actor(id)),
    dyadDefaults: { calculative: trust, relational: trust, hostility: 0 },
    treaties,
    mechanisms: ordered,
  });

const hold = (...ids: string[]): Intervention[] => ids.map((id) => decide(0, id, { act: 'hold', ticks: 8 }));
const sign = (parties: string[], more: object = {}): Intervention =>
  decide(1, parties[0]!, { act: 'sign', parties, ...more });

const outcome = (of: ReturnType<typeof model>, placed: Intervention[]) => {
  const history = play(of, '1', placed);
  const told = history.events.find((event) => event.of?.includes(' sign '));
  return { told, world: seek(history, 2) };
};

/** It asks for most of what each has. */
const heavy = { targetRate: 0.9, formality: 0.9 } as const;

describe('a text', () => {
  it('that all held parties sign founds one treaty of them at once, with its clauses and quotas', () => {
    const text = sign(['a', 'b', 'c'], { clauses: { formality: 0.9 }, quotas: { a: 30, b: 0 } });
    const { told, world } = outcome(three(), [...hold('a', 'b', 'c'), text]);
    expect(told).toMatchObject({ kind: 'founded', who: ['a', 'b', 'c'], decidedBy: 'player' });
    const [alliance] = world.alliances;
    expect(world.alliances).toHaveLength(1);
    expect(alliance!.clauses.formality).toBe(0.9);
    expect(alliance!.members.slice(0, 2).map(({ quota }) => quota)).toEqual([30, 0]);
  });

  it('is judged by a bot at the quota that it offers: what is refused at the usual one is signed by who carries the share', () => {
    const usual = outcome(three(), [...hold('a'), sign(['a', 'b'], { clauses: heavy })]);
    expect(usual.told).toMatchObject({ kind: 'refused', why: 'appraisal', refusedBy: ['b'] });
    expect(usual.told!.because[0]).toMatchObject({ term: 'effort' });
    const offer = { clauses: heavy, quotas: { a: 100, b: 0 } };
    const carried = outcome(three(), [...hold('a'), sign(['a', 'b'], offer)]);
    expect(carried.told).toMatchObject({ kind: 'founded' });
    expect(carried.world.alliances[0]!.members.map(({ quota }) => quota)).toEqual([100, 0]);
  });

  it('is refused where an exclusive treaty rules it out, and names it', () => {
    const of = three([treaty('only', ['b', 'c'], { exclusive: true })]);
    const { told } = outcome(of, [...hold('a', 'b'), sign(['a', 'b'])]);
    expect(told).toMatchObject({ kind: 'refused', why: 'exclusive', refusedBy: ['b'], barrier: 'only' });
  });

  it('for a treaty that does not exist has no occasion', () => {
    const { told } = outcome(three(), [sign(['a', 'b'], { alliance: 'gone' })]);
    expect(told).toMatchObject({ kind: 'no-occasion', what: 'sign gone' });
  });
});

describe('a text for a treaty', () => {
  const pact = (more: More = {}) => three([treaty('pact', ['a', 'b'], more)]);

  it('changes its clauses and quotas, and keeps all else of it', () => {
    const text = sign(['a', 'b'], {
      alliance: 'pact',
      clauses: { term: 7, obligations: ['neutrality'] },
      quotas: { a: 3 },
    });
    const { told, world } = outcome(pact(), [...hold('a', 'b'), text]);
    expect(told).toMatchObject({ kind: 'renegotiated', alliance: 'pact', obligations: ['neutrality'] });
    const alliance = allianceOf(world, 'pact')!;
    const before = allianceOf(seek(play(pact(), '1'), 2), 'pact')!;
    expect(alliance.clauses).toEqual({ ...before.clauses, term: 7, obligations: ['neutrality'] });
    expect(alliance.members.map(({ quota }) => quota)).toEqual([3, before.members[1]!.quota]);
    expect(alliance.founded).toBe(before.founded);
  });

  it('admits parties that are no members, at the quotas that it names', () => {
    const text = sign(['a', 'b', 'c'], { alliance: 'pact', quotas: { c: 2 } });
    const { told, world } = outcome(pact(), [...hold('a', 'b', 'c'), text]);
    expect(told).toMatchObject({ kind: 'joined', alliance: 'pact', who: ['c'] });
    expect(allianceOf(world, 'pact')!.members.map(({ quota }) => quota)[2]).toBe(2);
  });

  it('needs members who are held to be among its parties where it concerns them', () => {
    const { told } = outcome(pact(), [...hold('a', 'b', 'c'), sign(['a', 'c'], { alliance: 'pact' })]);
    expect(told).toMatchObject({ kind: 'refused', why: 'silence', refusedBy: ['b'], alliance: 'pact' });
  });

  it('that takes a share off a bot is signed by it, and one that puts more on it is not', () => {
    const quotas = (own: number, other: number) => sign(['a', 'b'], { alliance: 'pact', quotas: { a: own, b: other } });
    expect(outcome(pact(), [...hold('a'), quotas(20, 0)]).told).toMatchObject({ kind: 'renegotiated' });
    expect(outcome(pact(), [...hold('a'), quotas(0, 80)]).told).toMatchObject({ kind: 'refused', refusedBy: ['b'] });
  });
});
