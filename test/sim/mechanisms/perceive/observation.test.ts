import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { MEASURES } from '../../../../sim/measures/index.ts';
import type { World } from '../../../../sim/world/state.ts';
import { actor, dyadValue, model, only, replications, treaty } from '../../builders.ts';

type Draft = Parameters<typeof model>[0];
type Numbers = Record<string, number>;

const culture = (more: Partial<Record<'individualism' | 'context' | 'powerDistance', number>> = {}) => ({
  powerDistance: 0.5,
  individualism: 0.5,
  uncertaintyAvoidance: 0.5,
  context: 0.5,
  timeOrientation: 0.5,
  ...more,
});
/** Reads relations, as in East Asia; means words, as in Germany or the United States (Hall 1976). */
const INDIRECT = culture({ context: 1, individualism: 0 });
const DIRECT = culture({ context: 0, individualism: 1 });

const watching = (parameters: Numbers = {}, trust: Numbers = {}) =>
  only({
    perceive: [{ name: 'observation', parameters }],
    trust: [{ name: 'experience', parameters: trust }],
    measure: [{ name: 'metrics' }],
  });

function nextYear(of: ReturnType<typeof model>, before: (world: World) => void, seed = '1'): World {
  const world = start(of);
  before(world);
  tick(
    begin(of, seed, [], () => {}),
    world,
  );
  return world;
}

describe('news of another’s strength', () => {
  /** What a comes to believe of b in one year, having believed this and now hearing the truth, which is 1. */
  const learned = (held: number, confirmation: number): number => {
    const biases = { overconfidence: 0, confirmation, sunkCost: 0 };
    const of = model({
      actors: [actor('a', { biases }), actor('b')],
      mechanisms: watching({ noise: 0, attention: 0.5 }),
    });
    return nextYear(of, (world) => {
      world.columns.belief[1] = held;
    }).columns.belief[1]!;
  };

  it('is taken in by the unbiased as far as they attend, whichever way it points', () => {
    expect(learned(2, 0)).toBeCloseTo(1.5, 6);
    expect(learned(0.4, 0)).toBeCloseTo(0.7, 6);
  });

  it('that speaks against the image is resisted', () => {
    // Held to be stronger than oneself and found weaker; held to be weaker and found stronger.
    expect(learned(2, 0.8)).toBeCloseTo(1.9, 6);
    expect(learned(0.4, 0.8)).toBeCloseTo(0.46, 6);
  });

  it('that bears the image out is welcome, however biased one is', () => {
    const strong = (confirmation: number): number => {
      const biases = { overconfidence: 0, confirmation, sunkCost: 0 };
      const of = model({
        actors: [actor('a', { biases }), actor('b', { resources: { arms: 300 } })],
        mechanisms: watching({ noise: 0, attention: 0.5 }),
      });
      return nextYear(of, (world) => {
        world.columns.belief[1] = 1;
      }).columns.belief[1]!;
    };
    expect(strong(1)).toBeCloseTo(strong(0), 9);
    expect(strong(1)).toBeGreaterThan(1.1);
  });

  /** Root mean square error of a’s belief about b after a year, over many seeds. */
  const error = (draft: Draft): number => {
    const of = model({ ticks: 1, mechanisms: watching({ attention: 1 }), ...draft });
    const worlds = replications(150, of).map((history) => seek(history, 1));
    const squares = worlds.map(({ columns }) => (columns.belief[1]! - columns.strength[1]!) ** 2);
    return Math.sqrt(squares.reduce((sum, x) => sum + x, 0) / squares.length);
  };
  const two = (a = culture(), b = culture()) => [actor('a', { culture: a }), actor('b', { culture: b })];

  it('is clearer of a partner than of a stranger, the more so the better they communicate', () => {
    const allied = (communication: number) =>
      error({ actors: two(), treaties: [treaty('ab', ['a', 'b'], { communication })] });
    const stranger = error({ actors: two() });
    expect(allied(0)).toBeCloseTo(stranger, 9);
    expect(allied(0.5)).toBeCloseTo(0.7 * stranger, 6);
    expect(allied(1)).toBeCloseTo(0.4 * stranger, 6);
  });

  it('is clearest through the treaty that communicates best, and of nobody else', () => {
    const treaties = [0.2, 1].map((communication, k) => treaty(`t${k}`, ['a', 'b'], { communication }));
    const once = error({ actors: two(), treaties: treaties.slice(1) });
    expect(error({ actors: two(), treaties })).toBeCloseTo(once, 9);
    const apart = [...two(), actor('c')];
    expect(error({ actors: apart, treaties: [treaty('ac', ['a', 'c'], { communication: 1 })] })).toBeCloseTo(
      error({ actors: apart }),
      9,
    );
  });

  it('is blurred by cultural distance, and by plain speech where relations are read, not the other way', () => {
    const alike = error({ actors: two() });
    expect(error({ actors: two(culture(), culture({ powerDistance: 1 })) })).toBeGreaterThan(1.05 * alike);
    const reader = error({ actors: two(INDIRECT, DIRECT) });
    const speaker = error({ actors: two(DIRECT, INDIRECT) });
    expect(reader).toBeGreaterThan(1.2 * speaker);
    expect(speaker).toBeGreaterThan(alike);
  });
});

describe('what partners see of each other’s payments', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => actor(id));
  const pact = (clauses: Parameters<typeof treaty>[2] = {}, { actors = four, ...more }: Draft = {}) =>
    model({
      ticks: 20,
      mechanisms: watching(),
      ...more,
      actors,
      treaties: [
        treaty(
          'pact',
          actors.map(({ id }) => id),
          {
            targetRate: 0.3,
            monitoring: 0.3,
            communication: 0.3,
            ...clauses,
          },
        ),
      ],
    });
  const misperception = MEASURES.findIndex(({ name }) => name === 'misperception');
  /** Misperceived breaches of years in which all pay in full, mean over seeds, with the half-width of its 95 % interval. */
  const misread = (of: ReturnType<typeof model>, blind = 0): { mean: number; half: number } => {
    const shares = Array.from({ length: 40 }, (_, seed) => {
      const world = start(of);
      world.columns.disinformation.fill(blind);
      const course = begin(of, `${seed}`, [], () => {});
      let sum = 0;
      for (let year = 0; year < 20; year++) {
        tick(course, world);
        sum += world.columns.metrics[misperception]!;
      }
      return sum / 20;
    });
    const mean = shares.reduce((sum, x) => sum + x, 0) / shares.length;
    const variance = shares.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (shares.length - 1);
    return { mean, half: 1.96 * Math.sqrt(variance / shares.length) };
  };
  type Share = ReturnType<typeof misread>;
  const clearly = (less: Share, more: Share) => expect(less.mean + less.half).toBeLessThan(more.mean - more.half);

  it('takes fewer payers for defaulters the more a treaty monitors and communicates (P10)', () => {
    const loose = misread(pact());
    expect(loose.mean).toBeGreaterThan(0.05);
    clearly(misread(pact({ monitoring: 0.6 })), loose);
    clearly(misread(pact({ communication: 1 })), loose);
    expect(misread(pact({ monitoring: 1 })).mean).toBe(0);
  });

  it('takes more of them for defaulters under disinformation (P10)', () => {
    clearly(misread(pact()), misread(pact(), 1));
  });

  it('takes more of them for defaulters across cultures', () => {
    const pair = (a: typeof INDIRECT, b: typeof INDIRECT) =>
      misread(pact({}, { actors: [actor('a', { culture: a }), actor('b', { culture: b })] }));
    clearly(pair(culture(), culture()), pair(culture(), culture({ powerDistance: 1, context: 1, individualism: 1 })));
  });

  it('counts nobody who owes nothing, and nobody who in truth paid less', () => {
    expect(misread(pact({ targetRate: 0, monitoring: 0 })).mean).toBe(0);
    const of = pact({ monitoring: 0, communication: 0 });
    const world = nextYear(of, (before) => {
      for (const member of before.alliances[0]!.members) member.effort = member.quota / 2;
    });
    expect(world.columns.misperceived[0]).toBe(0);
  });

  it('misleads those who read relations about plain-spoken partners more than the reverse', () => {
    // Both are misread alike; what the two make of it differs.
    const of = pact({}, { actors: [actor('a', { culture: INDIRECT }), actor('b', { culture: DIRECT })] });
    let indirect = 0;
    let direct = 0;
    for (let seed = 0; seed < 200; seed++) {
      const world = start(of);
      for (let k = 0; k < 4; k++) world.columns.calculative[k] = 1;
      tick(
        begin(of, `${seed}`, [], () => {}),
        world,
      );
      indirect += 1 - dyadValue(of, world, 'calculative', 'a', 'b');
      direct += 1 - dyadValue(of, world, 'calculative', 'b', 'a');
    }
    expect(indirect).toBeGreaterThan(1.2 * direct);
  });

  it('is believed less where it speaks against what one thinks of the partner', () => {
    /** How far a’s trust in b moves in a year in which b pays this share, from this trust. */
    const move = (trust: number, paid: number, confirmation: number): number => {
      const biases = { overconfidence: 0, confirmation, sunkCost: 0 };
      const of = pact(
        { monitoring: 1 },
        { actors: [actor('a', { biases }), actor('b')], dyadDefaults: { calculative: trust, relational: trust } },
      );
      const world = nextYear(of, (before) => {
        for (const member of before.alliances[0]!.members) member.effort = paid * member.quota;
      });
      return Math.abs(dyadValue(of, world, 'calculative', 'a', 'b') - trust);
    };
    // Bad news of the trusted and good news of the distrusted, half believed.
    expect(move(0.8, 0.2, 0.5)).toBeCloseTo(move(0.8, 0.2, 0) / 2, 6);
    expect(move(0.2, 0.8, 0.5)).toBeCloseTo(move(0.2, 0.8, 0) / 2, 6);
    // Good news of the trusted and bad news of the distrusted, wholly.
    expect(move(0.8, 1, 0.5)).toBeCloseTo(move(0.8, 1, 0), 9);
    expect(move(0.2, 0, 0.5)).toBeCloseTo(move(0.2, 0, 0), 9);
  });

  it('is what they answer to: disinformation blurs it for all of them', () => {
    const spread = (blind: number): number => {
      const of = pact({ monitoring: 0 });
      let sum = 0;
      for (let seed = 0; seed < 100; seed++)
        for (const { seen } of nextYear(of, (world) => world.columns.disinformation.fill(blind), `${seed}`)
          .alliances[0]!.members)
          sum += 1 - seen;
      return sum;
    };
    expect(spread(1)).toBeGreaterThan(1.5 * spread(0));
  });
});
