import type { History } from '../sim/history/history.ts';
import { seek } from '../sim/history/seek.ts';
import { ACTOR_SERIES, type ActorSeries } from '../sim/history/series.ts';
import type { Alliance } from '../sim/world/alliance.ts';
import type { World } from '../sim/world/state.ts';
import { trustBetween } from '../sim/world/trust.ts';
import { origin } from './table.ts';
import { type Attributes, element, elementOf, escaped, HEAD, numberText } from './xml.ts';

// Written here, since graphology-graphml reads the format and does not write it.

type Entry = readonly [name: string, value: string | number | undefined];

const NODE = { name: 'string', latitude: 'double', longitude: 'double' } as const;
const EDGE = {
  alliance: 'string',
  name: 'string',
  purpose: 'string',
  obligations: 'string',
  governance: 'string',
  formality: 'double',
  founded: 'double',
  trustOfSource: 'double',
  trustOfTarget: 'double',
} as const;

/**
 * The ties at the end of a run as GraphML, piece by piece: a node for each actor with its series, and an undirected edge for each
 * two members of an alliance, with its clauses, the year it was founded, and their trust in each other.
 */
export function* writeGraphml(history: History): Generator<string> {
  yield HEAD;
  yield* elementOf('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, contentOf(history));
}

const key = (on: 'node' | 'edge' | 'graph', name: string, type: string): string =>
  element('key', { id: `${on}-${name}`, for: on, 'attr.name': name, 'attr.type': type });

function* contentOf(history: History): Generator<string> {
  yield key('graph', 'title', 'string');
  yield key('graph', 'origin', 'string');
  yield key('graph', 'year', 'double');
  for (const [name, type] of Object.entries(NODE)) yield key('node', name, type);
  for (const name of ACTOR_SERIES) yield key('node', name, 'double');
  for (const [name, type] of Object.entries(EDGE)) yield key('edge', name, type);
  yield* elementOf('graph', { id: 'end', edgedefault: 'undirected' }, graphOf(history));
}

function entriesOf(on: 'node' | 'edge' | 'graph', entries: readonly Entry[]): string[] {
  return entries.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          element('data', { key: `${on}-${name}` }, [
            typeof value === 'number' ? numberText(value, name) : escaped(value),
          ]),
        ],
  );
}

function* graphOf(history: History): Generator<string> {
  const { model, ticks } = history;
  const world = seek(history, ticks);
  yield* entriesOf('graph', [
    ['title', model.scenario.title],
    ['origin', origin(history)],
    ['year', model.yearOf(ticks)],
  ]);
  for (const [i, { id, name, location }] of model.scenario.actors.entries())
    yield element(
      'node',
      { id },
      entriesOf('node', [
        ['name', name],
        ['latitude', location?.latitude],
        ['longitude', location?.longitude],
        ...seriesOf(world, i),
      ]),
    );
  for (const alliance of world.alliances) yield* edgesOf(history, world, alliance);
}

function seriesOf({ columns }: World, i: number): Entry[] {
  const { strength, rate: effortRate, threat, welfare, standing } = columns;
  return Object.entries({ strength, effortRate, threat, welfare, standing } satisfies Record<
    ActorSeries,
    ArrayLike<number>
  >).map(([name, column]) => [name, column[i]!] as const);
}

function* edgesOf({ model }: History, world: World, alliance: Alliance): Generator<string> {
  const { id, name, founded, clauses, members } = alliance;
  const { purpose, obligations, governance, formality } = clauses;
  const shared: Entry[] = [
    ['alliance', id],
    ['name', name],
    ['purpose', purpose],
    ['obligations', obligations.join(';')],
    ['governance', governance],
    ['formality', formality],
    ['founded', model.yearOf(founded)],
  ];
  const indices = members.map(({ actor }) => actor).sort((a, b) => a - b);
  for (const [place, i] of indices.entries())
    for (const j of indices.slice(place + 1)) {
      const ends: Attributes = { source: model.ids[i]!, target: model.ids[j]! };
      const trust: Entry[] = [
        ['trustOfSource', trustBetween(world, i, j)],
        ['trustOfTarget', trustBetween(world, j, i)],
      ];
      yield element('edge', ends, entriesOf('edge', [...shared, ...trust]));
    }
}
