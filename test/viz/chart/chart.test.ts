import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, faultSentence } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { play } from '../../../sim/history/record.ts';
import { type Replay, replay as replayOf } from '../../../sim/results/replay.ts';
import { summarise } from '../../../sim/results/summary.ts';
import type { View } from '../../../sim/schema/view.ts';
import { endLabels, pathOf, xOf } from '../../../viz/chart/curve.ts';
import { valueAxisOf } from '../../../viz/chart/level.ts';
import { type Chart, chartOf, type Trace } from '../../../viz/run-view/chart-data.ts';
import { listTicksOf, placeAt } from '../../../viz/run-view/list-ticks.ts';
import { figuresAt } from '../../../viz/run-view/moment.ts';
import { figureAt, readoutText } from '../../../viz/run-view/readout.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { inWords, sixFigures } from '../../../viz/run-view/words.ts';
import { spokenMoment } from '../../../viz/timeline/transport.tsx';
import { axisOf } from '../../../viz/ui/measure.ts';
import { always } from '../../sim/arbitrary.ts';
import { replay, setting, TICKS } from '../run-view/replay-builder.ts';

const look: View['look'] = ['Look here.', 'And there.'];
const told = (view: Partial<View>, analysis: Record<string, unknown>, more: Partial<Replay> = {}): Replay => ({
  ...replay(),
  view: { chart: 'lines', of: Object.keys(analysis), unit: '', look, ...view },
  analysis,
  says: { energy: 'Energy after each tick, from tick 0 on.' },
  ...more,
});
const lines = (chart: Chart | undefined) => {
  if (chart?.kind !== 'lines') throw new Error(`expected lines, got ${chart?.kind}`);
  return chart;
};
const counting = (length: number, from = 0): number[] => Array.from({ length }, (_, k) => from + k);
const model = { ...setting, kind: 'classic' };

describe('a replay', () => {
  const draft = {
    format: 'foedus-scenario/1',
    id: 'classics/by-hand',
    title: 'By hand',
    kind: 'classic',
    summary: '',
    time: { start: 0, ticks: { parameter: 'periods' }, ticksPerYear: 1 },
    resources: [{ id: 'money', name: 'Money', unit: 'coins' }],
    actors: [
      {
        id: 'A',
        name: 'Actor',
        copies: { parameter: 'endowments' },
        resources: { money: { parameter: 'endowments' } },
      },
    ],
    threats: [{ id: 'sea', name: 'The sea', strength: 1 }],
    parameters: {
      endowments: { value: [40, 20, 10], describe: 'what each has', min: 0, max: 1000 },
      periods: { value: 3, describe: 'how long', min: 1, max: 100, whole: true },
      plain: 7,
    },
    view: { chart: 'actors', of: ['strength'], look },
  };
  const run = () => {
    const checked = check(draft);
    if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
    return play(load(checked.value), '1');
  };

  it('of a blueprint says who was drawn out, with which parameters, and how to look at it', () => {
    const made = replayOf(run());
    expect(made.actors).toEqual([1, 2, 3].map((k) => ({ id: `A${k}`, name: `Actor ${k}` })));
    expect(made.threats).toEqual([{ id: 'sea', name: 'The sea' }]);
    expect(made.parameters).toEqual([
      { name: 'endowments', value: [40, 20, 10], describe: 'what each has' },
      { name: 'periods', value: 3, describe: 'how long' },
      { name: 'plain', value: 7, describe: '' },
    ]);
    expect(made.view).toEqual({ ...draft.view, unit: '' });
    expect([made.analysis, made.says]).toEqual([undefined, {}]);
    expect(toRunView(model, made).actors.map(({ name }) => name)).toEqual(['Actor 1', 'Actor 2', 'Actor 3']);
  });

  it('is told and summed up with what was found once', () => {
    const found = { energy: [1, 2] };
    expect(replayOf(run(), found).analysis).toBe(found);
    expect(summarise(run(), found).analysis).toBe(found);
    expect('analysis' in summarise(run())).toBe(false);
  });
});

describe('a list over time', () => {
  const { series } = replay();
  const long = { ticks: 1_000, series: { ...series, samples: 501, stride: 2 } } as Replay;

  it.each([
    [TICKS + 1, { first: 0, stride: 1 }],
    [TICKS, { first: 1, stride: 1 }],
    [TICKS - 1, undefined],
    [7, undefined],
  ])('is known by its length: %i', (length, pace) => {
    expect(listTicksOf(length, replay())).toEqual(pace);
  });

  it('may have been thinned as the series were', () => {
    expect(listTicksOf(1_001, long)).toEqual({ first: 0, stride: 1 });
    expect(listTicksOf(501, long)).toEqual({ first: 0, stride: 2 });
    expect(listTicksOf(500, long)).toEqual({ first: 2, stride: 2 });
    expect(placeAt(501, { first: 0, stride: 2 }, 999)).toBe(500);
    expect(placeAt(500, { first: 2, stride: 2 }, 0)).toBe(0);
    expect(placeAt(500, { first: 2, stride: 2 }, 998)).toBe(498);
  });

  it('there is none in a game of one tick', () => {
    const game = { ...replay(), ticks: 1 };
    for (const length of [1, 2, 3]) expect(listTicksOf(length, game)).toBeUndefined();
  });

  it('tells the end of a tick, with the start before it or without', () => {
    const chart = lines(chartOf(told({}, { a: counting(TICKS + 1), b: counting(TICKS, 1) })));
    for (const tick of [0, 1, 77, TICKS - 1])
      expect(chart.panes[0]!.traces.map((trace) => figureAt(trace, chart.timed, tick))).toEqual([tick + 1, tick + 1]);
  });

  it('stands in the middle of its tick, and the start at the edge', () => {
    const axis = axisOf(1_000, TICKS, 150);
    const { traces } = lines(chartOf(told({}, { a: counting(TICKS + 1), b: counting(TICKS) }))).panes[0]!;
    expect(xOf(axis, traces[0]!, true, 0)).toBe(axis.left);
    for (const tick of [0, 5, TICKS - 1]) {
      expect(xOf(axis, traces[0]!, true, tick + 1)).toBeCloseTo(axis.middle(tick), 9);
      expect(xOf(axis, traces[1]!, true, tick)).toBeCloseTo(axis.middle(tick), 9);
    }
  });
});

describe('the chart a scenario asks for', () => {
  it('is none where it asks for none', () => {
    expect(chartOf(replay())).toBeUndefined();
    const run = toRunView(setting, replay());
    expect([run.chart, run.timeless]).toEqual([undefined, false]);
  });

  it('of lines has one a list, and a level one for a figure', () => {
    const chart = lines(chartOf(told({ unit: 'energy' }, { energy: counting(TICKS + 1, -50), floor: -60 })));
    expect([chart.timed, chart.unit, chart.look]).toEqual([true, 'energy', look]);
    expect(chart.panes[0]!.traces.map(({ name, says, hue }) => [name, says, hue])).toEqual([
      ['Energy', 'Energy after each tick, from tick 0 on.', 0],
      ['Floor', '', 1],
    ]);
    expect(pathOf(chart.panes[0]!.traces[1]!, axisOf(100, TICKS, 0), { marks: [], y: () => 5 }, true)).toBe(
      'M0 5.0H100',
    );
  });

  it('of lists that are not over time counts their places', () => {
    const chart = lines(chartOf(told({}, { a: [1, 2, 3], b: counting(TICKS) })));
    expect(chart.timed).toBe(false);
    expect(chart.panes[0]!.traces.map((trace) => figureAt(trace, chart.timed, 2))).toEqual([3, 2]);
    expect(figureAt(chart.panes[0]!.traces[0]!, false, 3)).toBeNaN();
  });

  it('has a line an actor for a list of lists, by time or by actor', () => {
    const n = replay().actors.length;
    const byTime = Array.from({ length: TICKS + 1 }, (_, t) => Array.from({ length: n }, (_, i) => 100 * i + t));
    const byActor = Array.from({ length: n }, (_, i) => byTime.map((row) => row[i]!));
    for (const wealth of [byTime, byActor]) {
      const { traces } = lines(chartOf(told({}, { wealth }))).panes[0]!;
      expect(traces.map(({ name }) => name)).toEqual(replay().actors.map(({ name }) => name));
      expect(traces.map((trace) => figureAt(trace, true, 9))).toEqual(
        Array.from({ length: n }, (_, i) => 100 * i + 10),
      );
      // Seven of ten have colours: the weightiest.
      expect(traces.map(({ hue }) => hue)).toEqual([-1, -1, -1, 6, 5, 4, 3, 2, 1, 0]);
    }
  });

  it('of actors follows the series, and an actor has one colour in all of them', () => {
    const made = told({ chart: 'actors', of: ['strength', 'welfare'] }, {});
    const chart = lines(chartOf(made));
    const [strength, welfare] = chart.panes;
    expect([strength!.title, welfare!.title]).toEqual(['Strength', 'Welfare']);
    expect(welfare!.traces.map(({ hue }) => hue)).toEqual(strength!.traces.map(({ hue }) => hue));
    const run = toRunView(setting, made);
    for (const tick of [0, 50, TICKS - 1])
      expect(strength!.traces.map((trace) => figureAt(trace, true, tick))).toEqual([
        ...figuresAt(run, 'strength', tick),
      ]);
  });

  it('of actors leaves out a start at which there was nothing yet', () => {
    const made = told({ chart: 'actors', of: ['threat'] }, {});
    made.series.actors.fill(0, 2 * made.actors.length, 3 * made.actors.length);
    const [pane] = lines(chartOf(made)).panes;
    expect(pane!.traces[0]!.pace).toEqual({ first: 1, stride: 1 });
    expect(pane!.traces[0]!.values).toHaveLength(TICKS);
  });

  it('of bars has a row an actor, or counts', () => {
    const n = replay().actors.length;
    const rows = (analysis: Record<string, unknown>) => {
      const chart = chartOf(told({ chart: 'bars' }, analysis));
      return chart?.kind === 'bars' ? chart.rows : undefined;
    };
    expect(rows({ given: counting(n), wanted: counting(n) })).toEqual(replay().actors.map(({ name }) => name));
    expect(rows({ payoff: [3, 4, 5] })).toEqual(['1', '2', '3']);
    expect(rows({ nash: 3, optimum: 4 })).toEqual(['']);
  });

  it.each<[string, Partial<View>, Record<string, unknown>]>([
    ['of figures', { chart: 'table' }, { size: 3 }],
    ['of lines without a list', { chart: 'lines' }, { camps: [['GER'], ['FRA']] }],
    ['of bars without a number', { chart: 'bars' }, { best: 'GER' }],
    ['of a key that is not there', { chart: 'lines', of: ['nowhere'] }, {}],
    ['of a figure no actor has', { chart: 'actors', of: ['nowhere'] }, {}],
    ['of an empty list', { chart: 'lines' }, { path: [] }],
  ])('%s is a table', (_, view, analysis) => {
    const chart = chartOf(told(view, analysis));
    expect(chart?.kind).toBe('table');
    expect(chart?.look).toEqual(look);
  });

  it('is first seen at its start', () => {
    expect(toRunView(model, told({}, { energy: counting(TICKS + 1) })).opening).toBe(0);
    expect(toRunView(setting, replay()).opening).toBe(9);
  });

  it('is read aloud with the time', () => {
    const run = toRunView(
      model,
      told({}, { energy: counting(TICKS + 1, -50), floor: -60 }, { events: [], alliances: [] }),
    );
    expect(spokenMoment(run, 9)).toBe('round 10, Energy −40, Floor −60');
    expect(readoutText(undefined, 0)).toBe('');
  });

  it('of a game of one tick has no time', () => {
    const game = told({ chart: 'table' }, { size: 3 }, { ticks: 1, events: [], alliances: [] });
    expect(toRunView(model, game).timeless).toBe(true);
    expect(toRunView(setting, { ...replay(), ticks: 1 }).timeless).toBe(false);
  });
});

const traceOf = (values: readonly number[], hue = 0): Trace => ({
  key: `k${hue}`,
  name: `Line ${hue}`,
  says: '',
  actor: undefined,
  hue,
  values,
  pace: undefined,
});
const value = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constantFrom(0, 1e-9, 5, Number.NaN));
const anyLines = fc.array(fc.array(value, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 40 });

describe('the vertical axis', () => {
  it('has room for all values, whatever they are', () => {
    always(anyLines, (all) => {
      const level = valueAxisOf(all.map(traceOf), 20, 320);
      for (const x of all.flat().filter(Number.isFinite)) {
        expect(level.y(x)).toBeGreaterThanOrEqual(20 - 1e-6);
        expect(level.y(x)).toBeLessThanOrEqual(320 + 1e-6);
      }
      for (const { value: mark, label } of level.marks) {
        expect(Number.isFinite(level.y(mark))).toBe(true);
        expect(label).toMatch(/^−?[\d,]+(\.\d+)?$/);
      }
    });
  });

  it.each([
    [
      [0, 3, 10],
      ['0', '2', '4', '6', '8', '10'],
    ],
    [
      [0.36, 0.45],
      ['0.36', '0.38', '0.40', '0.42', '0.44', '0.46'],
    ],
    [
      [7, 7, 7],
      ['3', '4', '5', '6', '7', '8', '9', '10', '11'],
    ],
    [
      [0, 0],
      ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0'],
    ],
    [[Number.NaN], ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [
      [-500, -100],
      ['−500', '−400', '−300', '−200', '−100', '0'],
    ],
  ])('of %o is marked %o', (values, labels) => {
    expect(valueAxisOf([traceOf(values)], 20, 320).marks.map(({ label }) => label)).toEqual(labels);
  });
});

describe('names at the ends of lines', () => {
  it('keep apart, in the order of the lines, within the picture', () => {
    always(anyLines, (all) => {
      const traces = all.map((values, k) => traceOf(values, k < 7 ? k : -1));
      const labels = endLabels(traces, valueAxisOf(traces, 20, 320), 20, 320);
      expect(labels.length).toBeLessThanOrEqual(23);
      labels.forEach(({ y, from }, k) => {
        expect(y).toBeGreaterThanOrEqual(20 - 1e-9);
        expect(y).toBeLessThanOrEqual(320 + 1e-9);
        if (k === 0) return;
        expect(from).toBeGreaterThanOrEqual(labels[k - 1]!.from);
        expect(y - labels[k - 1]!.y).toBeGreaterThanOrEqual(13.5 - 1e-9);
      });
    });
  });

  it('a line with a gap is drawn in pieces, never through what is not there', () => {
    const axis = axisOf(120, 5, 10);
    const path = pathOf(traceOf([1, 2, Number.NaN, 4, 5]), axis, { marks: [], y: (x) => x }, false);
    expect(path).toBe('M20,1L40,2M80,4L100,5');
  });
});

describe('a finding in words', () => {
  const nameOf = (id: string): string => ({ GER: 'German Empire' })[id] ?? id;
  it.each<[unknown, string]>([
    [27.815016, '27.815'],
    [14_235.8, '14,235.8'],
    [-512, '−512'],
    [0.366025403, '0.366025'],
    [Number.NaN, '–'],
    [null, '–'],
    [undefined, '–'],
    ['', '–'],
    [true, 'yes'],
    [false, 'no'],
    ['GER', 'German Empire'],
    [[], 'none'],
    [[1, 2, 3], '1, 2, 3'],
    [[['GER'], ['b', 'c'], []], '{German Empire} {b, c} {}'],
    [{ size: 4, who: ['GER'] }, 'size 4; who German Empire'],
    [counting(14), '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 … (14 in all)'],
  ])('%o is %s', (found, words) => {
    expect(inWords(found, nameOf)).toBe(words);
  });

  it('is never empty, whatever JSON holds', () => {
    always(fc.jsonValue(), (found) => {
      expect(inWords(found).length).toBeGreaterThanOrEqual(found instanceof Object && !Array.isArray(found) ? 0 : 1);
      expect(() => chartOf(told({ chart: 'lines' }, { found }))).not.toThrow();
      expect(() => chartOf(told({ chart: 'bars' }, { found }))).not.toThrow();
    });
    expect(sixFigures(Number.POSITIVE_INFINITY)).toBe('–');
  });
});
