import fc from 'fast-check';
import { STRATEGIES } from '../../../sim/schema/actor.ts';
import type { ScenarioDraft } from '../../../sim/schema/scenario.ts';
import { shock } from './shocks.ts';
import { compatible, treaty } from './treaties.ts';
import { between, each, list, positive, type Shape, signed, some, stock, unit } from './values.ts';

const actor = (id: string, shape: Shape): fc.Arbitrary<ScenarioDraft['actors'][number]> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id.toUpperCase()),
    resources: each(shape.resources, stock),
    position: each(shape.axes, signed),
    salience: each(shape.axes, fc.oneof(unit, fc.constant(0))),
    valuation: positive,
    autonomy: unit,
    loyalty: unit,
    horizon: unit,
    strategy: fc.constantFrom(...STRATEGIES),
    contribution: fc.constantFrom(
      0.5,
      'min(quota, budget / 2)',
      'best * (1 + threat) * seen',
      'clamp(last + drift, 0, budget)',
      'year % 2 == 0 ? budget : 0',
      'budget / (spillIn - spillIn)',
      '-1',
    ),
    culture: each(['powerDistance', 'individualism', 'uncertaintyAvoidance', 'context', 'timeOrientation'], unit),
    biases: each(['overconfidence', 'confirmation', 'sunkCost'], unit),
  });

const threat = (id: string, { actors }: Shape): fc.Arbitrary<NonNullable<ScenarioDraft['threats']>[number]> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    strength: stock,
    hostility: each(actors, unit),
    proximity: each(actors, unit),
  });

/** Yearly figures for one resource, a zero among them now and then. */
const capability = ({ actors, ticks, ticksPerYear }: Shape) => {
  const years = Array.from({ length: Math.ceil(ticks / ticksPerYear) + 1 }, (_, k) => k);
  const series = fc.array(stock, { minLength: years.length, maxLength: years.length });
  return fc.record({
    resource: fc.constant('r0'),
    years: fc.constant(years),
    values: fc.record({ [actors[0]!]: series, [actors[1]!]: series }),
  });
};

export const draft = (shape: Shape, shocks: number): fc.Arbitrary<unknown> =>
  fc.record({
    format: fc.constant('foedus-scenario/1'),
    id: fc.constant('arbitrary'),
    title: fc.constant('Arbitrary'),
    kind: fc.constant('laboratory'),
    summary: fc.constant(''),
    time: fc.constant({ start: 0, ticks: shape.ticks, ticksPerYear: shape.ticksPerYear }),
    resources: list(shape.resources.length, 'r', (id) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constant(id),
        unit: fc.constant('points'),
        weight: fc.constantFrom(0, 0.3, 1),
        yield: fc.constantFrom(0, 0.2, 1),
        growth: fc.constantFrom(-0.5, 0, 0.03, 0.5),
      }),
    ),
    interests: fc.constant(shape.axes.map((id) => ({ id, name: id, low: 'no', high: 'yes' }))),
    actors: list(shape.actors.length, 'a', (id) => actor(id, shape)),
    dyadDefaults: fc.record({ calculative: unit, relational: unit, hostility: unit, proximity: unit }),
    dyads: fc.uniqueArray(
      fc
        .tuple(
          some(shape.actors, 2),
          fc.record(
            { mutual: fc.boolean(), hostility: unit, relational: unit, proximity: unit },
            { requiredKeys: ['mutual'] },
          ),
        )
        .map(([[from, to], more]) => ({ from, to, ...more })),
      { maxLength: 6, selector: ({ from, to }) => [from, to].sort().join() },
    ),
    treaties: list(shape.treaties.length, 'p', (id) => treaty(id, shape)).map(compatible),
    threats: list(shape.threats.length, 'k', (id) => threat(id, shape)),
    shocks: list(shocks, 's', (id) => shock(id, shape)),
    capabilities: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(capability(shape), { maxLength: 1 })),
    parameters: fc.record({ drift: between(-1, 2), expost: fc.constantFrom(0, 1) }),
    mechanisms: fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      { weight: 2, arbitrary: fc.constant(EAGER) },
      fc.constantFrom({ trust: [] }, { perceive: [] }, { realign: [] }, { contribute: [], grow: [] }, { measure: [] }),
    ),
  });

/** More of everything in few ticks: quarrels, votes, wars and moves. */
const EAGER = {
  crisis: [{ name: 'attacks', parameters: { aggression: 3, most: 0.9 } }],
  realign: [
    { name: 'renewals' },
    { name: 'moves', parameters: { deliberation: 1, initiative: 0 } },
    { name: 'departures' },
  ],
};
