import fc from 'fast-check';
import type { Shape } from './values.ts';

interface Coming {
  actor: number;
  kind: 'enters' | 'leaves' | 'returns';
  at: number;
  gap: number;
  successor: number | undefined;
}

/** Which actors come and go: in every second world, nobody. */
export const comings = ({ actors, ticks }: Shape): fc.Arbitrary<Coming[]> =>
  fc.oneof(
    fc.constant<Coming[]>([]),
    fc.uniqueArray(
      fc.record({
        actor: fc.nat(actors.length - 1),
        kind: fc.constantFrom('enters' as const, 'leaves' as const, 'returns' as const),
        at: fc.integer({ min: 1, max: Math.max(1, ticks - 1) }),
        gap: fc.integer({ min: 1, max: 8 }),
        successor: fc.option(fc.nat(actors.length - 1), { nil: undefined }),
      }),
      { maxLength: 4, selector: ({ actor }) => actor },
    ),
  );

type Draft = { actors: { id: string }[]; treaties: { members: string[] }[] };

/** The scenario in which they do. Who is bound by a treaty at the start exists then, and a successor exists throughout. */
export function withComings(input: unknown, list: readonly Coming[], { ticksPerYear }: Shape): unknown {
  const { actors, treaties } = input as Draft;
  const restless = new Set(list.map(({ actor }) => actor));
  const bound = new Set(treaties.flatMap(({ members }) => members));
  const date = (tick: number): number => tick / ticksPerYear;
  const existenceOf = ({ actor, kind, at, gap, successor }: Coming): unknown[] => {
    if (kind === 'enters' && !bound.has(actors[actor]!.id)) return [{ from: date(at) }];
    const heir = successor !== undefined && !restless.has(successor) ? { successor: actors[successor]!.id } : {};
    const first = { to: date(at), ...heir };
    return kind === 'returns' ? [first, { from: date(at + gap) }] : [first];
  };
  return {
    ...(input as Draft),
    actors: actors.map((actor, k) => {
      const coming = list.find((one) => one.actor === k);
      return coming ? { ...actor, existence: existenceOf(coming) } : actor;
    }),
  };
}
