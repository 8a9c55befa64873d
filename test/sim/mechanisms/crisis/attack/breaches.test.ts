import { describe, expect, it } from 'vitest';
import { seek } from '../../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../../sim/schema/intervention.ts';
import { dyadValue, eventsOf, only, replications, treaty, withMechanism } from '../../../builders.ts';
import { quarrel, type Treaties, war } from '../wars.ts';

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
  const promises = (treaties: Treaties, interventions: Intervention[] = []) => {
    const seen: unknown[] = [];
    const of = withMechanism(quarrel(treaties), 'crisis', 'observer', (world) => {
      for (const { by, to, kept, called } of world.derived.promises) seen.push({ by, to, kept, called });
    });
    replications(60, of, interventions);
    return seen;
  };

  it('neutrality that is kept when asked to march is a promise kept to the victim', () => {
    expect(promises([claw, aside(['neutrality'])], follow('renege'))).toContainEqual({
      by: 2,
      to: 1,
      kept: true,
      called: false,
    });
    expect(promises([claw, aside(['nonaggression'])], follow('renege'))).not.toContainEqual(
      expect.objectContaining({ to: 1 }),
    );
  });

  it('an attack on a partner breaks neutrality; without notice to one in consultation it costs trust', () => {
    const broken = { by: 0, to: 1, kept: false, called: false };
    expect(promises([aside(['neutrality'], ['hawk', 'prey'])])).toContainEqual(broken);
    expect(promises([aside(['consultation'], ['hawk', 'prey'])])).not.toContainEqual(broken);
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
