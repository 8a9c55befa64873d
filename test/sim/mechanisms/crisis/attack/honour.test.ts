import { describe, expect, it } from 'vitest';
import type { History } from '../../../../../sim/history/history.ts';
import { play } from '../../../../../sim/history/record.ts';
import type { Occasion } from '../../../../../sim/model/occasion.ts';
import type { Intervention } from '../../../../../sim/schema/intervention.ts';
import type { Event } from '../../../../../sim/world/event.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../../builders.ts';
import { fighting, menaced, pact, war } from '../wars.ts';

describe('the casus foederis', () => {
  it('calls every ally once, and nobody else', () => {
    const of = menaced([pact, treaty('second', ['friend', 'victim'], { formality: 0.2 })]);
    const answered = replications(100, of).filter((history) => eventsOf(history, 'attacked').length > 0);
    expect(answered.length).toBeGreaterThan(10);
    for (const history of answered) {
      const answers = eventsOf(history, 'honoured', 'reneged');
      expect(answers.map(({ who }) => who)).toEqual([['friend']]);
      // Through the more formal of the two treaties.
      expect(answers[0]).toMatchObject({ alliance: 'pact', victim: 'victim', attacker: 'foe' });
    }
  });

  it('is no concern of those whose treaty says nothing of defence', () => {
    const of = menaced([treaty('talk', ['victim', 'friend'], { obligations: ['consultation'] })]);
    expect(replications(40, of).flatMap((history) => eventsOf(history, 'honoured', 'reneged'))).toEqual([]);
  });

  const decide = (act: 'honour' | 'renege', actorId = 'friend', victim?: string): Intervention[] => [
    { kind: 'decide', tick: 0, actor: actorId, choice: { act, ...(victim ? { victim } : {}) } },
  ];

  it.each(['honour', 'renege'] as const)('is answered as a player decides: %s', (act) => {
    const histories = replications(60, menaced([pact]), decide(act)).filter(
      (history) => eventsOf(history, 'attacked').length > 0,
    );
    expect(histories.length).toBeGreaterThan(10);
    for (const history of histories) {
      const [answer] = eventsOf(history, 'honoured', 'reneged');
      expect(answer!.kind).toBe(act === 'honour' ? 'honoured' : 'reneged');
      expect(answer!.chance).toBeUndefined();
      expect(answer!.because.length).toBeGreaterThan(0);
      expect(eventsOf(history, 'no-occasion')).toEqual([]);
    }
  });

  it('of an ally that is held has no answer unless a person gives one: it does not come, and whoever listens hears of it', () => {
    const hold: Intervention = { kind: 'decide', tick: 0, actor: 'friend', choice: { act: 'hold', ticks: 1 } };
    const [seed, calls] = firstCalled(hold);
    expect(calls).toEqual([{ kind: 'call', who: ['friend'], about: 'victim', alliance: 'pact', foe: 'foe' }]);
    const { events } = play(menaced([pact]), seed, [hold]);
    const [answer] = eventsOf({ events } as History, 'reneged');
    expect(answer).toMatchObject({ silent: true, because: [] });
    expect(answer).not.toHaveProperty('chance');
    expect(eventsOf({ events } as History, 'fought')).toMatchObject([{ against: ['victim'] }]);
    // The same tick with an answer: nobody is called again, and nothing else was drawn anew.
    const heard: Occasion[] = [];
    const again = play(menaced([pact]), seed, [hold, ...decide('honour')], {
      onOccasion: (occasion) => heard.push(occasion),
    });
    expect(heard.filter(({ kind }) => kind === 'call')).toEqual([]);
    expect(eventsOf(again, 'attacked')).toEqual(events.filter(({ kind }) => kind === 'attacked'));
    expect(eventsOf(again, 'fought')).toMatchObject([{ against: ['victim', 'friend'] }]);
  });

  function firstCalled(hold: Intervention): [seed: string, calls: Occasion[]] {
    for (let k = 0; k < 100; k++) {
      const calls: Occasion[] = [];
      const onOccasion = (occasion: Occasion): void => {
        if (occasion.kind === 'call') calls.push(occasion);
      };
      play(menaced([pact]), `seed ${k}`, [hold], { onOccasion });
      if (calls.length > 0) return [`seed ${k}`, calls];
    }
    throw new Error('nobody was called');
  }

  it('is answered by the decision that names most of the call', () => {
    const placed: Intervention[] = [
      ...decide('renege'),
      { kind: 'decide', tick: 0, actor: 'friend', choice: { act: 'honour', alliance: 'pact' } },
    ];
    const answers = replications(40, menaced([pact]), placed).flatMap((history) =>
      eventsOf(history, 'honoured', 'reneged'),
    );
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers)
      expect(answer).toMatchObject({ kind: 'honoured', decidedBy: 'player', of: '0 friend honour * * pact' });
  });

  it('leaves a decision for another victim without occasion', () => {
    const histories = replications(60, menaced([pact]), decide('honour', 'friend', 'neutral'));
    expect(histories.some((history) => eventsOf(history, 'honoured', 'reneged').some(({ chance }) => chance))).toBe(
      true,
    );
  });

  it('that does not come is told: the decision found no occasion', () => {
    const of = model({ ticks: 1, actors: [actor('a'), actor('b')], mechanisms: fighting() });
    const history = play(of, '1', decide('honour', 'a'));
    expect(history.events).toMatchObject([{ kind: 'no-occasion', who: ['a'], what: 'honour' }]);
  });

  it('is answered by more where the word is given formally, kept loyally and the cost is small', () => {
    const share = (more: Parameters<typeof treaty>[2], loyalty: number, parameters = {}): number => {
      const of = model({
        ticks: 1,
        actors: [actor('victim'), actor('friend', { loyalty })],
        threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
        treaties: [treaty('pact', ['victim', 'friend'], more)],
        mechanisms: fighting({ ...war, ...parameters }),
      });
      const histories = replications(250, of);
      const kept = histories.flatMap((history) => eventsOf(history, 'honoured')).length;
      return kept / (kept + histories.flatMap((history) => eventsOf(history, 'reneged')).length);
    };
    expect(share({ formality: 1 }, 1)).toBeGreaterThan(share({ formality: 0 }, 1));
    expect(share({ formality: 1 }, 1)).toBeGreaterThan(share({ formality: 1 }, 0));
    expect(share({}, 0.5)).toBeGreaterThan(share({}, 0.5, { cost: 10 }));
  });

  it('of an aggressor calls the friends who promised to attack with it', () => {
    const of = model({
      ticks: 1,
      actors: [actor('hawk'), actor('wing'), actor('prey')],
      dyadDefaults: { proximity: 1 },
      dyads: [{ from: 'hawk', to: 'prey', mutual: false, hostility: 1 }],
      treaties: [treaty('claw', ['hawk', 'wing'], { purpose: 'offensive', obligations: ['offence'] })],
      mechanisms: fighting(),
    });
    const answers = replications(60, of).flatMap((history) => eventsOf(history, 'honoured', 'reneged'));
    expect(answers.length).toBeGreaterThan(10);
    for (const answer of answers) expect(answer).toMatchObject({ who: ['wing'], victim: 'prey', attacker: 'hawk' });
  });
});

describe('a word given in another balance of power', () => {
  const asked = (arms: number, loyalty = 0.5, weight = 4) => {
    const of = model({
      ticks: 2,
      actors: [actor('victim'), actor('friend', { loyalty }), actor('neutral')],
      threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
      treaties: [pact],
      shocks: [
        {
          id: 'rise',
          name: 'Rise',
          family: 'power',
          at: 0,
          changes: [{ target: { actors: ['neutral'] }, field: 'resources.arms', operation: 'set', amount: arms }],
        },
      ],
      mechanisms: only({
        shock: [{ name: 'scheduled-shocks' }],
        perceive: [{ name: 'observation' }],
        crisis: [{ name: 'attacks', parameters: { ...war, shift: weight } }],
        grow: [{ name: 'growth' }],
      }),
    });
    return replications(400, of).flatMap((history) =>
      eventsOf(history, 'honoured', 'reneged').filter((event) => event.tick === 1),
    );
  };
  const share = (events: Event[]) => events.filter(({ kind }) => kind === 'honoured').length / events.length;

  it('is kept less often: a third party’s rise alone makes old promises weaker', () => {
    const [still, shifted] = [asked(100), asked(900)];
    expect(still.length).toBeGreaterThan(30);
    expect(share(shifted)).toBeLessThan(share(still) - 0.15);
    expect(shifted.every(({ because }) => because.some(({ term }) => term === 'shift'))).toBe(true);
  });
});
