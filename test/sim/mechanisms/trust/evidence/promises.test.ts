import { describe, expect, it } from 'vitest';
import { histories } from '../../../../../scenarios/index.ts';
import { check } from '../../../../../sim/check/check.ts';
import { load } from '../../../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../../../sim/engine/run.ts';
import { play } from '../../../../../sim/history/record.ts';
import { seek } from '../../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../../sim/schema/intervention.ts';
import { isAnswer } from '../../../../../sim/world/event.ts';
import type { World } from '../../../../../sim/world/state.ts';
import { actor, dyadValue, model, only, treaty, withMechanism } from '../../../builders.ts';
import { quarrel, war } from '../../crisis/wars.ts';

/** A war in the first tick in which b, asked by a, does as it is told. */
function tested(act: 'honour' | 'renege'): { of: ReturnType<typeof model>; world: World; before: World } {
  const of = model({
    ticks: 1,
    actors: ['a', 'b', 'c'].map((id) => actor(id)),
    dyadDefaults: { calculative: 0.6, relational: 0.6 },
    threats: [{ id: 't', name: 'T', strength: 300, hostility: { a: 1 }, proximity: { a: 1 } }],
    treaties: [treaty('ab', ['a', 'b'], { targetRate: 0, monitoring: 1 })],
    mechanisms: only({
      perceive: [{ name: 'observation' }],
      crisis: [{ name: 'attacks', parameters: { aggression: 10, most: 0.95 } }],
      trust: [{ name: 'experience', parameters: { contact: 0, rise: 0, hearsay: 0, forgetting: 0 } }],
    }),
  });
  const order: Intervention[] = [{ kind: 'decide', tick: 0, actor: 'b', choice: { act } }];
  for (let seed = 0; seed < 100; seed++) {
    const history = play(of, `${seed}`, order);
    if (history.events.some(({ kind }) => kind === 'honoured' || kind === 'reneged'))
      return { of, world: seek(history, 1), before: start(of) };
  }
  throw new Error('no war in a hundred');
}

describe('a promise', () => {
  it('kept in war raises the trust of whom it was kept to', () => {
    const { of, world, before } = tested('honour');
    for (const field of ['calculative', 'relational'] as const)
      expect(dyadValue(of, world, field, 'a', 'b')).toBeGreaterThan(dyadValue(of, before, field, 'a', 'b'));
    expect(dyadValue(of, world, 'calculative', 'c', 'b')).toBe(dyadValue(of, before, 'calculative', 'c', 'b'));
  });

  it('broken destroys the trust of whom it was given to, and costs some with those who saw it', () => {
    const { of, world, before } = tested('renege');
    const lost = (from: string): number =>
      dyadValue(of, before, 'calculative', from, 'b') - dyadValue(of, world, 'calculative', from, 'b');
    expect(lost('a')).toBeGreaterThan(0.2);
    expect(lost('c')).toBeGreaterThan(0);
    expect(lost('c')).toBeLessThan(lost('a'));
    expect(dyadValue(of, world, 'relational', 'a', 'b')).toBeLessThan(0.4);
    // The one who broke it trusts as before.
    expect(dyadValue(of, world, 'calculative', 'b', 'a')).toBe(dyadValue(of, before, 'calculative', 'b', 'a'));
  });

  it('broken costs more than one kept wins', () => {
    const gain = tested('honour');
    const loss = tested('renege');
    const move = ({ of, world, before }: typeof gain) =>
      Math.abs(dyadValue(of, world, 'calculative', 'a', 'b') - dyadValue(of, before, 'calculative', 'a', 'b'));
    expect(move(loss)).toBeGreaterThan(move(gain));
  });
});

describe('a witness of a breach', () => {
  it('minds as far as it trusts the one who was betrayed', () => {
    const of = model({
      actors: ['a', 'b', 'friend', 'rival'].map((id) => actor(id)),
      dyads: [
        { from: 'friend', to: 'a', mutual: false, calculative: 0.9, relational: 0.9 },
        { from: 'rival', to: 'a', mutual: false, calculative: 0.1, relational: 0.1 },
      ],
      mechanisms: only({ trust: [{ name: 'experience', parameters: { hearsay: 0 } }] }),
    });
    const world = start(of);
    world.derived.promises.push({ by: 1, to: 0, kept: false, called: true });
    tick(
      begin(of, '1', [], () => {}),
      world,
    );
    const left = (from: string) => dyadValue(of, world, 'calculative', from, 'b');
    expect(left('friend')).toBeLessThan(left('rival') - 0.08);
    expect(left('rival')).toBeLessThan(0.5);
    expect(left('a')).toBeLessThan(left('friend'));
  });
});

describe('the one whose trust a promise in war moves', () => {
  it.each(Object.entries(histories))('is who is said to have called, in %s', (_, raw) => {
    const checked = check(raw);
    if ('faults' in checked) throw new Error('a bundled scenario is at fault');
    const credited: string[] = [];
    const of = withMechanism(load(checked.value), 'trust', 'witness', (world, { names }) => {
      for (const { by, to, kept, called } of world.derived.promises)
        if (called) credited.push(`${names[by]} ${kept ? 'to' : 'not to'} ${names[to]}`);
    });
    const said = ['1', '2', '3', '7', '11', '13'].flatMap((seed) =>
      play(of, seed)
        .events.filter(isAnswer)
        .map(({ kind, who, caller }) => `${who[0]} ${kind === 'honoured' ? 'to' : 'not to'} ${caller}`),
    );
    expect(said.length).toBeGreaterThan(0);
    expect(credited).toEqual(said);
  });

  it('is the attacker, not the victim, where the attacker called', () => {
    const of = quarrel(
      [treaty('pact', ['hawk', 'wing'], { obligations: ['offence'], targetRate: 0, monitoring: 1 })],
      war,
      {
        mechanisms: only({
          perceive: [{ name: 'observation' }],
          crisis: [{ name: 'attacks', parameters: war }],
          trust: [
            { name: 'experience', parameters: { contact: 0, rise: 0, hearsay: 0, forgetting: 0, comradeship: 0 } },
          ],
        }),
      },
    );
    const joins: Intervention[] = [{ kind: 'decide', tick: 0, actor: 'wing', choice: { act: 'honour' } }];
    const runs = Array.from({ length: 40 }, (_, seed) => play(of, `${seed}`, joins));
    const history = runs.find(({ events }) => events.some(isAnswer))!;
    const gain = (from: string): number =>
      dyadValue(of, seek(history, 1), 'calculative', from, 'wing') -
      dyadValue(of, start(of), 'calculative', from, 'wing');
    expect(history.events.find(isAnswer)).toMatchObject({ kind: 'honoured', who: ['wing'], caller: 'hawk' });
    expect(gain('hawk')).toBeGreaterThan(0.1);
    expect(gain('prey')).toBe(0);
  });
});
