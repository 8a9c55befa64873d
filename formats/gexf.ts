import type { History } from '../sim/history/history.ts';
import { ACTOR_SERIES } from '../sim/history/series.ts';
import type { Actor } from '../sim/schema/actor.ts';
import { singleText } from './cell.ts';
import { origin } from './table.ts';
import { type AllianceTie, allianceTiesOf } from './ties.ts';
import { type Attributes, element, elementOf, escaped, HEAD, numberText } from './xml.ts';

// Written here, since graphology-gexf supports neither spells nor values that change with time.

/** Units of Gephi's plane in a degree: its nodes are ten units wide at first. */
const DEGREE = 20;

const STRENGTH = ACTOR_SERIES.indexOf('strength');

/**
 * A run as dynamic GEXF 1.3, for Gephi, piece by piece. Time is the year, as a decimal; negative is BCE, and after −1 comes 1. A node is an actor,
 * present for the whole run, with its strength over time and, if it has one, its location on the map. An edge is a tie: two members
 * of one alliance, with a spell for each time both were members. Two actors tied by two treaties have two edges, distinguished by
 * their kind, which is the alliance.
 * @throws {RangeError} as allianceTiesOf.
 */
export function* writeGexf(history: History): Generator<string> {
  yield HEAD;
  yield* elementOf(
    'gexf',
    { xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz', version: '1.3' },
    contentOf(history),
  );
}

function* contentOf(history: History): Generator<string> {
  const { title } = history.model.scenario;
  yield element('meta', {}, [
    element('creator', {}, ['Foedus']),
    element('description', {}, [escaped(`${title} (${origin(history)})`)]),
  ]);
  const graph = {
    mode: 'dynamic',
    defaultedgetype: 'undirected',
    timeformat: 'double',
    timerepresentation: 'interval',
    ...wholeOf(history),
  };
  yield* elementOf('graph', graph, graphOf(history));
}

const wholeOf = ({ model, ticks }: History): Attributes => ({ start: model.yearOf(0), end: model.yearOf(ticks) });

const attribute = (id: string, type: string): string => element('attribute', { id, title: id, type });

function* graphOf(history: History): Generator<string> {
  yield element('attributes', { class: 'node', mode: 'dynamic' }, [attribute('strength', 'float')]);
  yield element('attributes', { class: 'edge', mode: 'static' }, [
    ...['alliance', 'purpose', 'obligations'].map((id) => attribute(id, 'string')),
    ...['founded', 'ended'].map((id) => attribute(id, 'double')),
  ]);
  const { actors } = history.model.scenario;
  yield* elementOf(
    'nodes',
    {},
    mapped(actors.entries(), ([i, actor]) => nodeOf(history, actor, i)),
  );
  let edges = 0;
  yield* elementOf(
    'edges',
    {},
    mapped(allianceTiesOf(history), (tie) => edgeOf(history, tie, edges++)),
  );
}

function* mapped<From, To>(from: Iterable<From>, to: (value: From) => To): Generator<To> {
  for (const value of from) yield to(value);
}

const value = (id: string, content: string | number, during: Attributes = {}): string =>
  element('attvalue', { for: id, value: content, ...during });

function nodeOf(history: History, { id, name, location }: Actor, i: number): string {
  return element('node', { id, label: name }, [
    element('attvalues', {}, [...strengthsOf(history, i)]),
    element('spells', {}, [element('spell', wholeOf(history))]),
    ...(location
      ? [element('viz:position', { x: DEGREE * location.longitude, y: DEGREE * location.latitude, z: 0 })]
      : []),
  ]);
}

/** One value for each interval in which it is constant. */
function strengthsOf({ series, model, ticks }: History, i: number): string[] {
  const n = model.shape.actors;
  const strengthAt = (s: number): number => series.actors[(s * ACTOR_SERIES.length + STRENGTH) * n + i]!;
  const values: string[] = [];
  let since = 0;
  for (let s = 1; s <= series.samples; s++) {
    if (s < series.samples && strengthAt(s) === strengthAt(since)) continue;
    const end = s < series.samples ? s * series.stride : ticks;
    const during = { start: model.yearOf(since * series.stride), end: model.yearOf(end) };
    const strength = strengthAt(since);
    numberText(strength, 'strength');
    values.push(value('strength', singleText(strength), during));
    since = s;
  }
  return values;
}

function edgeOf({ model }: History, { alliance, pair: [source, target], spells }: AllianceTie, number: number): string {
  const { id, name, purpose, obligations, founded, ended } = alliance;
  return element('edge', { id: number, source, target, label: name, kind: id }, [
    element('attvalues', {}, [
      value('alliance', id),
      value('purpose', purpose),
      value('obligations', obligations.join(';')),
      value('founded', model.yearOf(founded)),
      ...(ended === null ? [] : [value('ended', model.yearOf(ended))]),
    ]),
    element(
      'spells',
      {},
      spells.map(([from, to]) => element('spell', { start: model.yearOf(from), end: model.yearOf(to) })),
    ),
  ]);
}
