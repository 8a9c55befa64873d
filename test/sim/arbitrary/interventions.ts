import fc from 'fast-check';
import { blow } from './shocks.ts';
import { clauses } from './treaties.ts';
import { between, type Shape, unit } from './values.ts';

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

export const placed = (shape: Shape, shocks: number): fc.Arbitrary<unknown[]> =>
  fc
    .array(intervention(shape), { maxLength: 8 })
    .map((acts) =>
      acts.filter((act) => shocks > 0 || !('id' in (act as object) && (act as { what: string }).what === 'shock')),
    );
