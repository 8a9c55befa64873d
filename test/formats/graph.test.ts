import { DOMParser } from '@xmldom/xmldom';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { writeGexf } from '../../formats/gexf.ts';
import { writeGraphml } from '../../formats/graphml.ts';
import { escaped } from '../../formats/xml.ts';
import { histories } from '../../scenarios/index.ts';
import type { History } from '../../sim/history/history.ts';
import { seek } from '../../sim/history/seek.ts';
import { trustBetween } from '../../sim/world/trust.ts';
import { always, cases } from '../sim/arbitrary.ts';
import { powers } from '../sim/powers.ts';
import { europe, HOSTILE, hostile, played, playedCase } from './runs.ts';

/** Reads XML, and takes every complaint of the reader for a fault. */
function parsed(pieces: Iterable<string>): Document {
  const complain = (text: string): never => {
    throw new Error(text);
  };
  const errorHandler = { warning: complain, error: complain, fatalError: complain };
  return new DOMParser({ errorHandler }).parseFromString([...pieces].join(''), 'text/xml');
}

const all = (within: Document | Element, name: string): Element[] => Array.from(within.getElementsByTagName(name));
const attribute = (of: Element, name: string): string => of.getAttribute(name) ?? '';

/** What XML can say of a name: as it was, with a mark in place of what it cannot. */
const sayable = (text: string): string =>
  ['\u0000', '\u0007', '\u001b', '\uffff', '\ud83d pair'].reduce(
    (so, sign) => so.replaceAll(sign, `\ufffd${sign.slice(1)}`),
    text,
  );

/** The pairs that stand together after a tick, by alliance: what the state says. */
const pairsAt = (history: History, tick: number): string[] =>
  seek(history, tick)
    .alliances.flatMap(({ id, members }) => {
      const ids = members
        .map(({ actor }) => actor)
        .sort((a, b) => a - b)
        .map((actor) => history.model.ids[actor]!);
      return ids.flatMap((a, k) => ids.slice(k + 1).map((b) => `${id} ${a} ${b}`));
    })
    .sort();

/** The same of a graph: the edges that have a spell in the middle of the stretch before that tick. */
function pairsIn(graph: Document, year: number): string[] {
  const there = (spell: Element) => Number(attribute(spell, 'start')) < year && year < Number(attribute(spell, 'end'));
  return all(graph, 'edge')
    .filter((edge) => all(edge, 'spell').some(there))
    .map((edge) => ['kind', 'source', 'target'].map((name) => attribute(edge, name)).join(' '))
    .sort();
}

describe('GEXF', () => {
  /** The state after tick t lasts until events of tick t change it, that is for the year that follows the moment t. */
  const agrees = (history: History): void => {
    const graph = parsed(writeGexf(history));
    const { yearOf } = history.model;
    for (let t = 1; t <= history.ticks; t++) {
      const before = (yearOf(t - 1) + yearOf(t)) / 2;
      expect(pairsIn(graph, before), `after tick ${t}`).toEqual(pairsAt(history, t));
    }
  };

  it('has a tie in every stretch of time in which two stand together, and no other', () => agrees(europe()));

  it('has so of any world and whatever people do in it', () => {
    always(cases({ actors: 7, ticks: 20 }), (some) => agrees(playedCase(some)), 30);
  });

  it('has every actor for the whole run, with its strength at every moment', () => {
    const history = europe();
    const nodes = all(parsed(writeGexf(history)), 'node');
    expect(nodes.map((node) => attribute(node, 'id'))).toEqual(history.model.scenario.actors.map(({ id }) => id));
    for (const [i, node] of nodes.entries()) {
      expect(all(node, 'spell').map((spell) => [attribute(spell, 'start'), attribute(spell, 'end')])).toEqual([
        ['1879', '1915'],
      ]);
      const values = all(node, 'attvalue').filter((value) => attribute(value, 'for') === 'strength');
      expect(attribute(values[0]!, 'start')).toBe('1879');
      expect(attribute(values.at(-1)!, 'end')).toBe('1915');
      for (const [k, value] of values.entries())
        if (k > 0) expect(attribute(value, 'start')).toBe(attribute(values[k - 1]!, 'end'));
      const said = values.find((value) => Number(attribute(value, 'end')) > 1904)!;
      expect(Math.fround(Number(attribute(said, 'value')))).toBe(Math.fround(seek(history, 100).columns.strength[i]!));
    }
  });

  it('tells parallel ties apart', () => {
    const edges = all(parsed(writeGexf(europe())), 'edge');
    const names = edges.map((edge) => ['source', 'target', 'kind'].map((name) => attribute(edge, name)).join(' '));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(edges.map((edge) => attribute(edge, 'id'))).size).toBe(edges.length);
    expect(edges.length).toBeGreaterThan(3);
  });

  it('has a spell for each time that two were together, within the run', () => {
    const history = europe();
    const [alliance] = history.chronicle.alliances;
    alliance!.spans = [
      { actor: 'FRA', from: 8, to: null },
      { actor: 'GBR', from: -20, to: 12 },
      { actor: 'GBR', from: 40, to: 40 },
      { actor: 'GBR', from: 60, to: 64 },
      { actor: 'GBR', from: 64, to: null },
    ];
    const [edge] = all(parsed(writeGexf(history)), 'edge');
    expect([attribute(edge!, 'source'), attribute(edge!, 'target')]).toEqual(['GBR', 'FRA']);
    expect(all(edge!, 'spell').map((spell) => [attribute(spell, 'start'), attribute(spell, 'end')])).toEqual([
      ['1881', '1882'],
      ['1894', '1915'],
    ]);
  });

  it('is refused where there are more ties than a program could hold', () => {
    const history = europe();
    const spans = Array.from({ length: 4_000 }, () => ({ actor: 'GBR', from: 0, to: null }));
    history.chronicle.alliances[0]!.spans = spans;
    expect(() => [...writeGexf(history)]).toThrow(/ties is more than 5000000: use fewer ticks/);
  });
});

describe('GraphML', () => {
  const value = (of: Element, key: string): string | undefined =>
    all(of, 'data').find((entry) => attribute(entry, 'key') === key)?.textContent ?? undefined;

  it('has the ties of the last state, with what each thinks of the other', () => {
    const history = europe();
    const graph = parsed(writeGraphml(history));
    const world = seek(history, history.ticks);
    const index = (id: string) => history.model.ids.indexOf(id);
    const edges = all(graph, 'edge');
    expect(
      edges
        .map((edge) => `${value(edge, 'edge-alliance')} ${attribute(edge, 'source')} ${attribute(edge, 'target')}`)
        .sort(),
    ).toEqual(pairsAt(history, history.ticks));
    expect(edges.length).toBeGreaterThan(0);
    for (const edge of edges) {
      const [i, j] = [index(attribute(edge, 'source')), index(attribute(edge, 'target'))];
      expect(Number(value(edge, 'edge-trustOfSource'))).toBe(trustBetween(world, i, j));
      expect(Number(value(edge, 'edge-trustOfTarget'))).toBe(trustBetween(world, j, i));
    }
    const [first] = all(graph, 'node');
    expect(Number(value(first!, 'node-strength'))).toBe(world.columns.strength[0]);
  });

  it('declares every key that it uses', () => {
    const graph = parsed(writeGraphml(europe()));
    const declared = new Set(all(graph, 'key').map((key) => attribute(key, 'id')));
    const used = new Set(all(graph, 'data').map((entry) => attribute(entry, 'key')));
    expect([...used].filter((key) => !declared.has(key))).toEqual([]);
  });

  it('is a graph without ties where nobody is allied', () => {
    const graph = parsed(writeGraphml(played(powers(3, 0))));
    expect([all(graph, 'node').length, all(graph, 'edge').length]).toEqual([3, 0]);
  });
});

describe('programs that others wrote', () => {
  it.each(['europe-1879-1914', 'delian-league', 'nato'] as const)('find in the graphs of %s what the run has', (id) => {
    const history = played(histories[id]);
    const { actors } = history.model.scenario;
    const overTime = gexf.parse(MultiGraph, [...writeGexf(history)].join(''));
    const atEnd = graphml.parse(MultiGraph, [...writeGraphml(history)].join(''));
    for (const graph of [overTime, atEnd]) expect(graph.nodes()).toEqual(actors.map((actor) => actor.id));
    expect(overTime.getNodeAttribute(actors[0]!.id, 'label')).toBe(actors[0]!.name);
    expect(atEnd.getNodeAttribute(actors[0]!.id, 'name')).toBe(actors[0]!.name);
    const said = atEnd.mapEdges((_, { alliance }, source, target) => `${alliance} ${source} ${target}`);
    expect(said.sort()).toEqual(pairsAt(history, history.ticks));
    const lasting = overTime.filterEdges((_, { ended }) => ended === undefined);
    expect(lasting.length).toBeGreaterThanOrEqual(atEnd.size);
  });
});

describe('a name that has undone other programs', () => {
  const history = hostile();

  it('stands whole in GEXF', () => {
    const graph = parsed(writeGexf(history));
    expect(all(graph, 'node').map((node) => attribute(node, 'label'))).toEqual(HOSTILE.map(sayable));
    expect(attribute(all(graph, 'edge')[0]!, 'label')).toBe(sayable(HOSTILE.join('; ')));
    expect(all(graph, 'script')).toEqual([]);
  });

  it('stands whole in GraphML', () => {
    const graph = parsed(writeGraphml(history));
    const names = all(graph, 'data').filter((entry) => attribute(entry, 'key') === 'node-name');
    expect(names.map(({ textContent }) => textContent)).toEqual(HOSTILE.map(sayable));
    expect(all(graph, 'script')).toEqual([]);
  });

  it.each([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['"\'', '&quot;&apos;'],
    ['\t\n\r', '&#9;&#10;&#13;'],
    ['\u0000\u001f\ufffe', '\ufffd\ufffd\ufffd'],
    ['\ud83d\ude00', '\ud83d\ude00'],
    ['\ud83d-\ude00', '\ufffd-\ufffd'],
  ])('writes %j as %j', (given, written) => expect(escaped(given)).toBe(written));
});
