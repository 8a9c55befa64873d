import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { choiceOf } from '../../../sim/counterfactual/alternative-decisions.ts';
import { hasDecider, type MinimalChange, minimalChange } from '../../../sim/counterfactual/minimal-change.ts';
import { load } from '../../../sim/engine/load.ts';
import { digestsOf } from '../../../sim/history/digest-comparison.ts';
import { fork } from '../../../sim/history/fork.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { Event } from '../../../sim/world/event.ts';
import { createSession } from '../../../workers/session.ts';

// Would it have stayed? What the engine answers is run again as a person would run it: as a branch.

const SCENARIO = 'europe-1879-1914';

function runOf(id: string, ticks: number): History {
  const checked = check(scenarios[id]);
  if ('faults' in checked) throw new Error(`${id} has faults`);
  return play(load(checked.value), '7', [], { ticks });
}

const europe = runOf(SCENARIO, 144);

function answer(history: History, index: number): MinimalChange {
  const search = minimalChange(history, index);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** What happens in the tick once the intervention is placed there. */
function branchOf(history: History, tick: number, intervention: Intervention): Event[] {
  const branch = fork(history, tick, [intervention], { ticks: history.ticks });
  branch.advance(1);
  return branch.history.events.filter((event) => event.tick === tick);
}

const same =
  (event: Event) =>
  (other: Event): boolean =>
    other.kind === event.kind &&
    [...other.who].sort().join() === [...event.who].sort().join() &&
    (event.kind === 'founded' || Reflect.get(other, 'alliance') === Reflect.get(event, 'alliance'));

const firstOf = (history: History, kind: Event['kind'], matches: (event: Event) => boolean = hasDecider): number =>
  history.events.findIndex((event) => event.kind === kind && matches(event));

describe('what would have kept an event away', () => {
  const kinds = ['founded', 'joined', 'attacked', 'refused', 'notice', 'expelled', 'dissolved'] as const;

  it.each(kinds)('is a change that does, and hardly a smaller one: %s', (kind) => {
    const index = firstOf(europe, kind);
    const event = europe.events[index]!;
    const { smallest, indirect, tick, forks } = answer(europe, index);
    const change = smallest ?? indirect;
    expect(change).toBeDefined();
    expect(tick).toBe(event.tick);
    expect(forks).toBeLessThanOrEqual(150);
    const { intervention, from, to } = change!;
    expect(to).not.toBe(from);
    expect(branchOf(europe, tick, intervention).some(same(event))).toBe(false);
    const sooner = { ...intervention } as Intervention & { value: number };
    if (intervention.kind !== 'set') return;
    // Half the way is not enough.
    sooner.value = from + (to - from) / 2;
    if (Math.abs(to - from) > 0.02) expect(branchOf(europe, tick, sooner).some(same(event))).toBe(true);
  });

  it('is the same answer each time, and leaves the run as it was', () => {
    const before = digestsOf(europe);
    const index = firstOf(europe, 'notice');
    expect(answer(europe, index)).toEqual(answer(europe, index));
    expect(digestsOf(europe)).toEqual(before);
  });

  it('may be the other choice: who left an ally alone keeps its word', () => {
    const index = firstOf(europe, 'reneged');
    const event = europe.events[index]!;
    const { otherwise } = answer(europe, index);
    expect(otherwise).toMatchObject({ averts: true, intervention: { choice: { act: 'honour' } } });
    const branch = branchOf(europe, event.tick, otherwise!.intervention);
    expect(branch.some(same(event))).toBe(false);
    expect(branch.some(({ kind, who }) => kind === 'honoured' && who[0] === event.who[0])).toBe(true);
  });

  it('is found in a branch too, before and after the fork', () => {
    const index = firstOf(europe, 'notice');
    const { tick } = europe.events[index]!;
    const path = 'actors.GER.loyalty';
    const later = fork(europe, tick + 1, [{ kind: 'set', tick: tick + 1, path, value: 0.1 }], { ticks: tick + 8 });
    later.advance(Infinity);
    expect(answer(later.history, index)).toEqual(answer(europe, index));
    const again = firstOf(later.history, 'founded', (event) => event.tick > tick && hasDecider(event));
    if (again >= 0) expect(answer(later.history, again).forks).toBeGreaterThan(1);
  });

  it('is not asked of what nobody decided', () => {
    const index = firstOf(europe, 'shock', () => true);
    expect(() => answer(europe, index)).toThrow(`event ${index} was not a decision`);
    expect(() => answer(europe, -1)).toThrow('there is no event -1');
  });

  it.each([
    [{ act: 'join', alliance: 'triple' } as const, { act: 'join', alliance: 'triple' }],
    [{ act: 'switch', alliance: 'triple' } as const, { act: 'join', alliance: 'triple' }],
    [{ act: 'leave', alliance: 'triple' } as const, { act: 'leave', alliance: 'triple' }],
    [{ act: 'found', form: 'non-aggression pact', to: 'RUS' } as const, { act: 'propose', to: 'RUS' }],
    [{ act: 'wait' } as const, undefined],
    [{ act: 'pay-nothing' } as const, undefined],
  ])('knows the runner-up %o as a decision', (alternative, choice) => {
    expect(choiceOf(alternative)).toEqual(choice);
  });
});

describe('a session', () => {
  it('answers for the run and its branches, and a newer question ends an older one', async () => {
    const session = createSession();
    const { events } = await session.run({ scenario: scenarios[SCENARIO], seed: '7' });
    const index = events.findIndex(({ kind }) => kind === 'notice');
    const old = session.minimalChange(index);
    const fresh = session.minimalChange(index);
    await expect(old).rejects.toThrow('cancelled');
    expect(await fresh).toEqual(answer(europe, index));
    const { tick } = events[index]!;
    await session.fork(tick, [(await fresh).smallest!.intervention]);
    expect(await session.minimalChange(index, 1)).toEqual(await fresh);
    const asked = session.minimalChange(index, 1);
    await session.cancel();
    await expect(asked).rejects.toThrow('cancelled');
  });

  it('reads the trust within an alliance from its founding to its end', async () => {
    const session = createSession();
    const { alliances } = await session.run({ scenario: scenarios[SCENARIO], seed: '7' });
    const ended = alliances.find(({ founded, ended: end }) => founded > 0 && end !== null && end > founded + 4)!;
    const { ticks, trust } = await session.cohesion(ended.id, ended.founded);
    expect(ticks[0]).toBe(ended.founded);
    expect(ticks.at(-1)).toBe(ended.ended! - 1);
    const { trust: matrix, alliances: standing } = await session.frame(ended.founded + 1);
    const members = standing
      .find(({ id }) => id === ended.id)!
      .members.map(({ actor }) => europe.model.names.actors.get(actor)!);
    const n = europe.model.shape.actors;
    const pairs = members.flatMap((i) => members.filter((j) => j !== i).map((j) => matrix[i * n + j]!));
    expect(trust[0]).toBeCloseTo(pairs.reduce((sum, one) => sum + one, 0) / pairs.length, 5);
    await expect(session.cohesion('nobody', 0)).rejects.toThrow('there is no alliance "nobody"');
  });
});
