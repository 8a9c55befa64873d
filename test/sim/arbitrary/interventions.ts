import fc from 'fast-check';
import { decision, oneOfEach } from './decisions.ts';
import { blow } from './shocks.ts';
import { between, type Shape } from './values.ts';

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

/** @param most interventions in the list. */
export const placed = (shape: Shape, shocks: number, most = 8): fc.Arbitrary<unknown[]> =>
  fc
    .array(intervention(shape), { maxLength: most })
    .map((acts) =>
      oneOfEach(acts).filter(
        (act) => shocks > 0 || !('id' in (act as object) && (act as { what: string }).what === 'shock'),
      ),
    );
