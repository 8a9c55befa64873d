import fc from 'fast-check';
import { FAMILIES } from '../../../sim/schema/shock.ts';
import { between, type Shape, some } from './values.ts';

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

export const blow = (id: string, shape: Shape) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    family: fc.constantFrom(...FAMILIES),
    changes: fc.array(change(shape), { minLength: 1, maxLength: 3 }),
  });
export const shock = (id: string, shape: Shape) =>
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
