import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisNumber, analysisOf, classic } from '../../../../bench/validate/published/row.ts';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { stream } from '../../../../sim/exact/random.ts';
import { digestsOf, divergence } from '../../../../sim/history/digest-comparison.ts';
import { fork } from '../../../../sim/history/fork.ts';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { digest } from '../../../../sim/world/state-digest.ts';
import { always } from '../../arbitrary.ts';

const ID = 'classics/tribute';

interface Settings {
  actors: number;
  years: number;
  wealth: number;
  spread: number;
  demand: number;
  destructiveness: number;
  harvest: number;
  activations: number;
}
const usual: Settings = {
  actors: 10,
  years: 40,
  wealth: 400,
  spread: 200,
  demand: 250,
  destructiveness: 0.25,
  harvest: 20,
  activations: 3,
};

/** The rules once more, as plainly as they can be said: no walk is spared, commitments are whole tenths. */
function plain(
  { actors: n, years, wealth: mean, spread, demand, destructiveness, harvest, activations }: Settings,
  seed: string,
) {
  const tenths = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j): number => (i === j ? 10 : 0)));
  let wealth: number[] = [];
  let fights = 0;
  let payments = 0;
  const ways = (from: number): number[][] =>
    [1, -1].map((way) => Array.from({ length: n - 1 }, (_, k) => (from + way * (k + 1) + n * n) % n));
  const side = (leader: number, other: number) => {
    const walks = ways(leader).map((walk) => {
      const end = walk.findIndex((i) => i === other || tenths[i]![leader]! <= tenths[i]![other]!);
      return { joined: walk.slice(0, end), arrived: walk[end] === other };
    });
    const [forward, back] = walks.map(({ joined }) =>
      joined.reduce((sum, i) => sum + (tenths[i]![leader]! / 10) * wealth[i]!, 0),
    );
    return {
      strength: wealth[leader]! + forward! + back!,
      members: [leader, ...walks.flatMap(({ joined }) => joined)],
      reached: walks.some(({ arrived }) => arrived),
    };
  };
  const shift = (i: number, j: number, by: number): void => {
    tenths[i]![j] = Math.max(0, Math.min(10, tenths[i]![j]! + by));
  };
  const act = (a: number): void => {
    let best = { score: 0, target: -1 };
    for (let t = 0; t < n; t++) {
      if (t === a) continue;
      const ours = side(a, t);
      const score = ((ours.strength - side(t, a).strength) / ours.strength) * Math.min(demand, wealth[t]!);
      if (ours.reached && score > best.score) best = { score, target: t };
    }
    const t = best.target;
    if (t < 0) return;
    const [ours, theirs] = [side(a, t), side(t, a)];
    const asked = Math.min(demand, wealth[t]!);
    if ((destructiveness * ours.strength * wealth[t]!) / theirs.strength >= asked) {
      wealth[t] = wealth[t]! - asked;
      wealth[a] = wealth[a]! + asked;
      shift(a, t, 1);
      shift(t, a, 1);
      payments++;
      return;
    }
    fights++;
    const before = wealth.slice();
    for (const [own, other, leader] of [
      [ours, theirs, a],
      [theirs, ours, t],
    ] as const)
      for (const i of own.members) {
        const brought = i === leader ? before[i]! : (tenths[i]![leader]! / 10) * before[i]!;
        wealth[i] = Math.max(0, before[i]! - (destructiveness * other.strength * brought) / own.strength);
      }
    for (const i of [...ours.members, ...theirs.members])
      for (const j of [...ours.members, ...theirs.members])
        if (i !== j) shift(i, j, ours.members.includes(i) === ours.members.includes(j) ? 1 : -1);
  };
  for (let year = 0; year < years; year++) {
    const random = stream(seed, 'tribute-model', year);
    if (year === 0) wealth = Array.from({ length: n }, () => Math.max(0, mean + (random.uniform() - 0.5) * spread));
    for (let k = 0; k < activations; k++) act(random.below(n));
    wealth = wealth.map((w) => w + harvest);
  }
  return { wealth, tenths, fights, payments };
}

const settings = fc.record({
  actors: fc.integer({ min: 1, max: 9 }),
  years: fc.integer({ min: 1, max: 90 }),
  wealth: fc.constantFrom(0, 1, 50, 400),
  spread: fc.constantFrom(0, 200, 900),
  demand: fc.constantFrom(0, 1, 100, 250, 5_000),
  destructiveness: fc.constantFrom(0, 0.1, 0.25, 0.6, 1, 10),
  harvest: fc.constantFrom(0, 1, 20, 300),
  activations: fc.constantFrom(0, 1, 3, 12),
});
const seeds = fc.string({ minLength: 1, maxLength: 5 });

describe('the tribute model', () => {
  it('does what its rules plainly say, to the last bit', () => {
    always(
      fc.tuple(settings, seeds),
      ([given, seed]) => {
        const history = play(classic(ID, { ...given }), seed);
        const end = seek(history, given.years);
        const expected = plain(given, seed);
        const found = analysisOf(history);
        expect(found.wealth).toEqual(expected.wealth);
        expect(found.fights).toBe(expected.fights);
        expect(found.payments).toBe(expected.payments);
        const { actors: n } = given;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++)
            if (i !== j) expect(end.columns.relational[i * n + j]).toBe(Math.fround(expected.tenths[i]![j]! / 10));
      },
      120,
    );
  });

  it('does so over the thousand years of the chapter', () => {
    const given = { ...usual, years: 1_000 };
    expect(analysisNumber(ID, {}, 'long').wealth).toEqual(plain(given, 'long').wealth);
  });

  it('answers all that JSON can hold, whatever is set', () => {
    always(fc.tuple(settings, seeds), ([given, seed]) => {
      const found = analysisNumber(ID, { ...given }, seed);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      for (const wealth of found.wealth as number[]) expect(wealth).toBeGreaterThanOrEqual(0);
      expect(Math.abs(found.persistence as number)).toBeLessThanOrEqual(1 + 1e-12);
    });
  });

  it('neither makes nor loses wealth where fights destroy nothing, and then nobody pays', () => {
    always(fc.tuple(settings, seeds), ([given, seed]) => {
      const found = analysisNumber(ID, { ...given, destructiveness: 0 }, seed) as Record<string, number>;
      const due = found.initialTotal! + given.harvest * given.actors * given.years;
      expect(Math.abs(found.totalWealth! - due)).toBeLessThanOrEqual(1e-9 * Math.max(1, due));
      expect(found.payments).toBe(0);
    });
  });

  it('starts with wealth between 300 and 500, its own under each seed', () => {
    const found = analysisNumber(ID, { actors: 200, years: 1, activations: 0 });
    const initial = found.initialWealth as number[];
    expect(Math.min(...initial)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...initial)).toBeLessThan(500);
    expect(found.wealth).toEqual(initial.map((wealth) => wealth + 20));
    expect(analysisNumber(ID, { years: 1 }, '2').initialWealth).not.toEqual(
      analysisNumber(ID, { years: 1 }, '1').initialWealth,
    );
  });

  it('takes a list of wealths, one for each', () => {
    const found = analysisNumber(ID, { actors: 3, wealth: [10, 500, 20], spread: 0, years: 1, activations: 0 });
    expect(found.initialWealth).toEqual([10, 500, 20]);
  });

  it('has the weak pay when a fight would cost them more', () => {
    // 1,000 against 300: a fight would cost the weak one 250, and that is what is asked for.
    const model = classic(ID, { actors: 2, wealth: [1_000, 300], spread: 0, years: 1, activations: 1, harvest: 0 });
    const first = Array.from({ length: 20 }, (_, k) => play(model, `${k}`)).find(({ events }) => events.length > 0)!;
    expect(first.events).toMatchObject([{ kind: 'tribute', who: ['A2'], to: 'A1', paid: 250, by: 'tribute-model' }]);
    expect(analysisOf(first)).toMatchObject({ wealth: [1_250, 50], payments: 1, fights: 0, meanCommitment: 0.1 });
    const [event] = first.events;
    expect(event!.score).toBeCloseTo(((1_000 - 300) / 1_000) * 250, 9);
    expect(event!.because.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(event!.score!, 9);
  });

  it('has them fight when it would not', () => {
    const model = classic(ID, { actors: 2, wealth: [400, 300], spread: 0, years: 1, activations: 1, harvest: 0 });
    const first = Array.from({ length: 20 }, (_, k) => play(model, `${k}`)).find(({ events }) => events.length > 0)!;
    expect(first.events).toMatchObject([{ kind: 'fought', who: ['A1'], against: ['A2'], losses: 175 }]);
    expect(analysisOf(first)).toMatchObject({ wealth: [325, 200], payments: 0, fights: 1, meanCommitment: 0 });
  });

  it('names as next best whom the leader would have asked otherwise', () => {
    const { events } = play(classic(ID, { years: 200 }), 'next');
    const asked = events.filter(({ runnerUp }) => runnerUp);
    expect(asked.length).toBeGreaterThan(50);
    for (const { score, runnerUp } of asked) expect(runnerUp!.score).toBeLessThanOrEqual(score! * (1 + 1e-12));
  });

  it('never settles: there is fighting in the last quarter of most runs', () => {
    const late = Array.from({ length: 20 }, (_, k) =>
      play(classic(ID), `late-${k}`).events.some(({ kind, tick: at }) => kind === 'fought' && at >= 750),
    );
    expect(late.filter(Boolean).length).toBeGreaterThanOrEqual(18);
  });

  it('does not foretell who ends up rich by who starts so', () => {
    const found = Array.from({ length: 120 }, (_, k) => analysisNumber(ID, {}, `rank-${k}`).persistence as number);
    const mean = found.reduce((sum, rho) => sum + rho, 0) / found.length;
    expect(Math.abs(mean)).toBeLessThan(0.2);
  });
});

describe('a run of the tribute model', () => {
  const model = classic(ID, { years: 120 });

  it('is the same whether anybody listens or not', () => {
    const loud = play(model, 'same');
    const course = begin(model, 'same', []);
    const world = start(model);
    for (let t = 0; t < 120; t++) {
      tick(course, world);
      expect([...digest(world)]).toEqual([...loud.digests.slice(2 * t, 2 * t + 2)]);
    }
  });

  it('is entered at any tick as it was left there', () => {
    const history = play(model, 'enter');
    for (const t of [1, 7, 48, 119, 120])
      expect([...digest(seek(history, t))]).toEqual([...history.digests.slice(2 * t - 2, 2 * t)]);
  });

  const flood: Intervention = {
    tick: 30,
    kind: 'shock',
    shock: {
      id: 'flood',
      name: 'Flood',
      family: 'disaster',
      expost: false,
      changes: [
        {
          target: { actors: ['A1', 'A2'] },
          field: 'resources.wealth',
          operation: 'scale',
          amount: 0.5,
          duration: null,
          halfLife: 0,
        },
      ],
    },
  };
  const scandal: Intervention = { tick: 40, kind: 'set', path: 'dyads.A3.A4.relational', value: 0.37 };
  const gift: Intervention = { tick: 50, kind: 'set', path: 'actors.A5.resources.wealth', value: 9_000 };

  it('with what people placed goes on from a fork as the straight run does, digests included', () => {
    const straight = play(model, 'fork', [flood, scandal, gift]);
    for (const t of [20, 31, 45, 60]) {
      const placed = [flood, scandal, gift];
      const parent = play(
        model,
        'fork',
        placed.filter(({ tick: at }) => at < t),
      );
      const child = fork(
        parent,
        t,
        placed.filter(({ tick: at }) => at >= t),
      );
      child.advance(Infinity);
      expect(divergence(straight, child.history)).toBeNull();
    }
    expect(digestsOf(straight)).not.toEqual(digestsOf(play(model, 'fork')));
  });

  it('takes a commitment that was changed from outside to the nearest tenth', () => {
    const history = play(classic(ID, { years: 41, activations: 0 }), '1', [scandal]);
    expect(seek(history, 41).columns.relational[2 * 10 + 3]).toBe(Math.fround(0.4));
  });

  it.each([
    [{ actors: 0 }, 'parameters.actors: expected a whole number from 1 to 200, got 0'],
    [{ years: 0 }, 'parameters.years: expected a whole number from 1 to 20000, got 0'],
    [{ activations: 1.5 }, 'parameters.activations: expected a whole number from 0 to 20, got 1.5'],
    [{ demand: -1 }, 'parameters.demand: expected a number from 0 to 1000000, got -1'],
    [{ actors: 4, wealth: [1, 2] }, 'wealth'],
  ])('refuses %j by its name', (given, sentence) => {
    expect(() => classic(ID, given)).toThrow(sentence);
  });
});
