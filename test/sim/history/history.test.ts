import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histories as scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import type { Event } from '../../../sim/engine/event.ts';
import { load } from '../../../sim/engine/load.ts';
import type { Model } from '../../../sim/engine/model.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import { openChronicle, recordEvent } from '../../../sim/history/chronicle.ts';
import { digestsOf, divergence, finalDigest, fork, type History, seek } from '../../../sim/history/history.ts';
import { play, record } from '../../../sim/history/record.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import { bytesOf } from '../../../sim/world/columns.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { restore, type Snapshot, snapshot, type World } from '../../../sim/world/world.ts';
import { always, type Case, cases } from '../arbitrary.ts';
import { actor, model as byHand, withMechanism } from '../builders.ts';

/** All that a state is, to be held against another; bytes as text, since NaN and −0 count too. */
const stateOf = (world: World) => ({
  tick: world.tick,
  numbers: Buffer.from(world.buffer).toString('base64'),
  alliances: world.alliances,
  residues: world.residues,
  parameters: world.parameters,
  founded: world.founded,
  cancelled: world.cancelled,
  bonds: Buffer.from(world.derived.bonds).toString('base64'),
  treaties: world.derived.treaties,
  affinity: Buffer.from(world.derived.affinity.slice().buffer).toString('base64'),
  deeds: world.derived.deeds,
  comrades: world.derived.winningSides,
  grievances: world.grievances,
});

/** The straight run, every state of it kept. */
function straight(of: Model, seed: string, interventions: readonly Intervention[], ticks: number) {
  const world = start(of);
  const course = begin(of, seed, interventions, () => {});
  const states: Snapshot[] = [snapshot(world)];
  while (world.tick < ticks) {
    tick(course, world);
    states.push(snapshot(world));
  }
  return { states, course };
}

const at = (of: Model, state: Snapshot): World => {
  const world = start(of);
  restore(world, state);
  return world;
};

const bundled = Object.entries(scenarios).map(([id, raw]) => {
  const checked = check(raw);
  if ('faults' in checked) throw new Error(`${id} has faults`);
  return [id, { scenario: checked.value, seed: '1', interventions: [] }] as [string, Case];
});

/** Runs the same story over any world and over those in the box. */
function everywhere(title: string, property: (world: Case) => void, runs = 60, size = { actors: 12, ticks: 60 }): void {
  it(`${title}: any world`, () => {
    always(cases(size), property, runs);
  });
  it.each(bundled)(`${title}: %s`, (_, world) => property(world));
}

describe('a run', () => {
  everywhere('is the same whenever scenario, seed and interventions are', ({ scenario, seed, interventions }) => {
    const one = play(load(scenario), seed, interventions);
    const other = play(load(JSON.parse(JSON.stringify(scenario))), seed, structuredClone(interventions));
    expect(digestsOf(other)).toEqual(digestsOf(one));
    expect(other.events).toEqual(one.events);
    expect(divergence(one, other)).toBeNull();
    expect(finalDigest(one)).toBe(one.ticks > 0 ? digestsOf(one).at(-1) : finalDigest(other));
  });

  it.each(bundled)('differs under another seed: %s', (_, { scenario }) => {
    const of = load(scenario);
    expect(divergence(play(of, '1'), play(of, '2'))).toBe(0);
    expect(divergence(play(of, '1'), play(of, '1 '))).toBe(0);
  });

  everywhere('goes on from any of its states as it went', ({ scenario, seed, interventions }) => {
    const of = load(scenario);
    const ticks = Math.min(scenario.time.ticks, 90);
    const { states, course } = straight(of, seed, interventions, ticks);
    for (let t = 0; t < ticks; t++) {
      const world = at(of, states[t]!);
      tick(course, world);
      expect(digest(world)).toEqual(digest(at(of, states[t + 1]!)));
    }
  });

  everywhere('is entered at any tick as it was left there', ({ scenario, seed, interventions }) => {
    const of = load(scenario);
    const history = play(of, seed, interventions);
    const world = start(of);
    const course = begin(of, seed, interventions, () => {});
    const stride = Math.max(1, Math.floor(history.ticks / 12));
    for (let t = 0; t <= history.ticks; t++) {
      if (t % stride === 0 || t === history.ticks) expect(stateOf(seek(history, t))).toEqual(stateOf(world));
      if (t < history.ticks) tick(course, world);
    }
  });

  everywhere('tells in its events who was allied with whom at every tick', ({ scenario, seed, interventions }) => {
    const of = load(scenario);
    const world = start(of);
    const events: Event[] = [];
    const course = begin(of, seed, interventions, (event) => events.push(event));
    const chronicle = openChronicle(of);
    let written = 0;
    while (world.tick < Math.min(150, scenario.time.ticks)) {
      tick(course, world);
      while (written < events.length) recordEvent(chronicle, events[written++]!);
      const standing = world.alliances.map(({ id, members }) => [id, members.map((m) => of.ids[m.actor]!).sort()]);
      const recorded = chronicle.alliances
        .filter(({ ended }) => ended === null)
        .map(({ id, spans }) => [
          id,
          spans
            .filter(({ to }) => to === null)
            .map((span) => span.actor)
            .sort(),
        ]);
      expect(recorded.sort()).toEqual(standing.sort());
    }
  });

  everywhere(
    'does not notice a mechanism that does nothing but draw',
    ({ scenario, seed, interventions }) => {
      const of = load(scenario);
      let drawn = 0;
      let idle = of;
      for (const phase of ['shock', 'crisis', 'measure'] as const)
        idle = withMechanism(idle, phase, `idle-${phase}`, (_, context) => {
          for (let k = 0; k < 5; k++) drawn += context.random().uniform();
        });
      const disturbed = play(idle, seed, interventions);
      expect(drawn > 0).toBe(disturbed.ticks > 0);
      const undisturbed = play(of, seed, interventions);
      expect(divergence(undisturbed, disturbed)).toBeNull();
      expect(disturbed.events).toEqual(undisturbed.events);
    },
    25,
  );

  everywhere(
    'gives each mechanism its own luck, however much another draws',
    ({ scenario, seed, interventions }) => {
      const of = load(scenario);
      const greedy = { ...of, mechanisms: of.mechanisms.map((rule) => drawingMore(rule)) };
      expect(divergence(play(of, seed, interventions), play(greedy, seed, interventions))).toBeNull();
    },
    25,
  );
});

/** The same mechanism, but it goes on drawing when its work is done. */
function drawingMore(rule: Model['mechanisms'][number]): Model['mechanisms'][number] {
  const { mechanism } = rule;
  return {
    ...rule,
    mechanism: {
      ...mechanism,
      step(world, context) {
        mechanism.step(world, context);
        for (let k = 0; k < 3; k++) context.random().uniform();
      },
    },
  };
}

const meddling = (of: Model, tickAt: number): Intervention[] => [
  { kind: 'set', tick: tickAt, path: `actors.${of.ids[0]}.autonomy`, value: of.start.tick + 0.123456 },
];

describe('a fork', () => {
  everywhere(
    'without interventions is its parent',
    ({ scenario, seed, interventions }) => {
      const parent = play(load(scenario), seed, interventions);
      for (const t of [0, Math.floor(parent.ticks / 2), parent.ticks]) {
        const run = fork(parent, t, []);
        run.advance(Infinity);
        expect(divergence(parent, run.history)).toBeNull();
        expect(run.history.events).toEqual(parent.events);
        expect(run.history.happened).toBe(parent.happened);
        expect(run.history.chronicle).toEqual(parent.chronicle);
        expect(run.history.series).toEqual(parent.series);
      }
    },
    25,
  );

  everywhere(
    'differs from its parent from its tick on and not before, and names that tick',
    (world) => {
      const { scenario, seed, interventions } = world;
      fc.pre(scenario.time.ticks >= 2);
      const of = load(scenario);
      const parent = play(of, seed, interventions);
      const t = Math.floor(parent.ticks / 2);
      const run = fork(parent, t, meddling(of, t));
      run.advance(Infinity);
      expect(divergence(parent, run.history)).toBe(t);
      expect(run.history.events.filter((event) => event.tick < t)).toEqual(
        parent.events.filter((event) => event.tick < t),
      );
      expect(stateOf(seek(run.history, t))).toEqual(stateOf(seek(parent, t)));
      for (const early of [0, t - 1]) expect(stateOf(seek(run.history, early))).toEqual(stateOf(seek(parent, early)));
      // It is the run of both lists of interventions.
      const whole = play(of, seed, [...interventions, ...meddling(of, t)]);
      expect(digestsOf(run.history)).toEqual(digestsOf(whole));
      expect(run.history.chronicle).toEqual(whole.chronicle);
    },
    25,
  );

  everywhere(
    'may be forked again, and be longer than its parent',
    ({ scenario, seed, interventions }) => {
      const of = load(scenario);
      const half = Math.ceil(scenario.time.ticks / 2);
      const early = interventions.filter(({ tick: when }) => when < half);
      const parent = play(of, seed, early, { ticks: half });
      const child = fork(parent, half, meddling(of, half), { ticks: half + 10 });
      child.advance(Infinity);
      const grandchild = fork(child.history, Math.floor(half / 2), [], { ticks: half + 20 });
      grandchild.advance(Infinity);
      const whole = play(of, seed, [...early, ...meddling(of, half)], { ticks: half + 20 });
      expect(digestsOf(grandchild.history)).toEqual(digestsOf(whole));
      for (let t = 0; t <= half + 20; t += 7)
        expect(stateOf(seek(grandchild.history, t))).toEqual(stateOf(seek(whole, t)));
    },
    25,
  );

  it('takes no intervention that lies before it', () => {
    const of = byHand({ actors: [actor('a'), actor('b')] });
    const parent = play(of, '1');
    expect(() => fork(parent, 5, meddling(of, 4))).toThrow('an intervention at tick 4 lies before the fork at 5');
    expect(() => seek(parent, 41)).toThrow('tick 41 is outside this history (0 to 40)');
    expect(() => seek(parent, 1.5)).toThrow(RangeError);
    expect(() => fork(parent, -1, [])).toThrow(RangeError);
  });
});

const europe = load(bundled.find(([id]) => id === 'europe-1879-1914')![1].scenario);

describe('a long run', () => {
  it('is entered and forked as well when its events went to the sink', () => {
    const sunk: Event[] = [];
    const caps = { events: 20 };
    const short = play(europe, '1', [], { caps, sink: (event) => sunk.push(event) });
    const whole = play(europe, '1');
    expect(short.events).toHaveLength(20);
    expect([...short.events, ...sunk]).toEqual(whole.events);
    expect(short.happened).toBe(whole.happened);
    expect(short.chronicle).toEqual(whole.chronicle);
    for (const t of [0, 10, 60, 144]) {
      const run = fork(short, t, []);
      run.advance(Infinity);
      expect(run.history.chronicle).toEqual(whole.chronicle);
      expect(run.history.happened).toBe(whole.happened);
      expect(run.history.events).toEqual(whole.events);
      expect(divergence(whole, run.history)).toBeNull();
    }
  });

  it('keeps no more keyframes than its cap, evenly spread, and is entered anywhere from them', () => {
    for (const keyframes of [2, 3, 8]) {
      const run = record(europe, '1', [], { ticks: 1_500, caps: { keyframes } });
      let most = 0;
      while (run.advance(1)) most = Math.max(most, run.history.keyframes.length);
      expect(most).toBeLessThanOrEqual(keyframes);
      const ticks = run.history.keyframes.map(({ tick: when }) => when);
      expect(ticks).toEqual(ticks.map((_, k) => k * run.history.keyframeEvery));
      expect(ticks.at(-1)! + run.history.keyframeEvery).toBeGreaterThan(1_500 - run.history.keyframeEvery);
      for (const t of [1, 777, 1_499]) expect(digest(seek(run.history, t)).join()).toBe(digestAt(run.history, t));
    }
  });

  it('keeps its keyframes within their bytes', () => {
    const bytes = bytesOf(europe.shape);
    const history = play(europe, '1', [], { ticks: 600, caps: { keyframeBytes: 5 * bytes } });
    expect(history.keyframes.length).toBeLessThanOrEqual(5);
    expect(history.keyframes.length).toBeGreaterThan(1);
  });

  it('thins its series to every other sample, each still the one of its tick', () => {
    const of = byHand({ actors: [actor('a', { strategy: 'free-rider' }), actor('b')], ticks: 10_000 });
    const history = play(of, '1');
    const { series } = history;
    expect(series.samples).toBeLessThanOrEqual(4_096);
    expect(series.stride).toBe(4);
    expect(series.samples).toBe(Math.floor(10_000 / series.stride) + 1);
    const width = series.actors.length / (series.world.length / history.model.start.tick || 4_096) || 1;
    expect(width).toBeGreaterThan(0);
    for (const s of [0, 1, 100, 2_500]) {
      const { strength } = seek(history, s * series.stride).columns;
      const row = series.actors.subarray(s * 5 * 2, s * 5 * 2 + 2);
      expect([...row]).toEqual([...Float32Array.from(strength)]);
    }
  });

  // The full hundred thousand ticks at ten actors are in the benchmark; here the bytes of a tenth against those of a fifth.
  it('takes no more memory for twice the ticks, digests apart', () => {
    const caps = { events: 500, keyframes: 16 };
    const once = play(europe, '1', [], { ticks: 5_000, caps });
    const twice = play(europe, '1', [], { ticks: 10_000, caps });
    expect(twice.happened).toBeGreaterThan(once.happened);
    expect(twice.events).toHaveLength(500);
    expect(bytesHeld(twice)).toBeLessThanOrEqual(1.2 * bytesHeld(once));
    expect(twice.digests.byteLength).toBe(10_000 * 8);
  });

  it('of no tick at all has a state, a digest and a sample, and can be forked', () => {
    const history = play(europe, '1', [], { ticks: 0 });
    expect(history.ticks).toBe(0);
    expect(digestsOf(history)).toEqual([]);
    expect(finalDigest(history)).toMatch(/^[0-9a-f]{16}$/);
    expect(stateOf(seek(history, 0))).toEqual(stateOf(start(europe)));
    expect(history.series.samples).toBe(1);
    expect(divergence(history, play(europe, '2', [], { ticks: 0 }))).toBeNull();
    const run = fork(history, 0, [], { ticks: 5 });
    run.advance(Infinity);
    expect(divergence(run.history, play(europe, '1', [], { ticks: 5 }))).toBeNull();
  });

  it('differs from a shorter one first where the shorter ends', () => {
    expect(divergence(play(europe, '1', [], { ticks: 7 }), play(europe, '1', [], { ticks: 9 }))).toBe(7);
  });

  it('is the same whether taken on tick by tick or all at once', () => {
    const run = record(europe, '1');
    let steps = 1;
    while (run.advance(1)) steps++;
    expect(steps).toBe(europe.scenario.time.ticks);
    expect(run.advance(1)).toBe(false);
    expect(divergence(run.history, play(europe, '1'))).toBeNull();
  });
});

const digestAt = (history: History, t: number): string => history.digests.slice(2 * t - 2, 2 * t).join();

function bytesHeld({ keyframes, series, events }: History): number {
  const frames = keyframes.reduce(
    (sum, frame) => sum + frame.buffer.byteLength + JSON.stringify(frame.alliances).length,
    0,
  );
  return frames + series.world.byteLength + series.actors.byteLength + JSON.stringify(events).length;
}
