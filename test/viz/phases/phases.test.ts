import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { createFirstSteps, firstStepsOf } from '../../../viz/first-steps/first-steps.ts';
import { speak } from '../../../viz/i18n/index.ts';
import { apart, movesOf, spokenPhase } from '../../../viz/phases/movers.ts';
import { alliancesAt, eventsAt, figuresAt, nextTickWithEvents } from '../../../viz/run-view/moment.ts';
import { runAfterPhase } from '../../../viz/run-view/phase-end.ts';
import { type RunView, toRunView } from '../../../viz/run-view/run-view.ts';
import { KEY_COMMANDS } from '../../../viz/shell/commands.ts';
import { commandFor } from '../../../viz/shell/listen-to-keys.ts';
import { createSlices, type Slices } from '../../../viz/shell/slices.tsx';
import { playbackClock } from '../../../viz/timeline/playback-clock.ts';
import { replay, setting } from '../run-view/replay-builder.ts';
import { engineOf, sessionOf } from '../store/session-builder.ts';

const SCENARIO = 'europe-1879-1914';
const session = sessionOf();
let slices: Slices;
let run: RunView;
beforeAll(async () => {
  slices = createSlices(engineOf(scenarios, session));
  await slices.run.start(SCENARIO, '7', 56);
  run = slices.run.shown.value!;
});
afterEach(async () => {
  slices.playback.go(56);
  await speak('en');
});

const place = (): string => {
  const open = slices.phases.open.value;
  const step = slices.phases.step.value;
  return open ? `${slices.playback.tick.value} ${step?.phase ?? '–'} ${open.at}` : `${slices.playback.tick.value}`;
};
const walked = async (...by: (1 | -1)[]): Promise<string[]> => {
  const places: string[] = [];
  for (const one of by) {
    await slices.phases.walk(one);
    places.push(place());
  }
  return places;
};

describe('a walk through the phases', () => {
  it('goes on from the end of a tick into the next, and back the same way', async () => {
    expect(await walked(1, 1, 1)).toEqual(['57 shock 0', '57 perceive 1', '57 contribute 2']);
    expect(await walked(-1, -1, -1)).toEqual(['57 perceive 1', '57 shock 0', '56 grow 8']);
    expect(await walked(1)).toEqual(['57 shock 0']);
  });

  it('begins backwards with the last phase of the tick on show', async () => {
    expect(await walked(-1, -1)).toEqual(['56 grow 8', '56 realign 7']);
  });

  it('stops at both ends of the run', async () => {
    slices.playback.go(0);
    const first = (await session.phases(0)).steps.length;
    expect(await walked(...Array.from({ length: first }, () => -1 as const))).toHaveLength(first);
    expect(await walked(-1)).toEqual([place()]);
    expect(slices.phases.open.value?.at).toBe(0);
    slices.playback.go(run.ticks - 1);
    expect(await walked(1)).toEqual([`${run.ticks - 1}`]);
  });

  it('takes presses that come faster than the engine, one after the other', async () => {
    await Promise.all([slices.phases.walk(1), slices.phases.walk(1), slices.phases.walk(1)]);
    expect(place()).toBe('57 contribute 2');
  });

  it.each<[string, () => void]>([
    ['a step', () => slices.playback.step(1)],
    ['a step onto the same tick', () => slices.playback.step(0)],
    ['a jump', () => slices.playback.jump(1)],
    ['a drag', () => slices.playback.go(70)],
    ['the button', () => slices.phases.leave()],
  ])('is left by %s', async (_, leave) => {
    await slices.phases.walk(1);
    leave();
    expect(slices.phases.step.value).toBeUndefined();
    slices.playback.go(57);
    expect(slices.phases.open.value).toBeUndefined();
    expect(slices.phases.seen.value).toBe(run);
  });

  it('stops the playing, and nothing opens under what plays', async () => {
    slices.playback.playing.value = true;
    const walk = slices.phases.walk(1);
    expect(slices.playback.playing.value).toBe(false);
    slices.playback.playing.value = true;
    await walk;
    expect(slices.phases.open.value).toBeUndefined();
    slices.playback.playing.value = false;
  });

  it('is opened and closed where one is', async () => {
    await slices.phases.toggle();
    expect(place()).toBe('56 shock 0');
    slices.phases.show(3);
    expect(place()).toBe('56 produce 3');
    slices.phases.show(99);
    expect(place()).toBe('56 produce 3');
    await slices.phases.toggle();
    expect(place()).toBe('56');
  });
});

describe('a picture of a phase', () => {
  /** Alliances and members as a picture has them. */
  const drawn = (of: RunView, tick: number): string[] =>
    alliancesAt(of, tick)
      .map(({ alliance, members }) => `${alliance.id}: ${[...members].sort((a, b) => a - b)}`)
      .sort();
  const turns = () =>
    run.turningPoints.filter((turn) => eventsAt(run.events, turn).some(({ kind }) => kind === 'founded'));

  it('has the alliances and the figures that the engine then had', async () => {
    expect(turns().length).toBeGreaterThan(3);
    for (const turn of turns().slice(0, 6)) {
      const { steps } = await session.phases(turn);
      for (const step of steps) {
        const told = runAfterPhase(run, turn, step);
        const known = new Set(run.alliances.map(({ id }) => id));
        const wanted = step.frame.alliances
          .filter(({ id }) => known.has(id))
          .map(({ id, members }) => {
            const actors = members.map(({ actor }) => run.indexOf.get(actor)!);
            return `${id}: ${actors.sort((a, b) => a - b)}`;
          });
        expect(drawn(told, turn)).toEqual(wanted.sort());
        expect(figuresAt(told, 'strength', turn)).toEqual(step.actors.subarray(0, run.actors.length));
      }
    }
  });

  it('is at the last phase the picture of the tick, and at the first that of the tick before', async () => {
    const [turn] = turns().filter((tick) => tick > 2);
    const { steps } = await session.phases(turn!);
    expect(drawn(runAfterPhase(run, turn!, steps.at(-1)!), turn!)).toEqual(drawn(run, turn!));
    const before = runAfterPhase(run, turn!, steps[0]!);
    expect(drawn(before, turn!)).toEqual(drawn(run, turn! - 1));
    expect(drawn(before, turn!)).not.toEqual(drawn(run, turn!));
    // Every other tick is as it was.
    for (const other of [turn! - 1, turn! + 1, 100]) expect(drawn(before, other)).toEqual(drawn(run, other));
    expect(before.alliances.map(({ letter, hue }) => `${letter}${hue}`)).toEqual(
      run.alliances.map(({ letter, hue }) => `${letter}${hue}`),
    );
  });
});

describe('a move', () => {
  it.each<[number, number, [string, string] | undefined]>([
    [0.1342, 0.134, ['0.1342', '0.1340']],
    [0, 0.25, ['0.000', '0.250']],
    [3, 4, ['3', '4']],
    [1234, 1234.25, ['1,234.0', '1,234.3']],
    [-0.5, 0.5, ['−0.500', '0.500']],
    [0.5, 0.5 + 1e-12, undefined],
    [0.00001234, 0.00002, ['0.0000123', '0.0000200']],
  ])('from %d to %d is told with as many figures as tell them apart', (before, after, told) => {
    expect(apart(before, after)).toEqual(told);
  });

  it('is told in words, in both languages', async () => {
    const { steps, order } = await session.phases(57);
    const step = steps.find(({ phase }) => phase === 'contribute')!;
    expect(movesOf(step).map(({ label }) => label)).toEqual(['Effort, total']);
    expect(spokenPhase(run, step, order)).toMatch(/^After contributing, 3 of 9\. Effort, total from [\d.]+ to [\d.]+$/);
    await speak('es');
    expect(spokenPhase(run, step, order)).toMatch(/^Tras contribuir, 3 de 9\. Esfuerzo, total de [\d,]+ a [\d,]+$/);
  });

  it('has a name for every figure and phase that the engine tells', async () => {
    const { PHASE_FIGURES, ACTING } = await import('../../../sim/results/phases.ts');
    const { ACTOR_SERIES } = await import('../../../sim/history/series.ts');
    const { english } = await import('../../../viz/i18n/en/index.ts');
    for (const name of PHASE_FIGURES) expect(english).toHaveProperty([`phases.figure-${name}`]);
    for (const name of ACTOR_SERIES) expect(english).toHaveProperty([`phases.of-${name}`]);
    for (const phase of ACTING)
      for (const area of ['name', 'after', 'does']) expect(english).toHaveProperty([`phases.${area}-${phase}`]);
  });
});

describe('what is quiet', () => {
  it('is passed over to the next news, and at the end to the end', () => {
    for (let tick = 0; tick < run.ticks; tick++) {
      const next = nextTickWithEvents(run, tick);
      expect(next).toBe(run.news.find((event) => event.tick > tick)?.tick ?? run.ticks - 1);
      if (tick < run.ticks - 1) expect(next).toBeGreaterThan(tick);
    }
  });
});

describe('the metronome', () => {
  const gaps = fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { maxLength: 200 });

  it('never drifts, however late the frames come', () => {
    fc.assert(
      fc.property(gaps, fc.double({ min: 0.5, max: 32, noNaN: true }), (waits, rate) => {
        const due = playbackClock(rate, 5);
        let now = 5;
        let beats = 0;
        for (const wait of waits) beats += due((now += wait));
        const wanted = ((now - 5) * rate) / 1000;
        expect(Math.abs(beats - wanted)).toBeLessThan(1 + 1e-6);
        expect(beats).toBeLessThanOrEqual(wanted + 1e-6);
      }),
      { seed: 1 },
    );
  });

  it('does not make up for the time a page was away, nor run back with a clock', () => {
    const due = playbackClock(4, 0);
    expect(due(60_000)).toBe(4);
    expect(due(59_000)).toBe(0);
    expect(due(59_250)).toBe(1);
  });
});

describe('the keys', () => {
  const does = (key: string, shiftKey = false) => commandFor({ key, shiftKey })?.key?.does?.();
  it.each([
    ['ArrowRight', false, 'one tick on'],
    ['ArrowRight', true, 'one phase on, inside a tick'],
    ['ArrowLeft', true, 'one phase back, inside a tick'],
    ['[', true, 'previous event'],
    ['?', true, 'this help'],
    ['N', true, 'show the network'],
    ['m', false, 'show the matrix'],
    ['PageUp', false, 'ten ticks back'],
    ['x', false, undefined],
  ])('%s with Shift %s: %s', (key, shift, says) => {
    expect(does(key, shift)).toBe(says);
  });

  it('are told apart', () => {
    const named = KEY_COMMANDS.flatMap(({ key }) => key!.names.map((name) => `${key!.shift ?? false} ${name}`));
    expect(new Set(named).size).toBe(named.length);
  });

  it('do what there is something to do for', () => {
    const applies = (key: string) => commandFor({ key, shiftKey: false })!.applies!(slices);
    expect(['c', 'n', 'm', 'b', 'f', 's'].map(applies)).toEqual([false, true, true, true, false, false]);
  });

  it('set the speed, each its own, and the help tells of them in one row', () => {
    const { speed } = slices.playback;
    for (const [key, value] of [
      ['4', 4],
      ['1', 0.5],
      ['2', 1],
    ] as const) {
      commandFor({ key, shiftKey: false })!.act(slices);
      expect(speed.value).toBe(value);
    }
    expect(KEY_COMMANDS.filter(({ key }) => key?.shown?.() === '1 – 4')).toHaveLength(1);
  });
});

describe('the first steps', () => {
  it('are those that the run has room for', () => {
    const told = toRunView(setting, replay());
    expect(firstStepsOf(told)).toEqual(['play', 'why', 'branch']);
    expect(firstStepsOf({ ...told, news: [] })).toEqual(['play', 'branch']);
    expect(firstStepsOf({ ...told, timeless: true, news: [] })).toEqual([]);
  });

  it('go on one by one, end for good, and come again when asked for', () => {
    const firstSteps = createFirstSteps();
    expect(firstSteps.done.value).toBe(0);
    firstSteps.pass('play');
    firstSteps.pass('play');
    expect(firstSteps.done.value).toBe(1);
    firstSteps.pass('branch');
    expect(firstSteps.done.value).toBe(3);
    firstSteps.again();
    expect(firstSteps.done.value).toBe(0);
  });
});
