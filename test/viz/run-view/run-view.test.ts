import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Event, EventContent, EventKind } from '../../../sim/world/event.ts';
import { badgesOf, HUES, letterOf } from '../../../viz/run-view/badges.ts';
import { actorCurve, curveNames, curvesOf, figureText, firstCurves } from '../../../viz/run-view/curves.ts';
import { eventLookOf } from '../../../viz/run-view/event-looks.ts';
import { alliancesAt, eventsAt, figuresAt, firstAt, nextTurningPoint } from '../../../viz/run-view/moment.ts';
import { textOf } from '../../../viz/run-view/phrase.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { sentence } from '../../../viz/run-view/sentences.ts';
import { axisMarks, type Clock, dateLabel, spanLabel } from '../../../viz/run-view/time.ts';
import { withoutFounders } from '../../../viz/run-view/treaty-names.ts';
import { glyphPath } from '../../../viz/ui/glyphs.tsx';
import { replay, setting, TICKS } from './replay-builder.ts';

const run = toRunView(setting, replay());
const at = (tick: number): string[] =>
  alliancesAt(run, tick).map(
    ({ alliance, members }) => `${alliance.name}: ${members.map((k) => run.actors[k]!.id).join(' ')}`,
  );
const clock = (start: number, ticksPerYear: number, rounds = false): Clock => ({ start, ticksPerYear, rounds });

describe('a date', () => {
  it.each([
    [clock(1879, 4), 0, '1879 Q1'],
    [clock(1879, 4), 60, '1894 Q1'],
    [clock(1879, 4), 143, '1914 Q4'],
    [clock(1879.5, 4), 1, '1879 Q4'],
    [clock(-478, 1), 0, '478 BCE'],
    [clock(-478, 4), 5, '477 BCE Q2'],
    [clock(-3, 1), 2, '1 BCE'],
    [clock(-3, 1), 3, '1 CE'],
    [clock(-200, 1), 400, '201 CE'],
    [clock(0, 1), 7, '7'],
    [clock(79, 1), 0, '79 CE'],
    [clock(79, 1), 20, '99 CE'],
    [clock(79, 1), 21, '100'],
    [clock(800, 1), 1, '801'],
    [clock(-1, 4), 3, '1 BCE Q4'],
    [clock(-1, 4), 4, '1 CE Q1'],
    [clock(1, 1), -1, '1 BCE'],
    [clock(1991, 12), 13, '1992 Feb'],
    [clock(2020, 2), 1, '2020 H2'],
    [clock(2020, 52), 53, '2021 week 2'],
    [clock(0, 1, true), 6, 'round 7'],
  ])('%o, tick %i is %s', (time, tick, label) => {
    expect(dateLabel(time, tick)).toBe(label);
  });

  it('of a whole run names both ends', () => {
    expect(spanLabel(clock(1879, 4), 144)).toBe('1879–1914');
    expect(spanLabel(clock(-478, 1), 75)).toBe('478–404 BCE');
    expect(spanLabel(clock(-5, 1), 5)).toBe('5–1 BCE');
    expect(spanLabel(clock(-3, 1), 30)).toBe('3 BCE–27 CE');
    expect(spanLabel(clock(14, 1), 55)).toBe('14–68 CE');
    expect(spanLabel(clock(98, 1), 20)).toBe('98 CE–117');
    expect(spanLabel(clock(0, 1), 20)).toBe('0–19');
    expect(spanLabel(clock(1879, 4), 4)).toBe('1879');
  });

  it('on an axis is a round one, and there are no more than fit', () => {
    expect(axisMarks(clock(1879, 4), 144, 10).map(({ label }) => label)).toEqual([
      '1880',
      '1885',
      '1890',
      '1895',
      '1900',
      '1905',
      '1910',
    ]);
    expect(axisMarks(clock(-478, 1), 75, 8).map(({ label }) => label)).toContain('470 BCE');
    expect(axisMarks(clock(-3, 1), 6, 8).map(({ tick, label }) => [tick, label])).toEqual([
      [0, '3 BCE'],
      [1, '2 BCE'],
      [2, '1 BCE'],
      [3, '1 CE'],
      [4, '2 CE'],
      [5, '3 CE'],
    ]);
    for (const room of [2, 5, 20]) expect(axisMarks(clock(1800, 12), 2_400, room).length).toBeLessThanOrEqual(room + 1);
  });
});

describe('who is allied', () => {
  it('holds from the tick of entry up to that of exit', () => {
    expect(at(0)).toEqual(['Dual Alliance: GER AUH', 'Cyprus Convention: GBR OTT']);
    expect(at(17)).toContain('Cyprus Convention: GBR OTT');
    expect(at(18)).not.toContain('Cyprus Convention: GBR OTT');
    expect(at(138)).toContain('Triple Alliance: GER AUH ITA ROM');
    expect(at(139)).toContain('Triple Alliance: GER AUH ITA');
    expect(at(TICKS - 1)).toHaveLength(5);
  });

  it('opens at the first founding', () => {
    expect(run.opening).toBe(9);
  });

  it('has no two contemporaries of one colour', () => {
    for (let tick = 0; tick < TICKS; tick++) {
      const hues = alliancesAt(run, tick)
        .map(({ alliance }) => alliance.hue)
        .filter((hue) => hue >= 0);
      expect(new Set(hues).size).toBe(hues.length);
    }
  });

  it('greys the smallest where there are more than the colours', () => {
    const lives = Array.from({ length: 9 }, (_, k) => ({ from: 0, to: 10, spans: [{ from: 0, to: k + 1 }] }));
    const badges = badgesOf(lives);
    expect(badges.map(({ hue }) => hue).slice(0, 2)).toEqual([-1, -1]);
    expect(new Set(badges.map(({ hue }) => hue)).size).toBe(HUES + 1);
  });

  it('is lettered as columns of a sheet are', () => {
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});

describe('what happens', () => {
  const say = (event: object): string =>
    textOf(sentence({ tick: 60, by: 'x', because: [], ...event } as unknown as Event, run));

  it.each([
    [
      { kind: 'founded', alliance: 'dual', name: 'Dual Alliance', who: ['GER', 'AUH'] },
      'German Empire and Austria-Hungary found the Dual Alliance',
    ],
    [
      { kind: 'founded', alliance: 'x', name: 'German Empire–Serbia entente', who: ['GER', 'SRB'] },
      'German Empire and Serbia found an entente',
    ],
    [{ kind: 'founded', alliance: 'x', name: 'The Quad', who: ['GER'] }, 'German Empire founds The Quad'],
    [{ kind: 'joined', alliance: 'triple', who: ['ROM'] }, 'Romania joins the Triple Alliance'],
    [{ kind: 'shock', shock: 's', name: 'Storm', who: ['ROM'] }, 'Storm'],
    [
      { kind: 'shock', shock: 's', name: 'Storm', who: ['ROM'], noEffect: 'no-number' },
      'Storm (no effect: its formula gives no number, as when it divides by zero)',
    ],
    [
      { kind: 'intervention', who: [], what: 'actors.ROM.loyalty = 0.2', noEffect: 'same' },
      'Intervention: the loyalty of Romania is set to 0.2 (no effect: it already is as asked)',
    ],
    [
      { kind: 'left', alliance: 'triple', who: ['ROM', 'ITA'] },
      'Romania and Kingdom of Italy leave the Triple Alliance',
    ],
    [
      { kind: 'dissolved', alliance: 'dual', who: ['GER', 'AUH'], how: 'lapsed' },
      'The term of the Dual Alliance expires',
    ],
    [
      { kind: 'renewed', alliance: 'dual', who: ['GER', 'AUH'] },
      'German Empire and Austria-Hungary renew the Dual Alliance',
    ],
    [
      { kind: 'merged', alliance: 'dual', into: 'triple', who: [] },
      'The members of the Dual Alliance pass into the Triple Alliance',
    ],
    [{ kind: 'attacked', who: ['AUH'], victim: 'SRB' }, 'Austria-Hungary attacks Serbia'],
    [
      {
        kind: 'reneged',
        alliance: 'triple',
        who: ['ITA'],
        victim: 'AUH',
        attacker: 'SRB',
        caller: 'AUH',
        clause: 'defence',
      },
      'Kingdom of Italy reneges on its commitment to Austria-Hungary against Serbia',
    ],
    [
      {
        kind: 'honoured',
        alliance: 'dual',
        who: ['GER'],
        victim: 'SRB',
        attacker: 'AUH',
        caller: 'AUH',
        clause: 'offence',
      },
      'German Empire honours its commitment to Austria-Hungary against Serbia',
    ],
    [
      { kind: 'fought', who: ['AUH'], against: ['SRB', 'RUS'], won: false, spoils: 0, losses: 1 },
      'Austria-Hungary loses to Serbia and Russian Empire',
    ],
    [
      { kind: 'dispute-opened', alliance: 'triple', who: ['ITA'], rung: 'negotiation' },
      'Kingdom of Italy opens a dispute in the Triple Alliance (negotiation)',
    ],
    [{ kind: 'shock', shock: 's', name: 'Fashoda', who: [] }, 'Fashoda'],
    [{ kind: 'never-heard-of', who: ['SRB'] }, 'Serbia never heard of'],
    [{ kind: 'joined', alliance: 'nowhere', who: ['XYZ'] }, 'XYZ joins the nowhere'],
  ])('%# is said in plain words', (event, words) => {
    expect(say(event)).toBe(words);
  });

  // The type asks for every kind the engine can tell; what is read from its source holds where types are not checked.
  const [alliance, who] = ['dual', ['GER', 'ITA']];
  const oneOfEach: { [K in EventKind]: Omit<EventContent & { kind: K }, 'kind'> } = {
    founded: { alliance, who, name: 'Pact', purpose: 'defensive', obligations: [] },
    joined: { alliance, who },
    refused: { alliance, who, deadlock: false, why: 'votes', refusedBy: ['AUH'] },
    notice: { alliance, who, until: 70 },
    stayed: { alliance, who },
    left: { alliance, who },
    expelled: { alliance, who },
    merged: { alliance, who, into: 'triple' },
    split: { alliance, who, from: 'triple' },
    entered: { who },
    exited: { who, alliances: [alliance], successor: 'AUH' },
    dissolved: { alliance, who, how: 'lapsed' },
    renewed: { alliance, who },
    attacked: { who, victim: 'SRB' },
    honoured: { alliance, who, victim: 'SRB', attacker: 'AUH', caller: 'AUH', clause: 'offence' },
    reneged: { alliance, who, victim: 'SRB', attacker: 'AUH', caller: 'SRB', clause: 'defence' },
    violated: { alliance, who, victim: 'SRB', obligation: 'neutrality' },
    fought: { who, against: ['SRB'], won: true, spoils: 0, losses: 1 },
    relief: { alliance, who, amount: 1 },
    voted: { alliance, who, matter: 'accession', subject: 'AUH', support: true },
    sanctioned: { alliance, who, fine: 1 },
    amends: { who, victim: 'SRB', paid: 1 },
    tribute: { who, to: 'SRB', paid: 250 },
    'dispute-opened': { alliance, who, rung: 'negotiation' },
    'dispute-climbed': { alliance, who, rung: 'exit' },
    'dispute-settled': { alliance, who, rung: 'negotiation' },
    renegotiated: { alliance, who },
    deadlock: { alliance: 'x', who: ['a'], matter: 'quotas' },
    shock: { who, shock: 's', name: 'Fashoda' },
    'shock-over': { who, shock: 's' },
    intervention: { who, what: 'a levy' },
    'no-occasion': { who, what: 'join' },
  };
  const source = readFileSync(new URL('../../../sim/world/event.ts', import.meta.url), 'utf8');
  const kinds = [...source.matchAll(/^ {2}\| \{\s+kind: '([\w-]+)'/gm)].map(([, kind]) => kind!);

  it('is of a kind that is told here', () => {
    expect(kinds.length).toBeGreaterThan(20);
    expect(Object.keys(oneOfEach)).toEqual(kinds);
  });

  it.each(kinds)('has a sentence and an icon of its own kind: %s', (kind) => {
    const words = say({ kind, ...oneOfEach[kind as EventKind] });
    expect(words).not.toMatch(/undefined|[{}[\]|]/);
    expect(words).not.toBe(`German Empire and Kingdom of Italy ${kind.replaceAll('-', ' ')}`); // what is said of unknown kinds
    expect(eventLookOf({ kind })).not.toBe(eventLookOf({ kind: 'never-heard-of' }));
    expect(glyphPath(eventLookOf({ kind }).glyph)).toMatch(/^M/);
  });

  it('calls a treaty by its kind where its founders can be seen, whoever else came at once', () => {
    const founders = ['Italy', 'Turkey', 'Germany (West Germany to 1990)'];
    expect(withoutFounders('Germany (West Germany to 1990)–Italy alliance', founders)).toBe('Alliance');
    expect(withoutFounders('Italy–Spain neutrality treaty', founders)).toBe('Italy–Spain neutrality treaty');
    expect(withoutFounders('Italy alone', founders)).toBe('Italy alone');
    expect(withoutFounders('Turkey–Italy', founders)).toBe('Turkey–Italy');
  });

  it('names a few of a crowd and counts the rest', () => {
    const crowd = (count: number): string =>
      say({ kind: 'joined', alliance: 'dual', who: Array.from({ length: count }, (_, k) => `X${k + 1}`) });
    expect(crowd(3)).toMatch(/^X1, X2 and X3 join /);
    expect(crowd(8)).toMatch(/^X1, X2, X3, X4, X5, X6, X7 and X8 join /);
    expect(crowd(39)).toMatch(/^X1, X2, X3, X4, X5, X6 and 33 others join /);
  });

  it('is found by its tick', () => {
    expect(eventsAt(run.news, 142).map(({ kind }) => kind)).toEqual(['attacked', 'honoured', 'reneged']);
    expect(eventsAt(run.news, 1)).toEqual([]);
    expect(firstAt(run.news, TICKS)).toBe(run.news.length);
    expect(nextTurningPoint(run, 9, 1)).toBe(13);
    expect(nextTurningPoint(run, 9, -1)).toBeUndefined();
  });

  it('is spelt out with names in place of ids', () => {
    expect(run.spellOut('found alliance with GBR')).toBe('found alliance with British Empire');
  });
});

describe('figures', () => {
  it('are those at the end of the tick', () => {
    const { actors, actorNames } = run.replay.series;
    const strength = figuresAt(run, 'strength', 3);
    expect(strength[2]).toBe(actors[4 * actorNames.length * 10 + 2]);
    expect(figuresAt(run, 'no such figure', 3)).toHaveLength(0);
  });

  it('are at first cost, danger, trust and burden, where the run keeps them', () => {
    expect(firstCurves(run)).toEqual(['effortRate', 'threat', 'cohesion']);
    expect(curveNames(run)).toEqual([
      'strength',
      'effortRate',
      'threat',
      'welfare',
      'standing',
      'alliances',
      'meanSize',
      'membership',
      'cohesion',
    ]);
  });

  it('are drawn in the order they were asked for, those that the run keeps', () => {
    const curves = curvesOf(run, ['meanSize', 'nowhere', 'threat']);
    expect(curves.map(({ name, label }) => [name, label])).toEqual([
      ['meanSize', 'Mean size'],
      ['threat', 'Threat'],
    ]);
    const threats = [...figuresAt(run, 'threat', 40)];
    expect(curves[1]!.values[41]).toBeCloseTo(threats.reduce((sum, x) => sum + x, 0) / threats.length, 6);
  });

  it('have a line of one actor where they are the actors’', () => {
    expect(actorCurve(run, 'threat', 4)!.values[41]).toBe(figuresAt(run, 'threat', 40)[4]);
    expect(actorCurve(run, 'threat', 4)!.label).toBe('Kingdom of Italy');
    expect(actorCurve(run, 'cohesion', 4)).toBeUndefined();
  });

  it('have as many digits as help', () => {
    expect([0.1234, 12.34, 1234, Number.NaN].map(figureText)).toEqual(['0.12', '12.3', '1234', '–']);
  });
});

describe('the colours', () => {
  const css = readFileSync(new URL('../../../viz/ui/palette.css', import.meta.url), 'utf8');
  const declared = (block: string): Map<string, string> =>
    new Map([...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]));
  const light = declared(css.split('@media')[0]!);
  const dark = declared(css.split(':root[data-theme="dark"]')[1]!);

  const luminance = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((k) => {
      const c = Number.parseInt(hex.slice(k, k + 2), 16) / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (a: string, b: string): number => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high! + 0.05) / (low! + 0.05);
  };

  it.each([
    ['light', light],
    ['dark', dark],
  ])('stand out enough: %s', (_, colours) => {
    for (const ground of ['--paper', '--leaf']) {
      for (const text of ['--ink', '--quiet', '--rubric'])
        expect(contrast(colours.get(text)!, colours.get(ground)!), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      for (const [name, value] of colours)
        if (name.endsWith('-edge') || name === '--control')
          expect(contrast(value, colours.get(ground)!), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(colours.get('--on-rubric')!, colours.get('--rubric')!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.get('--rubric')!, colours.get('--rubric-wash')!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.get('--quiet')!, colours.get('--rubric-wash')!)).toBeGreaterThanOrEqual(4.5);
  });

  it('are the same by the system’s wish and by the button', () => {
    const wished = declared(css.split('@media')[1]!.split(':root[data-theme="dark"]')[0]!);
    expect(wished).toEqual(dark);
  });
});
