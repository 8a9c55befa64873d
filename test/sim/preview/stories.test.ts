import { describe, expect, it } from 'vitest';
import { faultSentence } from '../../../sim/check/check.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import type { Model } from '../../../sim/model/model.ts';
import { checkedPreview } from '../../../sim/preview/check-preview.ts';
import type { PreviewChoice } from '../../../sim/preview/choice.ts';
import { preview } from '../../../sim/preview/preview.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import { memberOf } from '../../../sim/world/membership.ts';
import { actor, allianceOf, model, treaty } from '../builders.ts';

/** Two allies beside a strong and hostile neighbour, and a club whose proceeds are divided. */
const neighbours = model({
  resources: [{ id: 'arms', name: 'Arms', unit: 'divisions', yield: 0.5 }],
  actors: [
    actor('A'),
    actor('B', { resources: { arms: 60 } }),
    actor('C', { resources: { arms: 300 } }),
    actor('D', { resources: { arms: 90 } }),
  ],
  dyads: [
    { from: 'A', to: 'C', mutual: true, hostility: 0.8, proximity: 1 },
    { from: 'B', to: 'C', mutual: true, hostility: 0.9, proximity: 1 },
  ],
  dyadDefaults: { hostility: 0.1, proximity: 0.6 },
  treaties: [
    treaty('pact', ['A', 'B'], { exitNotice: 2, sanction: 0.5 }),
    treaty('club', ['A', 'D'], { purpose: 'economic', obligations: [] }),
  ],
});

const seen = (actorId: string, choice: PreviewChoice, of: Model = neighbours) =>
  preview(of, start(of), actorId, choice);

describe('to contribute', () => {
  it('costs a share of the budget, and makes an attack less likely', () => {
    const [little, much] = [0.05, 0.6].map((rate) => seen('A', { act: 'contribute', rate }));
    expect(much!.unit).toEqual({ resource: 'arms', unit: 'divisions' });
    expect(much!.budget).toBe(50);
    // The club is paid for as before.
    const club = memberOf(allianceOf(start(neighbours), 'club')!, 0)!.effort;
    expect(much!.pays.after).toBeCloseTo(0.6 * 50 + club, 9);
    expect(much!.share.after).toBeCloseTo(0.6 + club / 50, 9);
    expect(much!.danger!.after).toBeLessThan(little!.danger!.after);
    expect(much!.danger!.before).toBe(little!.danger!.before);
  });

  it('comes to what the next tick brings, if the others do as in the last one', () => {
    const world = start(neighbours);
    const { effort, budget } = world.columns;
    const given = seen('A', { act: 'contribute', rate: 0.3 });
    const others = [1, 2, 3].map((i): Intervention => {
      const rate = effort[i]! / budget[i]!;
      return { kind: 'decide', tick: 0, actor: neighbours.ids[i]!, choice: { act: 'contribute', rate } };
    });
    const own: Intervention = { kind: 'decide', tick: 0, actor: 'A', choice: { act: 'contribute', rate: 0.3 } };
    tick(begin(neighbours, '1', [...others, own]), world, (phase) => {
      if (phase !== 'produce') return;
      expect(world.columns.effort[0]).toBeCloseTo(given.pays.parts[0]!.after, 9);
      expect(world.columns.spillIn[0]).toBeCloseTo(given.gets.parts[0]!.after, 9);
    });
  });

  it('to a pool that is divided raises what is got from it, and what is left for it is all that can be paid', () => {
    const [none, half, all] = [0, 0.5, 1].map((rate) => seen('A', { act: 'contribute', rate, alliance: 'club' }));
    const poolOf = (given: typeof none) => given!.gets.parts.find(({ term }) => term === 'pool benefit')!;
    expect(poolOf(half).alliance).toBe('club');
    expect(poolOf(half).after).toBeGreaterThan(poolOf(none).after);
    const effort = start(neighbours).columns.effort[0]!;
    expect(all!.pays.after).toBeCloseTo(50, 9);
    expect(all!.pays.parts.find(({ term }) => term === 'pool effort')!.after).toBeCloseTo(50 - effort, 9);
  });

  it('for a common good is the same through every treaty', () => {
    const { choice: _, ...through } = seen('A', { act: 'contribute', rate: 0.4, alliance: 'pact' });
    const { choice: __, ...atLarge } = seen('A', { act: 'contribute', rate: 0.4 });
    expect(through).toEqual(atLarge);
  });
});

describe('to leave', () => {
  it('takes effect after the notice, and costs support, what spilled in, and trust', () => {
    const given = seen('A', { act: 'leave', alliance: 'pact' });
    expect(given.from).toBe(2);
    expect(given.gets.after).toBeLessThan(given.gets.before);
    expect(given.asked.after).toBeLessThan(given.asked.before);
    expect(given.force!.support.before).toBeGreaterThan(0);
    expect(given.force!.support.after).toBe(0);
    expect(given.danger!.after).toBeGreaterThan(given.danger!.before);
    expect(given.regard.map(({ term, who }) => [term, who])).toEqual([['trust', 'B']]);
    expect(given.worth!.terms.map(({ value }) => value).reduce((sum, value) => sum + value)).toBeCloseTo(
      given.worth!.score,
      9,
    );
  });

  it.each<[string, PreviewChoice, string]>([
    ['C', { act: 'leave', alliance: 'pact' }, 'no-member'],
    ['A', { act: 'leave', alliance: 'entente' }, 'no-alliance'],
    ['A', { act: 'join', alliance: 'pact' }, 'member'],
    ['A', { act: 'sign', parties: ['B', 'D'] }, 'no-party'],
    ['D', { act: 'honour', victim: 'B' }, 'no-promise'],
    ['C', { act: 'vote', alliance: 'pact', support: true }, 'no-member'],
    ['C', { act: 'contribute', rate: 0.1, alliance: 'club' }, 'no-member'],
  ])('or to do anything else there is no occasion, and then nothing changes: %s %o', (who, choice, barred) => {
    const given = seen(who, choice);
    expect(given.barred).toBe(barred);
    for (const { before, after } of [given.pays, given.asked, given.gets, given.danger!, given.standing])
      expect(after).toBe(before);
  });
});

describe('to sign', () => {
  const parties = ['A', 'D'];
  const text = (quotas: Record<string, number>, who: string) => seen(who, { act: 'sign', parties, quotas });

  it('asks each party what the text asks of it: “I will carry your share”', () => {
    const [shared, carried] = [
      { A: 15, D: 15 },
      { A: 30, D: 0 },
    ].map((quotas) => text(quotas, 'D'));
    expect(shared!.asked.after - shared!.asked.before).toBeCloseTo(15, 9);
    expect(carried!.asked.after).toBe(carried!.asked.before);
    expect(carried!.pays.after).toBe(carried!.pays.before);
    expect(shared!.pays.after).toBeGreaterThan(shared!.pays.before);
    expect(carried!.worth!.score).toBeGreaterThan(shared!.worth!.score);
    // Whoever carries it pays for it, and the other has the benefit.
    expect(text({ A: 30, D: 0 }, 'A').pays.after).toBeGreaterThan(text({ A: 15, D: 15 }, 'A').pays.after);
    expect(carried!.gets.after).toBeGreaterThan(shared!.gets.after);
  });

  it('with an ally makes an attack by a common foe less likely', () => {
    const given = text({}, 'A');
    expect(given.danger!.after).toBeLessThan(given.danger!.before);
    expect(given.force!.support.after).toBeGreaterThan(given.force!.support.before);
  });

  it('what amends a treaty changes only what it names', () => {
    const given = seen('A', { act: 'sign', parties: ['A', 'B'], alliance: 'pact', quotas: { A: 1 } });
    expect(given.asked.parts.find(({ alliance }) => alliance === 'pact')!.after).toBe(1);
    expect(given.force!.support.after).toBe(given.force!.support.before);
  });

  it('to join is to sign what stands there', () => {
    const given = seen('D', { act: 'join', alliance: 'pact' });
    expect(given.asked.after).toBeGreaterThan(given.asked.before);
    expect(given.force!.support.after).toBeGreaterThan(0);
    expect(given.worth).toBeDefined();
  });
});

describe('to answer a call', () => {
  const honour = seen('A', { act: 'honour', victim: 'B' });
  const renege = seen('A', { act: 'renege', victim: 'B' });

  it('means the foe that the ally has most to fear from', () => {
    expect(honour.call).toMatchObject({ caller: 'B', foe: 'C', alliance: 'pact' });
    expect(seen('A', { act: 'honour', victim: 'B', foe: 'D' }).call!.foe).toBe('D');
  });

  it('with help betters the odds, costs a part of all stocks and a grudge, and wins trust', () => {
    expect(honour.call!.odds.after).toBeGreaterThan(honour.call!.odds.before);
    expect(honour.call!.loss).toBeGreaterThan(0);
    expect(honour.call!.losses).toEqual([{ resource: 'arms', amount: honour.call!.loss * 100 }]);
    expect(honour.regard.map(({ term, who, before, after }) => [term, who, after > before])).toEqual([
      ['trust', 'B', true],
      ['ill will', 'C', true],
    ]);
    expect(honour.danger!.after).toBeGreaterThan(honour.danger!.before);
  });

  it('with nothing costs nothing but trust, with the ally and with all who see it', () => {
    expect(renege.call!.loss).toBe(0);
    expect(renege.call!.odds.after).toBe(renege.call!.odds.before);
    expect(renege.regard.every(({ term, before, after }) => term === 'trust' && after < before)).toBe(true);
    expect(renege.regard.map(({ who }) => who)).toEqual(['B', 'C', 'D']);
    expect(renege.standing.after).toBeLessThan(renege.standing.before);
    expect(renege.danger!.after).toBe(renege.danger!.before);
  });

  it('of an ally that attacks breaks the word given to its victim', () => {
    const of = model({
      actors: [actor('A'), actor('B'), actor('C')],
      treaties: [
        treaty('league', ['A', 'B'], { purpose: 'offensive', obligations: ['offence'] }),
        treaty('truce', ['A', 'C'], { purpose: 'political', obligations: ['nonaggression'] }),
      ],
    });
    const given = seen('A', { act: 'honour', caller: 'B', victim: 'C' }, of);
    expect(given.call).toMatchObject({ caller: 'B', foe: 'C', alliance: 'league', yearly: 0, breaks: ['C'] });
    const trustOf = (who: string) => given.regard.find((part) => part.term === 'trust' && part.who === who)!;
    expect(trustOf('C').after).toBeLessThan(trustOf('C').before);
  });
});

describe('to vote', () => {
  const of = (governance: 'consensus' | 'majority' | 'hegemonic') =>
    model({
      actors: [actor('A', { resources: { arms: 500 } }), actor('B'), actor('C'), actor('D')],
      treaties: [treaty('union', ['A', 'B', 'C'], { governance })],
    });

  it.each([
    ['consensus', 'B', { weight: 1 / 3, vetoes: true, decides: false }],
    ['majority', 'B', { weight: 1 / 3, vetoes: false, decides: false }],
    ['hegemonic', 'A', { weight: 1, vetoes: true, decides: true }],
    ['hegemonic', 'B', { weight: 0, vetoes: false, decides: false }],
  ] as const)('under %s weighs this for %s', (governance, who, power) => {
    expect(seen(who, { act: 'vote', alliance: 'union', support: true }, of(governance)).vote).toEqual(power);
  });

  it('for a newcomer gives what it brings, against it nothing', () => {
    const vote = (support: boolean) =>
      seen('B', { act: 'vote', alliance: 'union', support, matter: 'accession', subject: 'D' }, of('majority'));
    expect(vote(true).gets.after).toBeGreaterThan(vote(true).gets.before);
    expect(vote(true).force!.support.after).toBeGreaterThan(vote(true).force!.support.before);
    expect(vote(false).gets.after).toBe(vote(false).gets.before);
  });

  it('for an expulsion takes away what the member gave', () => {
    const given = seen(
      'B',
      { act: 'vote', alliance: 'union', support: true, matter: 'expulsion', subject: 'C' },
      of('majority'),
    );
    expect(given.gets.after).toBeLessThan(given.gets.before);
  });
});

it.each([
  ['A', { act: 'contribute', rate: 2 }, 'choice.rate: expected a number from 0 to 1, got 2'],
  ['Atlantis', { act: 'contribute', rate: 0 }, 'actor: unknown actor "Atlantis" (known: A, B, C, D)'],
  ['A', { act: 'sign', parties: ['A', 'Atlantis'] }, 'choice.parties[1]: unknown actor "Atlantis" (known: A, B, C, D)'],
  ['A', { act: 'sign', parties: ['A', 'A'] }, 'choice.parties[1]: "A" is named twice'],
  ['A', { act: 'sign', parties: ['A', 'B'], quotas: { C: 1 } }, 'choice.quotas.C: "C" is none of the parties'],
  ['A', { act: 'renege', victim: 'Atlantis' }, 'choice.victim: unknown actor "Atlantis" (known: A, B, C, D)'],
  [7, { act: 'honour' }, 'actor: expected the id of an actor, got 7'],
])('what a stranger asks is refused in one sentence: %s %o', (who, choice, sentence) => {
  const checked = checkedPreview(neighbours, who, choice);
  expect('faults' in checked && checked.faults.map(faultSentence)).toEqual([sentence]);
});
