import { describe, expect, it } from 'vitest';
import type { Event } from '../../../../sim/engine/event.ts';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { seek } from '../../../../sim/history/history.ts';
import { play } from '../../../../sim/history/record.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { bind } from '../../../../sim/world/obligations.ts';
import { actor, dyadValue, eventsOf, model, only, replications, treaty, withMechanism } from '../../builders.ts';

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
  replications(count, of).flatMap((history) => eventsOf(history, 'attacked'));

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
    const events = replications(20, of).flatMap((history) => eventsOf(history, 'attacked'));
    expect(events.length).toBeGreaterThan(20);
    expect(new Set(events.map(({ who }) => who.join()))).toEqual(new Set(['b']));
    expect(new Set(events.map((event) => 'victim' in event && event.victim))).toEqual(new Set(['a']));
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
    const events = replications(10, of).flatMap((history) => eventsOf(history, 'attacked'));
    expect(events.length > 0).toBe(happens === 1);
  });

  it('is never made twice on one victim in a tick, and says its chance', () => {
    const of = model({
      ticks: 30,
      actors: ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
      dyadDefaults: { hostility: 1, proximity: 1 },
      mechanisms: fighting(),
    });
    for (const history of replications(5, of)) {
      const events = eventsOf(history, 'attacked').map((event) => `${event.tick} ${'victim' in event && event.victim}`);
      expect(new Set(events).size).toBe(events.length);
      for (const { chance } of eventsOf(history, 'attacked')) {
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
      return replications(8, of).reduce((sum, history) => sum + eventsOf(history, 'attacked').length, 0) / (8 * 300);
    });
    expect(counts[0]! / counts[1]!).toBeGreaterThan(0.75);
    expect(counts[0]! / counts[1]!).toBeLessThan(1.25);
  });
});

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

describe('a war', () => {
  it('costs both sides, the loser more, and nobody more than all it has', () => {
    const of = menaced([]);
    const fought = replications(200, of).filter((history) => eventsOf(history, 'fought').length > 0);
    const losses = { won: [] as number[], lost: [] as number[] };
    for (const history of fought) {
      const [event] = eventsOf(history, 'fought');
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
      const events = replications(300, of).flatMap((history) => eventsOf(history, 'fought'));
      for (const { chance, ...event } of events)
        if (event.kind === 'fought') expect(event.won).toBe(chance!.draw < chance!.probability);
      return events.filter((event) => event.kind === 'fought' && event.won).length / events.length;
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
    const history = replications(50, of).find((one) => eventsOf(one, 'fought').length > 0)!;
    const { hostility } = seek(history, 3).columns;
    expect(hostility[1]).toBeGreaterThan(0.19);
    expect(hostility[2]).toBeGreaterThan(0.19);
    expect(hostility[1]! + hostility[2]!).toBeGreaterThan(0.75);
  });
});

/** Two who hate each other side by side, and two who look on; wars as in `fighting`. */
const quarrel = (
  treaties: Treaties,
  parameters: Record<string, number> = war,
  more: Parameters<typeof model>[0] = {},
) =>
  model({
    ticks: 1,
    actors: [actor('hawk'), actor('prey'), actor('wing'), actor('far')],
    dyadDefaults: { proximity: 1 },
    dyads: [{ from: 'hawk', to: 'prey', mutual: false, hostility: 1 }],
    treaties,
    mechanisms: fighting(parameters),
    ...more,
  });

describe('a hub', () => {
  const hub = (leader: string) =>
    treaty('hub', ['victim', 'friend', 'neutral'], { structure: 'hub', governance: 'hegemonic', leader });

  it('comes to its spoke’s defence, and no spoke to another’s', () => {
    const asked = replications(80, menaced([hub('friend')])).flatMap((history) =>
      eventsOf(history, 'honoured', 'reneged'),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(asked.flatMap(({ who }) => who))).toEqual(new Set(['friend']));
    const all = replications(80, menaced([hub('victim')])).flatMap((history) =>
      eventsOf(history, 'honoured', 'reneged'),
    );
    expect(new Set(all.flatMap(({ who }) => who))).toEqual(new Set(['friend', 'neutral']));
  });

  it('gives a spoke to expect help of the hub alone, and binds anew when it is led by another', () => {
    const of = menaced([hub('friend')]);
    const world = start(of);
    const bond = (a: number, b: number) => world.derived.bonds[a * 3 + b]! & 1;
    expect([bond(0, 1), bond(1, 0), bond(1, 2), bond(0, 2), bond(2, 0)]).toEqual([1, 1, 1, 0, 0]);
    tick(
      begin(of, '1', [], () => {}),
      world,
    );
    const spoke = world.columns.support[0]!;
    // Beliefs err by about a seventh; twice as much is not one of those errors.
    expect(spoke).toBeGreaterThan(0.3);
    expect(world.columns.support[1]).toBeGreaterThan(1.5 * spoke);
    world.alliances[0]!.leader = 2;
    bind(world);
    expect([bond(0, 1), bond(0, 2), bond(2, 1)]).toEqual([0, 1, 1]);
  });

  it('is led by the strongest of those left once its leader leaves, and bound to that one', () => {
    const of = model({
      ticks: 6,
      actors: [actor('a'), actor('b', { resources: { arms: 300 } }), actor('c', { resources: { arms: 200 } })],
      treaties: [treaty('hub', ['a', 'b', 'c'], { structure: 'hub', leader: 'b', exitNotice: 0 })],
      mechanisms: only({ realign: [{ name: 'moves', parameters: { deliberation: 0 } }, { name: 'departures' }] }),
    });
    expect(start(of).alliances[0]!.leader).toBe(1);
    const history = play(of, '1', [{ kind: 'decide', tick: 2, actor: 'b', choice: { act: 'leave', alliance: 'hub' } }]);
    const { alliances, derived } = seek(history, 6);
    expect(alliances[0]!.leader).toBe(2);
    expect(derived.bonds[0 * 3 + 2]! & 1).toBe(1);
  });
});

describe('collective security', () => {
  const league = (casusFoederis: 'outsiders' | 'anyone') =>
    treaty('league', ['hawk', 'prey', 'wing'], { casusFoederis, formality: 1 });

  it('restrains no member, and calls the rest when one strikes another; collective defence does neither', () => {
    const histories = replications(120, quarrel([league('anyone')]));
    expect(histories.flatMap((history) => eventsOf(history, 'attacked')).length).toBeGreaterThan(5);
    const answers = histories.flatMap((history) => eventsOf(history, 'honoured', 'reneged'));
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers) expect(answer).toMatchObject({ who: ['wing'], victim: 'prey', attacker: 'hawk' });
    expect(
      replications(40, quarrel([league('outsiders')])).flatMap((history) => eventsOf(history, 'attacked')),
    ).toEqual([]);
  });

  it('deters a member by those who would come against it, itself not among them', () => {
    const chance = (treaties: Treaties) =>
      replications(200, quarrel(treaties)).flatMap((history) => eventsOf(history, 'attacked'))[0]!.chance!.probability;
    expect(chance([league('anyone')])).toBeLessThan(chance([]));
    const two = treaty('two', ['hawk', 'prey'], { casusFoederis: 'anyone', communication: 0 });
    expect(chance([two])).toBeCloseTo(chance([]), 9);
  });
});

describe('a scope', () => {
  const scoped = (against: string[]) => treaty('pact', ['victim', 'friend'], { against });

  it('calls against those it names and against nobody else', () => {
    const calls = (against: string[]) =>
      replications(80, menaced([scoped(against)])).flatMap((history) => eventsOf(history, 'honoured', 'reneged'))
        .length;
    expect(calls(['foe'])).toBeGreaterThan(5);
    expect(calls(['neutral'])).toBe(0);
  });

  it('counts as far as the danger felt comes from those it names', () => {
    const support = (treaties: Treaties, hostility: number) => {
      const of = model({
        ticks: 1,
        actors: [actor('victim'), actor('friend')],
        threats: ['one', 'two'].map((id, k) => ({
          id,
          name: id,
          strength: 100,
          hostility: { victim: k === 0 ? 0.4 : hostility },
        })),
        treaties,
        mechanisms: fighting({ aggression: 0 }),
      });
      return seek(play(of, '1'), 1).columns.support[0]!;
    };
    const against = (id: string) => [treaty('pact', ['victim', 'friend'], { against: [id] })];
    const whole = support([pact], 0.4);
    expect(whole).toBeGreaterThan(0.3);
    expect(support(against('one'), 0.4)).toBeCloseTo(whole / 2, 6);
    expect(support(against('one'), 0)).toBeCloseTo(whole, 6);
    expect(support(against('two'), 0)).toBe(0);
    // A narrower promise of the same ally takes nothing from a wider one.
    expect(support([...against('two'), treaty('wide', ['victim', 'friend'])], 0.4)).toBeCloseTo(whole, 6);
  });

  it('that names the foe makes the promise bind more', () => {
    const score = (more: Parameters<typeof treaty>[2]) =>
      replications(60, menaced([treaty('pact', ['victim', 'friend'], more)])).flatMap((history) =>
        eventsOf(history, 'honoured', 'reneged'),
      )[0]!.score!;
    expect(score({ against: ['foe'] })).toBeGreaterThan(score({}));
  });
});

describe('neutrality, non-aggression and consultation in war', () => {
  const claw = treaty('claw', ['hawk', 'wing'], { purpose: 'offensive', obligations: ['offence'] });
  const aside = (obligations: NonNullable<Parameters<typeof treaty>[2]>['obligations'], who = ['wing', 'prey']) =>
    treaty('aside', who, { obligations, formality: 1 });
  const follow = (act: 'honour' | 'renege'): Intervention[] => [
    { kind: 'decide', tick: 0, actor: 'wing', choice: { act } },
  ];

  it('hold one back from following an aggressor against a partner, each but consultation', () => {
    const score = (treaties: Treaties) =>
      replications(60, quarrel(treaties)).flatMap((history) => eventsOf(history, 'honoured', 'reneged'))[0]!.score!;
    expect(score([claw, aside(['neutrality'])])).toBeLessThan(score([claw]) - 0.5);
    expect(score([claw, aside(['nonaggression'])])).toBeLessThan(score([claw]) - 0.5);
  });

  it.each(['neutrality', 'nonaggression'] as const)('are broken by one who follows it all the same: %s', (kind) => {
    const histories = replications(60, quarrel([claw, aside([kind])]), follow('honour'));
    const events = histories.flatMap((history) => eventsOf(history, 'violated'));
    expect(events.length).toBeGreaterThan(5);
    for (const event of events)
      expect(event).toMatchObject({ who: ['wing'], victim: 'prey', obligation: kind, alliance: 'aside' });
    expect(
      replications(60, quarrel([claw, aside(['consultation'])]), follow('honour')).flatMap((history) =>
        eventsOf(history, 'violated'),
      ),
    ).toEqual([]);
  });

  /** What the deeds of a tick of war were. */
  const deeds = (treaties: Treaties, interventions: Intervention[] = []) => {
    const seen: unknown[] = [];
    const of = withMechanism(quarrel(treaties), 'crisis', 'witness', (world) => {
      for (const { by, to, kept, called } of world.derived.deeds) seen.push({ by, to, kept, called });
    });
    replications(60, of, interventions);
    return seen;
  };

  it('neutrality that is kept when asked to march is a promise kept to the victim', () => {
    expect(deeds([claw, aside(['neutrality'])], follow('renege'))).toContainEqual({
      by: 2,
      to: 1,
      kept: true,
      called: false,
    });
    expect(deeds([claw, aside(['nonaggression'])], follow('renege'))).not.toContainEqual(
      expect.objectContaining({ to: 1 }),
    );
  });

  it('an attack on a partner breaks neutrality; without notice to one in consultation it costs trust', () => {
    const broken = { by: 0, to: 1, kept: false, called: false };
    expect(deeds([aside(['neutrality'], ['hawk', 'prey'])])).toContainEqual(broken);
    expect(deeds([aside(['consultation'], ['hawk', 'prey'])])).not.toContainEqual(broken);
    const trust = (treaties: Treaties, interventions: Intervention[] = []) => {
      const of = quarrel(treaties, war, {
        mechanisms: only({
          perceive: [{ name: 'observation' }],
          crisis: [{ name: 'attacks', parameters: war }],
          realign: [{ name: 'moves', parameters: { deliberation: 0 } }],
        }),
        ticks: 2,
      });
      const history = replications(200, of, interventions).find(
        (one) => eventsOf(one, 'attacked').length === 1 && eventsOf(one, 'attacked')[0]!.tick === 1,
      )!;
      return dyadValue(of, seek(history, 2), 'relational', 'prey', 'hawk');
    };
    const plain = trust([]);
    expect(trust([aside(['consultation'], ['hawk', 'prey'])])).toBeCloseTo(0.7 * plain, 6);
    const notice: Intervention[] = [
      { kind: 'decide', tick: 0, actor: 'hawk', choice: { act: 'leave', alliance: 'aside' } },
    ];
    expect(
      trust([treaty('aside', ['hawk', 'prey'], { obligations: ['consultation'], exitNotice: 5 })], notice),
    ).toBeCloseTo(plain, 6);
  });
});

describe('what is won', () => {
  it('is taken from the losers by those who fought, by their force, and nothing of it appears or is lost', () => {
    const claw = treaty('claw', ['hawk', 'wing'], { purpose: 'offensive', obligations: ['offence'] });
    const come: Intervention[] = [{ kind: 'decide', tick: 0, actor: 'wing', choice: { act: 'honour' } }];
    const ends = (spoils: number) =>
      replications(80, quarrel([claw], { ...war, spoils }), come)
        .filter((history) => eventsOf(history, 'fought').some((event) => event.kind === 'fought' && event.won))
        .map((history) => [...seek(history, 1).columns.resources]);
    const [none, half] = [ends(0), ends(0.5)];
    expect(none.length).toBeGreaterThan(5);
    none.forEach((without, k) => {
      const gain = half[k]!.map((x, i) => x - without[i]!);
      expect(gain[0]).toBeGreaterThan(0);
      expect(gain[2]).toBeCloseTo(gain[0]!, 9);
      expect(gain[0]! + gain[2]!).toBeCloseTo(0.5 * (100 - without[1]!), 9);
      expect([gain[1], gain[3]]).toEqual([0, 0]);
    });
  });

  it('binds those who won together: they are told to trust each other, the losers are not', () => {
    const sides: number[][] = [];
    const of = withMechanism(menaced([pact]), 'crisis', 'witness', (world) => {
      sides.push(...world.derived.winningSides.map((side) => [...side]));
    });
    const come: Intervention[] = [{ kind: 'decide', tick: 0, actor: 'friend', choice: { act: 'honour' } }];
    const won = replications(60, of, come).flatMap((history) =>
      eventsOf(history, 'fought').filter((event) => event.kind === 'fought' && !event.won),
    );
    expect(won.length).toBeGreaterThan(3);
    expect(sides).toEqual(won.map(() => [0, 1]));
  });

  it('overconfidence makes a weak attacker strike more often and lose more of its wars', () => {
    const wars = (overconfidence: number) => {
      const of = model({
        ticks: 1,
        actors: [
          actor('hawk', { resources: { arms: 60 }, biases: { overconfidence } }),
          actor('prey', { resources: { arms: 100 } }),
          actor('titan', { resources: { arms: 300 }, biases: { overconfidence: 0 } }),
        ],
        dyadDefaults: { proximity: 1 },
        dyads: [
          { from: 'hawk', to: 'titan', mutual: false, hostility: 1 },
          { from: 'hawk', to: 'prey', mutual: false, hostility: 1 },
        ],
        mechanisms: fighting({ aggression: 2, most: 0.9 }),
      });
      // The first war of a year only: a second finds both weaker.
      return replications(1500, of).flatMap((history) => eventsOf(history, 'fought').slice(0, 1));
    };
    const [sober, bold] = [wars(0), wars(1)];
    expect(bold.length).toBeGreaterThan(1.2 * sober.length);
    const lost = (events: Event[]) => events.filter((event) => event.kind === 'fought' && !event.won).length;
    expect(lost(bold)).toBeGreaterThan(1.2 * lost(sober));
    // What it thinks of itself wins no battle: the odds are those of the true forces.
    const odds = (events: Event[]) => new Set(events.map(({ chance }) => chance!.probability.toFixed(9)));
    expect(odds(bold)).toEqual(odds(sober));
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
