import { describe, expect, it } from 'vitest';
import { seek } from '../../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../../sim/schema/intervention.ts';
import type { Event } from '../../../../../sim/world/event.ts';
import { actor, eventsOf, model, replications, treaty, withMechanism } from '../../../builders.ts';
import { fighting, menaced, pact, quarrel, war } from '../wars.ts';

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
    const of = withMechanism(menaced([pact]), 'crisis', 'observer', (world) => {
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
