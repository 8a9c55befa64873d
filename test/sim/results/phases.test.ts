import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { digestsOf } from '../../../sim/history/digest-comparison.ts';
import { fork } from '../../../sim/history/fork.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { ACTOR_SERIES } from '../../../sim/history/series.ts';
import { ACTING, PHASE_FIGURES, phases } from '../../../sim/results/phases.ts';
import { frame } from '../../../sim/results/replay.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import { always, cases } from '../arbitrary.ts';
import { actor, model, only, without } from '../builders.ts';

/** All that walking through a tick promises, whatever the world. */
function walksTruly(history: History, t: number): void {
  const digests = digestsOf(history);
  const { tick, steps, digest } = phases(history, t);
  expect(tick).toBe(t);
  expect(digest).toBe(digests[t]);
  const named = steps.map(({ phase }) => ACTING.indexOf(phase));
  expect(named).toEqual([...new Set(named)].sort((a, b) => a - b));
  expect(named).not.toContain(-1);
  expect(steps.flatMap(({ events }) => events)).toEqual(
    history.events.filter((event) => event.tick === t && event.by !== 'metrics'),
  );
  const phaseOf = new Map(history.model.mechanisms.map(({ mechanism: { name, phase } }) => [name, phase]));
  // Of a decision to which nothing happened the last phase says so; who enters and leaves the world does so before the first.
  for (const { phase, events } of steps)
    for (const { by, kind } of events)
      if (by === 'existence') expect(phase).toBe(steps[0]!.phase);
      else
        expect(kind === 'no-occasion' && phase === named.map((k) => ACTING[k]).at(-1) ? phase : phaseOf.get(by)).toBe(
          phase,
        );
  // What one phase left is where the next begins.
  for (const name of PHASE_FIGURES) {
    const moves = steps.flatMap(({ figures }) => figures.filter((figure) => figure.name === name));
    for (let k = 1; k < moves.length; k++) expect(moves[k]!.before).toBe(moves[k - 1]!.after);
  }
  const last = steps.at(-1);
  if (!last) return;
  const end = seek(history, t + 1);
  const { alliances, trust, hostility, tick: at } = frame(history, end);
  expect(last.frame).toMatchObject({ tick: at, alliances });
  expect(last.frame.trust).toEqual(trust);
  expect(last.frame.hostility).toEqual(hostility);
  const { strength, rate, threat, welfare, standing } = end.columns;
  const columns = [strength, rate, threat, welfare, standing].flatMap((column) => [...column]);
  expect(last.actors).toEqual(Float32Array.from(columns));
}

const bundled = Object.entries(scenarios).map(([id, raw]) => {
  const checked = check(raw);
  if ('faults' in checked) throw new Error(`${id} has faults`);
  const of = load(checked.value);
  return [id, play(of, '1', [], { ticks: Math.min(checked.value.time.ticks, 80) })] as const;
});

describe('a tick walked through phase by phase', () => {
  it.each(bundled.filter(([, { ticks }]) => ticks > 0))('ends where the run did: %s', (_, history) => {
    const digests = digestsOf(history);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: history.ticks - 1 }), (t) => walksTruly(history, t)),
      { numRuns: 12, seed: 1 },
    );
    expect(digestsOf(history)).toEqual(digests);
  });

  it('ends where the run did, in any world with any interventions', () => {
    always(
      cases({ actors: 10, ticks: 40 }),
      ({ scenario, seed, interventions }) => {
        const history = play(load(scenario), seed, interventions);
        for (let t = 0; t < history.ticks; t += 7) walksTruly(history, t);
      },
      20,
    );
  });

  it('ends where the branch did, before and after the fork', () => {
    const [, history] = bundled.find(([id]) => id === 'europe-1879-1914')!;
    const change: Intervention = { kind: 'set', tick: 30, path: 'actors.GER.autonomy', value: 0 };
    const branch = fork(history, 30, [change], { ticks: history.ticks });
    branch.advance(Infinity);
    for (const t of [3, 29, 30, 31, 60]) {
      walksTruly(branch.history, t);
      walksTruly(history, t);
    }
    expect(phases(branch.history, 30).steps[0]!.phase).toBe('shock');
    expect(phases(branch.history, 30).steps[0]!.events.map(({ kind }) => kind)).toContain('intervention');
  });

  it('tells the events that a full run no longer keeps', () => {
    const [, history] = bundled.find(([id]) => id === 'europe-1879-1914')!;
    const eventful = history.events.at(-1)!.tick;
    const short = play(history.model, '1', [], { ticks: history.ticks, caps: { events: 0 } });
    expect(phases(short, eventful).steps).toEqual(phases(history, eventful).steps);
  });
});

describe('a phase', () => {
  const of = (mechanisms: Parameters<typeof only>[0]) =>
    model({ ticks: 3, actors: [actor('A'), actor('B')], mechanisms });

  it('that did nothing is left out', () => {
    const quiet = play(of(only({ perceive: [{ name: 'observation' }] })), '1');
    expect(phases(quiet, 0).steps.map(({ phase }) => phase)).toEqual(['perceive']);
    expect(phases(play(of(only({})), '1'), 0).steps).toEqual([]);
    expect(phases(play(of(without('grow')), '1'), 1).steps.map(({ phase }) => phase)).not.toContain('grow');
  });

  it('says what it moved, and who moved most', () => {
    const [, history] = bundled.find(([id]) => id === 'europe-1879-1914')!;
    const t = 40;
    const { steps } = phases(history, t);
    const [before, after] = [t, t + 1].map((at) => [...seek(history, at).columns.rate]) as [number[], number[]];
    const mean = (rates: number[]): number => rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const moves = steps.flatMap(({ figures }) => figures.filter(({ name }) => name === 'effortRate'));
    expect(moves[0]!.before).toBe(mean(before));
    expect(moves.at(-1)!.after).toBe(mean(after));
    const [first] = steps.filter(({ figures }) => figures.some(({ name }) => name === 'effortRate'));
    const rates = [...first!.actors.subarray(before.length, 2 * before.length)];
    const moved = rates.map((rate, i) => Math.abs(rate - Math.fround(before[i]!)));
    const most = moved.indexOf(Math.max(...moved));
    expect(first!.movers).toContainEqual({
      figure: 'effortRate',
      actor: history.model.ids[most],
      before: Math.fround(before[most]!),
      after: rates[most],
    });
    for (const { figure } of first!.movers) expect(ACTOR_SERIES).toContain(figure);
  });

  it.each([-1, 3, 1.5, Number.NaN])('is not to be had of tick %s of three', (t) => {
    expect(() => phases(play(of(without('grow')), '1'), t)).toThrow(RangeError);
  });
});
