import { describe, expect, it } from 'vitest';
import type { Event } from '../../sim/event.ts';
import { play, seek } from '../../sim/history.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { actor, model, only, seeds, tell, treaty } from './hand.ts';

const war = { aggression: 8, most: 0.95 };
const fighting = (parameters: Record<string, number> = war) =>
  only({ perceive: [{ name: 'observation' }], crisis: [{ name: 'attacks', parameters }] });

type Treaties = NonNullable<Parameters<typeof model>[0]['treaties']>;
/** A victim, a friend and a neutral; a threat that means the victim alone. */
const menaced = (treaties: Treaties, parameters = war, ticks = 1) =>
  model({
    ticks,
    actors: [actor('victim'), actor('friend'), actor('neutral')],
    threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
    treaties,
    mechanisms: fighting(parameters),
  });
const pact = treaty('pact', ['victim', 'friend']);

/** The chance of attack in the year: mean over the seeds in which one came, weighted as they came. */
const attacks = (of: ReturnType<typeof model>, count = 400): Event[] =>
  seeds(count, of).flatMap((history) => tell(history, 'attacked'));

describe('an attack', () => {
  it('is less likely on one who has an ally', () => {
    const [alone, allied] = [attacks(menaced([])), attacks(menaced([pact]))];
    expect(alone.length).toBeGreaterThan(allied.length);
    expect(alone[0]!.chance!.probability).toBeGreaterThan(allied[0]!.chance!.probability * 1.2);
  });

  it('is deterred the more, the more the ally is trusted and the stronger it is', () => {
    const chance = (relational: number, arms: number): number => {
      const of = model({
        ticks: 1,
        actors: [
          actor('victim'),
          actor('friend', { resources: { arms } }),
          actor('weight', { resources: { arms: 300 - arms } }),
        ],
        dyadDefaults: { calculative: relational, relational },
        threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
        treaties: [pact],
        mechanisms: only({
          perceive: [{ name: 'observation', parameters: { noise: 0 } }],
          crisis: [{ name: 'attacks', parameters: war }],
        }),
      });
      return attacks(of, 60)[0]!.chance!.probability;
    };
    expect(chance(1, 100)).toBeLessThan(chance(0.5, 100));
    expect(chance(0.5, 100)).toBeLessThan(chance(0, 100));
    expect(chance(0.5, 200)).toBeLessThan(chance(0.5, 100));
  });

  it('comes only from those who bear ill will and are near', () => {
    const of = model({
      ticks: 60,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { hostility: 0, proximity: 1 },
      dyads: [
        { from: 'b', to: 'a', mutual: false, hostility: 1 },
        { from: 'c', to: 'a', mutual: false, hostility: 1, proximity: 0 },
      ],
      mechanisms: fighting({ ...war, grudge: 0 }),
    });
    const told = seeds(20, of).flatMap((history) => tell(history, 'attacked'));
    expect(told.length).toBeGreaterThan(20);
    expect(new Set(told.map(({ who }) => who.join()))).toEqual(new Set(['b']));
    expect(new Set(told.map((event) => 'victim' in event && event.victim))).toEqual(new Set(['a']));
  });

  it.each([
    [['nonaggression' as const], 0],
    [['defence' as const], 0],
    [['offence' as const], 0],
    [['consultation' as const], 1],
    [['neutrality' as const], 1],
  ])('by a partner bound by %j happens: %d', (obligations, happens) => {
    const of = model({
      ticks: 40,
      actors: [actor('a'), actor('b')],
      dyadDefaults: { hostility: 1, proximity: 1 },
      treaties: [treaty('bond', ['a', 'b'], { obligations })],
      mechanisms: fighting(),
    });
    const told = seeds(10, of).flatMap((history) => tell(history, 'attacked'));
    expect(told.length > 0).toBe(happens === 1);
  });

  it('is never made twice on one victim in a tick, and says its chance', () => {
    const of = model({
      ticks: 30,
      actors: ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
      dyadDefaults: { hostility: 1, proximity: 1 },
      mechanisms: fighting(),
    });
    for (const history of seeds(5, of)) {
      const told = tell(history, 'attacked').map((event) => `${event.tick} ${'victim' in event && event.victim}`);
      expect(new Set(told).size).toBe(told.length);
      for (const { chance } of tell(history, 'attacked')) {
        expect(chance!.draw).toBeLessThan(chance!.probability);
        expect(chance!.probability).toBeLessThanOrEqual(0.95);
      }
    }
  });

  it('happens about as often a year whether a tick is a year or a month', () => {
    const counts = [1, 12].map((ticksPerYear) => {
      const of = model({
        ticks: 300 * ticksPerYear,
        ticksPerYear,
        actors: [actor('victim'), actor('other')],
        threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
        mechanisms: fighting({ aggression: 0.4, devastation: 0, grudge: 0 }),
      });
      return seeds(8, of).reduce((sum, history) => sum + tell(history, 'attacked').length, 0) / (8 * 300);
    });
    expect(counts[0]! / counts[1]!).toBeGreaterThan(0.75);
    expect(counts[0]! / counts[1]!).toBeLessThan(1.25);
  });
});

describe('the casus foederis', () => {
  it('calls every ally once, and nobody else', () => {
    const of = menaced([pact, treaty('second', ['friend', 'victim'], { formality: 0.2 })]);
    const answered = seeds(100, of).filter((history) => tell(history, 'attacked').length > 0);
    expect(answered.length).toBeGreaterThan(10);
    for (const history of answered) {
      const answers = tell(history, 'honoured', 'reneged');
      expect(answers.map(({ who }) => who)).toEqual([['friend']]);
      // Through the more formal of the two treaties.
      expect(answers[0]).toMatchObject({ alliance: 'pact', victim: 'victim', attacker: 'foe' });
    }
  });

  it('is no concern of those whose treaty says nothing of defence', () => {
    const of = menaced([treaty('talk', ['victim', 'friend'], { obligations: ['consultation'] })]);
    expect(seeds(40, of).flatMap((history) => tell(history, 'honoured', 'reneged'))).toEqual([]);
  });

  const decide = (act: 'honour' | 'renege', actorId = 'friend', victim?: string): Intervention[] => [
    { kind: 'decide', tick: 0, actor: actorId, choice: { act, ...(victim ? { victim } : {}) } },
  ];

  it.each(['honour', 'renege'] as const)('is answered as a player decides: %s', (act) => {
    const histories = seeds(60, menaced([pact]), decide(act)).filter((history) => tell(history, 'attacked').length > 0);
    expect(histories.length).toBeGreaterThan(10);
    for (const history of histories) {
      const [answer] = tell(history, 'honoured', 'reneged');
      expect(answer!.kind).toBe(act === 'honour' ? 'honoured' : 'reneged');
      expect(answer!.chance).toBeUndefined();
      expect(answer!.because.length).toBeGreaterThan(0);
      expect(tell(history, 'no-occasion')).toEqual([]);
    }
  });

  it('leaves a decision for another victim without occasion', () => {
    const histories = seeds(60, menaced([pact]), decide('honour', 'friend', 'neutral'));
    expect(histories.some((history) => tell(history, 'honoured', 'reneged').some(({ chance }) => chance))).toBe(true);
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
      const histories = seeds(250, of);
      const kept = histories.flatMap((history) => tell(history, 'honoured')).length;
      return kept / (kept + histories.flatMap((history) => tell(history, 'reneged')).length);
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
    const answers = seeds(60, of).flatMap((history) => tell(history, 'honoured', 'reneged'));
    expect(answers.length).toBeGreaterThan(10);
    for (const answer of answers) expect(answer).toMatchObject({ who: ['wing'], victim: 'prey', attacker: 'hawk' });
  });
});

describe('a war', () => {
  it('costs both sides, the loser more, and nobody more than all it has', () => {
    const of = menaced([]);
    const fought = seeds(200, of).filter((history) => tell(history, 'fought').length > 0);
    const losses = { won: [] as number[], lost: [] as number[] };
    for (const history of fought) {
      const [event] = tell(history, 'fought');
      const left = seek(history, 1).columns.resources[0]!;
      expect(left).toBeLessThan(100);
      expect(left).toBeGreaterThanOrEqual(0);
      if (event?.kind === 'fought') losses[event.won ? 'lost' : 'won'].push(100 - left);
    }
    expect(Math.min(...losses.lost)).toBeGreaterThan(Math.max(...losses.won));
  });

  it('is won the more often by the stronger', () => {
    const share = (strength: number): number => {
      const of = model({
        ticks: 1,
        actors: [actor('victim'), actor('other')],
        threats: [{ id: 'foe', name: 'Foe', strength, hostility: { victim: 1 }, proximity: { victim: 1 } }],
        mechanisms: fighting(),
      });
      const told = seeds(300, of).flatMap((history) => tell(history, 'fought'));
      for (const { chance, ...event } of told)
        if (event.kind === 'fought') expect(event.won).toBe(chance!.draw < chance!.probability);
      return told.filter((event) => event.kind === 'fought' && event.won).length / told.length;
    };
    expect(share(400)).toBeGreaterThan(share(100));
    expect(share(100)).toBeGreaterThan(share(25));
  });

  it('leaves ill will between those who fought', () => {
    const of = model({
      ticks: 3,
      actors: [actor('a'), actor('b')],
      dyadDefaults: { proximity: 1 },
      dyads: [{ from: 'a', to: 'b', mutual: false, hostility: 0.5 }],
      mechanisms: fighting(),
    });
    const history = seeds(50, of).find((one) => tell(one, 'fought').length > 0)!;
    const { hostility } = seek(history, 3).columns;
    expect(hostility[1]).toBeGreaterThan(0.19);
    expect(hostility[2]).toBeGreaterThan(0.19);
    expect(hostility[1]! + hostility[2]!).toBeGreaterThan(0.75);
  });
});
