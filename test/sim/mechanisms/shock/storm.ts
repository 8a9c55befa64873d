import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { actor, model, only, treaty } from '../../builders.ts';

export const phases = only({
  shock: [{ name: 'fading' }, { name: 'scheduled-shocks' }, { name: 'random-shocks' }, { name: 'interventions' }],
});
export type Shocks = NonNullable<Parameters<typeof model>[0]['shocks']>;
export type Change = Shocks[number]['changes'][number];

export const world = (changes: Change[], more: Partial<Shocks[number]> = {}, ticksPerYear = 1) =>
  model({
    ticks: 60,
    ticksPerYear,
    interests: [
      { id: 'land', name: 'Land', low: 'no', high: 'yes' },
      { id: 'sea', name: 'Sea', low: 'no', high: 'yes' },
    ],
    actors: [actor('a', { resources: { arms: 80 } }), actor('b', { resources: { arms: 120 } })],
    threats: [{ id: 't', name: 'T', strength: 200, hostility: { a: 0.5 } }],
    treaties: [treaty('ab', ['a', 'b'], { formality: 0.7 })],
    shocks: [{ id: 'storm', name: 'Storm', family: 'power', at: 5, changes, ...more }],
    mechanisms: phases,
  });

/** What a figure of the state was at each of these ticks. */
export const course = (
  of: ReturnType<typeof model>,
  figure: (state: ReturnType<typeof seek>) => number,
  ticks: readonly number[],
  interventions: Intervention[] = [],
): number[] => {
  const history = play(of, '1', interventions);
  return ticks.map((t) => figure(seek(history, t)));
};
export const arms = (state: ReturnType<typeof seek>): number => state.columns.resources[0]!;
export const autonomy = (state: ReturnType<typeof seek>): number => state.columns.autonomy[0]!;
export const at = { target: { actors: ['a'] } };
