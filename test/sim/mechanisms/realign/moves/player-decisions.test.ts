import { describe, expect, it } from 'vitest';
import { checkPlaced } from '../../../../../sim/check/check.ts';
import { play } from '../../../../../sim/history/record.ts';
import { seek } from '../../../../../sim/history/seek.ts';
import { actor, allianceOf, eventsOf, model, treaty } from '../../../builders.ts';
import { chronicle, decide, ordered, pair } from '../ordered-moves.ts';

describe('an order without occasion', () => {
  it.each([
    ['leave what one is not in', 'c', { act: 'leave', alliance: 'pact' }, 'leave pact'],
    ['leave what does not exist', 'a', { act: 'leave', alliance: 'gone' }, 'leave gone'],
    ['join what one is in', 'a', { act: 'join', alliance: 'pact' }, 'join pact'],
    ['join what does not exist', 'c', { act: 'join', alliance: 'gone' }, 'join gone'],
  ])('to %s is told as such', (_, who, choice, what) => {
    const history = play(pair(), '1', [decide(2, who, choice)]);
    expect(history.events).toMatchObject([{ kind: 'no-occasion', tick: 2, who: [who], what }]);
  });

  it('to enter beside an exclusive treaty of the purpose is refused by it, and nobody does of its own', () => {
    const of = model({
      ticks: 10,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      treaties: [treaty('only', ['a', 'b'], { exclusive: true }), treaty('other', ['c', 'd'])],
      mechanisms: ordered,
    });
    const history = play(of, '1', [
      decide(1, 'a', { act: 'join', alliance: 'other' }),
      decide(1, 'a', { act: 'propose', to: 'c' }),
      decide(1, 'c', { act: 'propose', to: 'b' }),
    ]);
    expect(history.events).toHaveLength(3);
    for (const event of history.events)
      expect(event).toMatchObject({ kind: 'refused', why: 'exclusive', barrier: 'only' });
  });
});

describe('a player', () => {
  it('who asks to be let in is let in or refused by the members', () => {
    const join = [decide(2, 'c', { act: 'join', alliance: 'pact' })];
    const ballots = (support: boolean) =>
      ['a', 'b'].map((who) => decide(2, who, { act: 'vote', alliance: 'pact', support }));
    const votes = ['2 voted a', '2 voted b'];
    expect(chronicle(pair(), [...join, ...ballots(true)])).toEqual([...votes, '2 joined c']);
    expect(chronicle(pair(), [...join, ...ballots(false)])).toEqual([...votes, '2 refused c']);
    const vetoed = play(pair({}, ['a', 'b']), '1', [...join, ballots(true)[0]!, ballots(false)[1]!]);
    expect(eventsOf(vetoed, 'refused')).toMatchObject([{ deadlock: false }]);
  });

  it('who offers a treaty changes in it what it names, and nothing else', () => {
    const of = model({
      ticks: 4,
      actors: ['a', 'b'].map((id) => actor(id)),
      dyadDefaults: { calculative: 1, relational: 1 },
      threats: [{ id: 't', name: 'T', strength: 400, hostility: { a: 1, b: 1 }, proximity: { a: 1, b: 1 } }],
      mechanisms: { ...ordered, perceive: [{ name: 'observation' }] },
    });
    const founded = (clauses?: object) => {
      const checked = checkPlaced(
        [decide(1, 'a', { act: 'propose', to: 'b', ...(clauses && { clauses }) })],
        of.scenario,
      );
      if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
      return allianceOf(seek(play(of, '1', checked.value), 2), 'a-b-1')!.clauses;
    };
    expect(founded({ formality: 0.9 })).toEqual({ ...founded(), formality: 0.9 });
    expect(founded({})).toEqual(founded());
  });
});
