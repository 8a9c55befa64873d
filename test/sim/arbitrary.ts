import fc from 'fast-check';
import { check, checkPlaced, faultSentence } from '../../sim/check/check.ts';
import { STRATEGIES } from '../../sim/schema/actor.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Scenario, ScenarioDraft } from '../../sim/schema/scenario.ts';
import { FAMILIES } from '../../sim/schema/shock.ts';
import {
  AGGREGATORS,
  BENEFIT_SHARING,
  BURDEN_SHARING,
  CASUS_FOEDERIS,
  GOVERNANCE,
  OBLIGATIONS,
  PURPOSES,
  RUNGS,
  STRUCTURES,
} from '../../sim/schema/treaty.ts';

/** Any world a stranger might send, and what people might do in it. */
export interface Case {
  scenario: Scenario;
  interventions: Intervention[];
  seed: string;
}

/**
 * Asserts that a story holds in so many arbitrary cases: always the same ones, so that nobody's commit fails by another's luck.
 * `FC_SEED=5 npx vitest run test/sim` looks at others.
 */
export function always<T>(of: fc.Arbitrary<T>, property: (value: T) => void, runs = 60): void {
  fc.assert(fc.property(of, property), {
    numRuns: runs,
    seed: Number(process.env.FC_SEED ?? 1),
    interruptAfterTimeLimit: 15_000,
  });
}

export interface Size {
  actors: number;
  ticks: number;
}
interface Shape {
  actors: string[];
  resources: string[];
  axes: string[];
  threats: string[];
  treaties: string[];
  ticks: number;
  ticksPerYear: number;
}

/** Three decimals will do; the corners more often than by chance. */
const between = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(low * 1_000), max: Math.round(high * 1_000) }).map((x) => x / 1_000);
const unit = fc.oneof({ weight: 6, arbitrary: between(0, 1) }, fc.constantFrom(0, 1));
const signed = fc.oneof({ weight: 6, arbitrary: between(-1, 1) }, fc.constantFrom(-1, 0, 1));
const positive = between(0.01, 8);
const stock = fc.oneof(
  { weight: 8, arbitrary: between(0.5, 400) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e-6, 1e6) },
);
const ids = (letter: string, count: number): string[] => Array.from({ length: count }, (_, k) => `${letter}${k}`);
const some = <T>(list: readonly T[], least = 0): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: Math.min(least, list.length) });
/** One value for each id that is named; others keep their default. */
const each = (names: readonly string[], value: fc.Arbitrary<number>): fc.Arbitrary<Record<string, number>> =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, number>
  >;

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

const clauses = {
  purpose: fc.constantFrom(...PURPOSES),
  obligations: some(OBLIGATIONS),
  formality: unit,
  governance: fc.constantFrom(...GOVERNANCE),
  burdenSharing: fc.constantFrom(...BURDEN_SHARING),
  targetRate: unit,
  benefitSharing: fc.constantFrom(...BENEFIT_SHARING),
  aggregator: fc.constantFrom(...AGGREGATORS),
  substitution: fc.constantFrom(-20, -1, 0, 0.5, 1, 8),
  casusFoederis: fc.constantFrom(...CASUS_FOEDERIS),
  adHoc: fc.boolean(),
  publicness: unit,
  rival: fc.constantFrom(undefined, true, false),
  exclusive: fc.boolean(),
  term: fc.constantFrom(null, 0.5, 2, 5),
  reviewEvery: fc.constantFrom(null, 0.25, 1, 5),
  exitNotice: fc.constantFrom(0, 0.5, 1, 3),
  monitoring: unit,
  communication: unit,
  sanction: fc.constantFrom(0, 0.5, 2),
  disputes: some(RUNGS),
};

const treaty = (id: string, { actors }: Shape): fc.Arbitrary<NonNullable<ScenarioDraft['treaties']>[number]> =>
  some(actors, 2).chain((members) =>
    fc
      .record({
        ...clauses,
        id: fc.constant(id),
        name: fc.constant(id),
        members: fc.constant(members),
        lead: fc.constantFrom<{ leader?: string; structure?: (typeof STRUCTURES)[number] }>(
          {},
          ...STRUCTURES.map((structure) => ({ structure, leader: members[0]! })),
        ),
        against: some(actors.filter((id) => !members.includes(id))),
        age: fc.constantFrom(0, 1, 7.5),
      })
      .map(({ lead, ...written }) => ({ ...written, ...lead })),
  );

const threat = (id: string, { actors }: Shape): fc.Arbitrary<NonNullable<ScenarioDraft['threats']>[number]> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    strength: stock,
    hostility: each(actors, unit),
    proximity: each(actors, unit),
  });

const amount = fc.oneof(
  between(-1, 3),
  fc.constantFrom<string | number>(
    0,
    0.5,
    'value / 2',
    'strength * drift',
    '1 / (value - value)',
    'threat + year / 100',
  ),
);

/** Every kind of place a change may strike. */
function places({
  actors,
  resources,
  axes,
  threats,
  treaties,
}: Shape): fc.Arbitrary<{ target: unknown; field: string }> {
  const whom = fc.oneof(fc.constant('all' as const), some(actors, 1));
  const fields = [
    ...['valuation', 'autonomy', 'loyalty', 'horizon', 'disinformation', 'culture.context', 'biases.overconfidence'],
    ...resources.map((id) => `resources.${id}`),
    ...axes.flatMap((id) => [`position.${id}`, `salience.${id}`]),
  ];
  const dyadic = fc.constantFrom('calculative', 'relational', 'hostility', 'proximity');
  const two = some(actors, 2).map(([from, to]) => [{ from: from!, to: to! }]);
  const all: fc.Arbitrary<{ target: unknown; field: string }>[] = [
    fc.record({ target: fc.record({ actors: whom }), field: fc.constantFrom(...fields) }),
    fc.record({ target: fc.record({ dyads: two }), field: dyadic }),
    fc.record({ target: fc.record({ among: whom }), field: dyadic }),
    fc.record({
      target: fc.record({ alliances: fc.oneof(fc.constant('all'), some(treaties, 1)).filter((of) => of.length > 0) }),
      field: fc.constantFrom('formality', 'targetRate', 'monitoring', 'sanction', 'exitNotice'),
    }),
  ];
  if (threats.length > 0)
    all.push(
      fc.record({
        target: fc.record({ threats: fc.oneof(fc.constant('all'), some(threats, 1)) }),
        field: fc.constantFrom('strength', 'hostility', 'proximity', `hostility.${actors[0]}`),
      }),
    );
  return fc.oneof(...all);
}

const change = (shape: Shape) =>
  fc
    .tuple(
      places(shape),
      fc.record({
        operation: fc.constantFrom('set', 'add', 'scale'),
        amount,
        duration: fc.constantFrom(null, 0, 0.5, 2),
        halfLife: fc.constantFrom(0, 0.5, 3),
      }),
    )
    .map(([place, how]) => ({ ...place, ...how }));

const blow = (id: string, shape: Shape) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    family: fc.constantFrom(...FAMILIES),
    changes: fc.array(change(shape), { minLength: 1, maxLength: 3 }),
  });
const shock = (id: string, shape: Shape) =>
  fc
    .tuple(
      blow(id, shape),
      fc.oneof(
        fc.record({ at: between(0, shape.ticks / shape.ticksPerYear) }),
        fc.record({ hazard: fc.constantFrom(0, 0.1, 0.5, 1) }),
      ),
      fc.boolean(),
    )
    .map(([what, when, expost]) => ({ ...what, ...when, expost }));

function decision(shape: Shape): fc.Arbitrary<unknown> {
  const [first, second] = shape.actors;
  const alliance = fc.constantFrom(...shape.treaties, 'unheard-of', `${first}-${second}-1`, `${second}-${first}-1`);
  const other = fc.constantFrom(...shape.actors);
  const choice = fc.oneof(
    fc.record({ act: fc.constant('contribute'), rate: unit, ticks: fc.constantFrom(undefined, 1, 5) }),
    fc.record({ act: fc.constantFrom('join', 'leave', 'stay', 'bear'), alliance }),
    fc.record({
      act: fc.constant('propose'),
      to: other,
      clauses: fc.oneof(fc.constant(undefined), fc.record(clauses, { requiredKeys: [] })),
    }),
    fc.record({ act: fc.constantFrom('honour', 'renege'), victim: fc.oneof(fc.constant(undefined), other) }),
    fc.record({ act: fc.constant('vote'), alliance, support: fc.boolean() }),
  );
  return fc
    .record({ kind: fc.constant('decide'), actor: fc.constantFrom(...shape.actors), choice })
    .filter(
      ({ actor: own, choice: what }) =>
        !('to' in what && what.to === own) && !('victim' in what && what.victim === own),
    );
}

function intervention(shape: Shape): fc.Arbitrary<unknown> {
  const path = fc.constantFrom(
    'actors.a0.autonomy',
    'actors.a1.resources.r0',
    'dyads.a0.a1.hostility',
    'dyads.a1.a0.proximity',
    'parameters.drift',
    'alliances.p0.sanction',
    'alliances.a0-a1-1.formality',
    ...shape.axes.map((axis) => `actors.a0.position.${axis}`),
    ...shape.threats.map((id) => `threats.${id}.strength`),
  );
  const what = fc.oneof(
    { weight: 4, arbitrary: decision(shape) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('set'), path, value: between(-2, 60) }),
    },
    {
      weight: 1,
      arbitrary: blow('x0', shape).map((event) => ({ kind: 'shock', shock: event })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...shape.treaties.map((id) => ({ kind: 'cancel', what: 'treaty', id })),
        { kind: 'cancel', what: 'treaty', id: 'unheard-of' },
        { kind: 'cancel', what: 'shock', id: 's0' },
      ),
    },
  );
  return fc.tuple(fc.nat({ max: shape.ticks - 1 }), what).map(([tick, act]) => ({ tick, ...(act as object) }));
}

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

const list = <T>(count: number, prefix: string, make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(...ids(prefix, count).map(make)) as unknown as fc.Arbitrary<T[]>;

/** Scenarios of 2 to `size.actors` actors, with interventions that fit them. */
export const cases = (size: Size = { actors: 12, ticks: 60 }): fc.Arbitrary<Case> =>
  fc
    .record({
      n: fc.integer({ min: 2, max: size.actors }),
      m: fc.integer({ min: 1, max: 3 }),
      d: fc.integer({ min: 0, max: 3 }),
      k: fc.integer({ min: 0, max: 2 }),
      p: fc.integer({ min: 0, max: 4 }),
      s: fc.integer({ min: 0, max: 4 }),
      ticks: fc.integer({ min: 1, max: size.ticks }),
      ticksPerYear: fc.constantFrom(1, 4, 12),
    })
    .chain(({ n, m, d, k, p, s, ticks, ticksPerYear }) => {
      const shape: Shape = {
        actors: ids('a', n),
        resources: ids('r', m),
        axes: ids('d', d),
        threats: ids('k', k),
        treaties: ids('p', p),
        ticks,
        ticksPerYear,
      };
      return fc.record({
        draft: draft(shape, s),
        placed: placed(shape, s),
        seed: fc.string({ minLength: 1, maxLength: 6 }),
      });
    })
    .map(({ draft: input, placed: interventions, seed }) => {
      const checked = check(input);
      if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
      const those = checkPlaced(interventions, checked.value);
      if ('faults' in those) throw new Error(those.faults.map(faultSentence).join('\n'));
      return { scenario: checked.value, interventions: those.value, seed };
    });

const placed = (shape: Shape, shocks: number): fc.Arbitrary<unknown[]> =>
  fc
    .array(intervention(shape), { maxLength: 8 })
    .map((acts) =>
      acts.filter((act) => shocks > 0 || !('id' in (act as object) && (act as { what: string }).what === 'shock')),
    );

const draft = (shape: Shape, shocks: number): fc.Arbitrary<unknown> =>
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
    dyads: fc.array(
      fc
        .tuple(
          some(shape.actors, 2),
          fc.record(
            { mutual: fc.boolean(), hostility: unit, relational: unit, proximity: unit },
            { requiredKeys: ['mutual'] },
          ),
        )
        .map(([[from, to], more]) => ({ from, to, ...more })),
      { maxLength: 6 },
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

/** An exclusive treaty bars its members from others of its purpose: where two clash the clause goes. */
function compatible<T extends { purpose?: string | undefined; members: string[]; exclusive?: boolean | undefined }>(
  treaties: T[],
): T[] {
  return treaties.map((own) => ({
    ...own,
    exclusive:
      own.exclusive === true &&
      treaties.every(
        (other) =>
          other === own || other.purpose !== own.purpose || !own.members.some((id) => other.members.includes(id)),
      ),
  }));
}
