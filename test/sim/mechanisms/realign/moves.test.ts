import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../builders.ts';

describe('left to themselves', () => {
  /** Four alike; a common foe, or none. */
  const quartet = (strength: number) =>
    model({
      ticks: 25,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.6, relational: 0.6 },
      threats: [
        {
          id: 't',
          name: 'T',
          strength,
          hostility: { a: 0.9, b: 0.9, c: 0.9, d: 0.9 },
          proximity: { a: 1, b: 1, c: 1, d: 1 },
        },
      ],
      mechanisms: { crisis: [] },
    });
  const defended = (of: ReturnType<typeof model>) =>
    replications(12, of).filter((history) =>
      eventsOf(history, 'founded').some((event) => event.kind === 'founded' && event.obligations.includes('defence')),
    ).length;

  it('actors under a common threat seek each other’s defence', () => {
    expect(defended(quartet(300))).toBeGreaterThan(6);
    expect(defended(quartet(300))).toBeGreaterThanOrEqual(defended(quartet(0)));
  });

  it('those who hate each other do not ally', () => {
    const of = model({
      ticks: 25,
      actors: ['a', 'b'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.1, relational: 0.1, hostility: 1 },
      mechanisms: { crisis: [] },
    });
    expect(replications(10, of).flatMap((history) => eventsOf(history, 'founded'))).toEqual([]);
  });

  it('every founding, joining and leaving gives its reasons and the choice not taken', () => {
    const events = replications(6, quartet(300)).flatMap((history) => eventsOf(history, 'founded', 'joined', 'notice'));
    expect(events.length).toBeGreaterThan(10);
    for (const { because, score, runnerUp } of events) {
      expect(because.length).toBeGreaterThan(1);
      expect(score! + 1e-9).toBeGreaterThanOrEqual(runnerUp!.score);
    }
  });
});

describe('one who has found something better', () => {
  /** c is in a treaty with the weak d; the strong a and b, whom it trusts, would have it. */
  const tempted = (exclusive: boolean) =>
    model({
      ticks: 12,
      actors: [
        actor('a', { resources: { arms: 400 } }),
        actor('b', { resources: { arms: 400 } }),
        actor('c'),
        actor('d', { resources: { arms: 5 } }),
      ],
      dyadDefaults: { calculative: 0.9, relational: 0.9 },
      threats: [{ id: 't', name: 'T', strength: 800, hostility: { c: 1, a: 1 }, proximity: { c: 1, a: 1 } }],
      treaties: [
        treaty('strong', ['a', 'b'], { exclusive }),
        treaty('weak', ['c', 'd'], { formality: 0.1, exitNotice: 0 }),
      ],
      mechanisms: only({
        perceive: [{ name: 'observation' }],
        realign: [
          { name: 'moves', parameters: { deliberation: 1, calm: 1, noise: 0, initiative: 0.1 } },
          { name: 'departures' },
        ],
      }),
    });

  it('leaves the one for the other where an exclusive treaty forbids both, and is not in both at any time', () => {
    const history = play(tempted(true), '1');
    const kinds = history.events.filter(({ who }) => who[0] === 'c').map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['notice', 'left', 'joined']);
    const [notice] = eventsOf(history, 'notice');
    expect(notice!.because.some(({ term }) => term === 'left behind' || term === 'security')).toBe(true);
  });

  it('holds both where nothing forbids it', () => {
    const of = tempted(false);
    const kinds = play(of, '1').events.filter(({ who }) => who[0] === 'c');
    expect(kinds.map(({ kind }) => kind)).toContain('joined');
    expect(kinds.map(({ kind }) => kind)).not.toContain('notice');
  });
});

describe('over the years', () => {
  /** Four under a menace that a shock takes away after ten years. */
  const menaced = () =>
    model({
      ticks: 40,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.6, relational: 0.6 },
      threats: [
        {
          id: 't',
          name: 'T',
          strength: 300,
          hostility: { a: 0.9, b: 0.9, c: 0.9, d: 0.9 },
          proximity: { a: 1, b: 1, c: 1, d: 1 },
        },
      ],
      mechanisms: { crisis: [] },
    });
  const peace: Intervention[] = [{ kind: 'set', tick: 15, path: 'threats.t.strength', value: 0 }];
  const standing = (t: number, interventions: Intervention[]) =>
    replications(12, menaced(), interventions).reduce(
      (sum, history) =>
        sum + seek(history, t).alliances.filter(({ clauses }) => clauses.obligations.includes('defence')).length,
      0,
    );

  it('alliances outlive the threat that made them, but not for ever', () => {
    const [before, soon, later] = [standing(15, peace), standing(17, peace), standing(40, peace)];
    expect(before).toBeGreaterThan(6);
    expect(soon).toBeGreaterThan(before / 2);
    expect(later).toBeLessThan(soon);
    expect(later).toBeLessThan(standing(40, []));
  });
});
