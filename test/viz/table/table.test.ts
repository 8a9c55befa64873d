import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { ACTOR_SERIES } from '../../../sim/history/series.ts';
import { MEASURES } from '../../../sim/measures/index.ts';
import type { Frame } from '../../../sim/results/replay.ts';
import { RUN_MEASURES } from '../../../sim/results/summary.ts';
import { Clauses } from '../../../sim/schema/treaty.ts';
import { isKey, speak } from '../../../viz/i18n/index.ts';
import { figureText } from '../../../viz/run-view/curves.ts';
import { labelOf, metricName } from '../../../viz/run-view/figure-names.ts';
import { alliancesAt, figuresAt, nextTickWithEvents } from '../../../viz/run-view/moment.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { type Clock, dateLabel, spanLabel } from '../../../viz/run-view/time.ts';
import { inWords, sixFigures } from '../../../viz/run-view/words.ts';
import { type ActorRow, rowsAt, sorted } from '../../../viz/table/rows.ts';
import { createSession } from '../../../workers/session.ts';
import { always } from '../../sim/arbitrary.ts';
import { frame, replay, setting } from '../run-view/replay-builder.ts';

const run = toRunView(setting, replay());
const n = run.actors.length;
const indexOf = (id: string): number => run.indexOf.get(id)!;
/** The made-up frame, with the Triple Alliance’s books. */
const state: Frame = {
  ...frame(121),
  alliances: [
    {
      id: 'triple',
      name: 'Triple Alliance',
      pool: 3,
      leader: null,
      founded: 12,
      clauses: Clauses.parse({}),
      disputes: [],
      members: ['GER', 'AUH', 'ITA', 'ROM'].map((actor, k) => ({
        actor,
        joined: 0,
        quota: 2,
        effort: 2 - k / 2,
        seen: 1,
        benefit: k,
        inequity: 0,
        leaves: -1,
      })),
    },
  ],
};
const rows = rowsAt(run, 120, state, ['strength', 'nowhere']);
const row = (id: string): ActorRow => rows[indexOf(id)]!;

afterEach(() => speak('en'));

describe('a row of the table', () => {
  it('names alliances and allies', () => {
    expect(row('GER').alliances.map(({ name }) => name)).toEqual(['Dual Alliance', 'Triple Alliance']);
    expect(row('GER').allies.map((k) => run.actors[k]!.id)).toEqual(['AUH', 'ITA', 'ROM']);
    expect(row('OTT')).toMatchObject({ alliances: [], allies: [], pays: [] });
    expect([row('OTT').gets, row('OTT').trusted]).toEqual([Number.NaN, Number.NaN]);
  });

  it('tells what is paid of what is asked, and what is had', () => {
    expect(row('ITA').pays.map(({ alliance, effort, quota }) => [alliance.name, effort, quota])).toEqual([
      ['Triple Alliance', 1, 2],
    ]);
    // Of six that the pool gives in all.
    expect(row('ITA').gets).toBeCloseTo(2 / 6);
  });

  it('has the mean trust of the allies in it', () => {
    const [germany, austria, italy, romania] = ['GER', 'AUH', 'ITA', 'ROM'].map(indexOf) as [number, ...number[]];
    const trusts = [austria, italy, romania].map((ally) => state.trust[ally! * n + germany]!);
    expect(row('GER').trusted).toBeCloseTo(trusts.reduce((sum, x) => sum + x, 0) / 3, 6);
  });

  it('keeps the figures that the run has', () => {
    expect(row('FRA').figures).toEqual({ strength: figuresAt(run, 'strength', 120)[indexOf('FRA')] });
  });

  it('ends in the last thing that the actor had a part in, whatever the part', () => {
    expect(row('RUS').last).toMatchObject({ tick: 119, kind: 'shock' });
    const last = (id: string, tick: number) => rowsAt(run, tick, undefined, [])[indexOf(id)]!.last;
    expect(last('SRB', 142)).toMatchObject({ tick: 142 });
    expect(last('JPN', 91)).toBeUndefined();
    expect(last('JPN', 92)).toMatchObject({ kind: 'founded', tick: 92 });
  });

  it('says nothing of payments before the state is there', () => {
    expect(rowsAt(run, 120, undefined, []).every(({ pays, gets }) => pays.length === 0 && Number.isNaN(gets))).toBe(
      true,
    );
  });

  it('agrees with the engine in every history: whoever is in an alliance has a seat in it', async () => {
    for (const [id, scenario] of Object.entries(histories)) {
      const session = createSession();
      const told = toRunView(scenario as never, await session.run({ scenario, seed: '3' }));
      for (const tick of [0, told.ticks >> 1, told.ticks - 1]) {
        const found = rowsAt(told, tick, await session.frame(tick + 1), []);
        for (const { name, alliances, pays } of found)
          expect(
            pays.map(({ alliance }) => alliance.id),
            `${name} in ${id} at ${tick}`,
          ).toEqual(alliances.map((alliance) => alliance.id));
        expect(found.some(({ pays }) => pays.length > 0)).toBe(alliancesAt(told, tick).length > 0);
      }
    }
  });
});

describe('sorting', () => {
  const order = (column: string, descending: boolean): string[] =>
    sorted(rows, { column, descending }, 'en').map(({ actor }) => run.actors[actor]!.id);

  it.each([
    ['actor', false, 'AUH'],
    ['actor', true, 'SRB'],
    ['strength', true, 'GBR'],
    ['gets', true, 'ROM'],
    ['pays', true, 'GER'],
    ['allies', true, 'GBR'],
  ])('by %s, descending %s, begins with %s', (column, descending, first) => {
    expect(order(column, descending)[0]).toBe(first);
  });

  it('puts those without a value last, both ways, in their own order', () => {
    const without = rows.filter(({ gets }) => Number.isNaN(gets)).map(({ actor }) => run.actors[actor]!.id);
    for (const descending of [true, false]) expect(order('gets', descending).slice(-without.length)).toEqual(without);
  });

  it('loses nobody, and is undone by nothing but the values', () => {
    always(fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(Number.NaN)), { maxLength: 12 }), (values) => {
      const made = values.map((gets, actor) => ({ ...rows[0]!, actor, gets }));
      const found = sorted(made, { column: 'gets', descending: false }, 'en');
      expect(found.map(({ actor }) => actor).sort((a, b) => a - b)).toEqual(values.map((_, k) => k));
      for (let k = 1; k < found.length; k++) {
        const [a, b] = [found[k - 1]!, found[k]!];
        expect(a.gets < b.gets || Number.isNaN(b.gets) || (a.gets === b.gets && a.actor < b.actor)).toBe(true);
      }
    });
  });
});

describe('the next lively tick', () => {
  it('is the next with news, and the last one after all news', () => {
    expect(nextTickWithEvents(run, 9)).toBe(13);
    expect(nextTickWithEvents(run, -1)).toBe(run.news[0]!.tick);
    for (let tick = 0; tick < run.ticks; tick++)
      expect(nextTickWithEvents(run, tick)).toBe(run.news.find((event) => event.tick > tick)?.tick ?? run.ticks - 1);
  });
});

const clock = (start: number, ticksPerYear: number, rounds = false): Clock => ({ start, ticksPerYear, rounds });

describe('in Spanish', () => {
  it.each([
    [clock(1879, 4), 60, '1894 T1'],
    [clock(-478, 1), 0, '478 a. C.'],
    [clock(-478, 1), 500, '23 d. C.'],
    [clock(79, 1), 0, '79 d. C.'],
    [clock(1991, 12), 13, 'feb 1992'],
    [clock(0, 1, true), 6, 'ronda 7'],
    [clock(2020, 52), 53, '2021, semana 2'],
  ])('%o, tick %i is %s', async (time, tick, label) => {
    await speak('es');
    expect(dateLabel(time, tick)).toBe(label);
  });

  it('numbers, spans and findings are written as Spanish writes them', async () => {
    await speak('es');
    expect([figureText(0.5), figureText(-12.34), sixFigures(14_235.8)]).toEqual(['0,50', '−12,3', '14.235,8']);
    expect([
      spanLabel(clock(-478, 1), 75),
      spanLabel(clock(-3, 1), 6),
      spanLabel(clock(14, 1), 55),
      spanLabel(clock(0, 1, true), 1),
    ]).toEqual(['478–404 a. C.', '3 a. C.–3 d. C.', '14–68 d. C.', '1 ronda']);
    expect([inWords(true), inWords([]), inWords([[], ['a']])]).toEqual(['sí', 'ninguno', '{} {a}']);
  });

  it('a chart is told anew, in the language of the moment', async () => {
    const view = { chart: 'actors', of: ['strength'], unit: '', look: ['Look.', 'There.'] };
    const told = toRunView(setting, { ...replay(), view: view as never });
    const title = () => (told.chart?.kind === 'lines' ? told.chart.panes[0]!.title : undefined);
    const english = told.chart;
    expect(title()).toBe('Strength');
    expect(told.chart).toBe(english);
    await speak('es');
    expect(title()).toBe('Fuerza');
  });
});

describe('every figure of the engine', () => {
  it.each([...MEASURES, ...RUN_MEASURES].map(({ name }) => name))('has a name in the texts: %s', (name) => {
    expect(isKey(`figure.${name}`)).toBe(true);
    expect(metricName(name)).toMatch(/^[A-Z]/);
  });

  it.each(ACTOR_SERIES)('so have those of the actors, and a brief one: %s', (name) => {
    expect(isKey(`figure.${name}`) && isKey(`figure.brief.${name}`)).toBe(true);
    expect(labelOf(name).length).toBeLessThan(22);
  });

  it('that is newer than the page is spelled out', () => {
    expect([metricName('shareOfGold'), labelOf('tie-breaks')]).toEqual(['Share of gold', 'Tie breaks']);
  });
});
