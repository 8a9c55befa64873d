import { it } from 'vitest';
import { histories as scenarios } from '../../scenarios/index.ts';
import { check } from '../../sim/check/check.ts';
import type { Model } from '../../sim/model/model.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { World } from '../../sim/world/state.ts';
import { always, type Case, cases } from './arbitrary.ts';

/** All that a state is, to be held against another; bytes as text, since NaN and −0 count too. */
export const stateOf = (world: World) => ({
  tick: world.tick,
  numbers: Buffer.from(world.buffer).toString('base64'),
  alliances: world.alliances,
  shocked: world.shocked,
  parameters: world.parameters,
  founded: world.founded,
  cancelled: world.cancelled,
  bonds: Buffer.from(world.derived.bonds).toString('base64'),
  treaties: world.derived.treaties,
  affinity: Buffer.from(world.derived.affinity.slice().buffer).toString('base64'),
  promises: world.derived.promises,
  comrades: world.derived.winningSides,
  grievances: world.grievances,
});

export const bundled = Object.entries(scenarios).map(([id, raw]) => {
  const checked = check(raw);
  if ('faults' in checked) throw new Error(`${id} has faults`);
  return [id, { scenario: checked.value, seed: '1', interventions: [] }] as [string, Case];
});

/** One property of any world and of every bundled one. */
export function everywhere(
  title: string,
  property: (world: Case) => void,
  runs = 60,
  size = { actors: 12, ticks: 60 },
): void {
  it(`${title}: any world`, () => {
    always(cases(size), property, runs);
  });
  it.each(bundled)(`${title}: %s`, (_, world) => property(world));
}

export const meddling = (of: Model, tickAt: number): Intervention[] => [
  { kind: 'set', tick: tickAt, path: `actors.${of.ids[0]}.autonomy`, value: of.start.tick + 0.123456 },
];
