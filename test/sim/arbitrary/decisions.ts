import fc from 'fast-check';
import { slotOf } from '../../../sim/schema/decision-slot.ts';
import { type Intervention, VOTE_MATTERS } from '../../../sim/schema/intervention.ts';
import { clauses } from './treaties.ts';
import { type Shape, unit } from './values.ts';

const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

/** Any decision of an actor of this world, sensible or not. */
export function decision(shape: Shape): fc.Arbitrary<unknown> {
  const [first, second] = shape.actors;
  const alliance = fc.constantFrom(...shape.treaties, 'unheard-of', `${first}-${second}-1`, `${second}-${first}-1`);
  const one = fc.constantFrom(...shape.actors);
  const ticks = fc.constantFrom(undefined, undefined, 1, 2, 5, 40);
  const text = some(fc.record(clauses, { requiredKeys: [] }));
  return one.chain((actor) => {
    const other = one.filter((id) => id !== actor);
    const choice = fc.oneof(
      fc.record({ act: fc.constant('hold'), ticks: fc.constantFrom(1, 3, 20) }),
      fc.record({ act: fc.constant('contribute'), rate: unit, alliance: some(alliance), ticks }),
      fc.record({ act: fc.constantFrom('join', 'leave', 'stay', 'bear'), alliance, ticks }),
      fc.record({ act: fc.constant('propose'), to: other, clauses: text, ticks }),
      fc.record({
        act: fc.constantFrom('honour', 'renege'),
        victim: some(other),
        caller: some(other),
        alliance: some(alliance),
        ticks,
      }),
      fc.record({
        act: fc.constant('vote'),
        alliance,
        support: fc.boolean(),
        matter: some(fc.constantFrom(...VOTE_MATTERS)),
        subject: some(other),
        ticks,
      }),
      fc.uniqueArray(other, { minLength: 1, maxLength: 4 }).chain((others) =>
        fc.record({
          act: fc.constant('sign'),
          parties: fc.constant([actor, ...others]),
          clauses: text,
          quotas: some(fc.dictionary(fc.constantFrom(actor, ...others), fc.double({ min: 0, max: 5, noNaN: true }))),
          alliance: some(alliance),
          ticks,
        }),
      ),
    );
    return fc.record({
      kind: fc.constant('decide'),
      actor: fc.constant(actor),
      choice,
      as: fc.constantFrom(undefined, 'player', 'default'),
    });
  });
}

/** Without those that decide a second time what an earlier one decides. */
export function oneOfEach(placed: readonly unknown[]): unknown[] {
  const seen = new Set<string>();
  return placed.filter((each) => {
    const one = each as Intervention;
    if (one.kind !== 'decide') return true;
    const place = `${one.tick} ${slotOf(one.actor, one.choice)}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
