import { begin, start, tick } from '../../../../sim/engine/run.ts';
import type { Model } from '../../../../sim/model/model.ts';
import type { World } from '../../../../sim/world/state.ts';
import { actor, model, only, treaty } from '../../builders.ts';

export type Clauses = Parameters<typeof treaty>[2];
export type Purpose = NonNullable<NonNullable<Clauses>['purpose']>;
export type Actor = Parameters<typeof actor>[1];

export const POOL: Clauses = { obligations: [], formality: 1, targetRate: 0.1, burdenSharing: 'target', monitoring: 0 };
export const KINDS = [
  { id: 'grain', name: 'Grain', unit: 't' },
  { id: 'iron', name: 'Iron', unit: 't' },
];

/** Members of one pool, who pay what it asks, and a stranger; with nothing in the world but pools. */
export function pool(purpose: Purpose, clauses: Clauses, members: Actor[], pays = true): Model {
  const ids = members.map((_, k) => `m${k}`);
  return model({
    resources: KINDS,
    interests: [{ id: 'order', name: 'Order', low: 'none', high: 'all' }],
    actors: [
      ...members.map((more, k) => actor(`m${k}`, { resources: { grain: 50, iron: 50 }, ...more })),
      actor('stranger', { resources: { grain: 50, iron: 50 } }),
    ],
    dyadDefaults: { calculative: 0.4, relational: 0.4, hostility: 0.4 },
    treaties: [treaty('pool', ids, { ...POOL, purpose, ...clauses })],
    mechanisms: only({
      produce: [{ name: 'pools' }, ...(pays ? [{ name: 'payoffs' }] : [])],
      grow: [{ name: 'growth', parameters: pays ? {} : { dividend: 0, learning: 0 } }],
    }),
  });
}

export function play(of: Model, ticks = 1): World {
  const world = start(of);
  const course = begin(of, '1', [], () => {});
  for (let t = 0; t < ticks; t++) tick(course, world);
  return world;
}

export const TWO: Actor[] = [{}, {}];
