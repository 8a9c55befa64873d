import { actor, model, only, treaty } from '../../builders.ts';

export const war = { aggression: 8, most: 0.95 };
export const fighting = (parameters: Record<string, number> = war) =>
  only({ perceive: [{ name: 'observation' }], crisis: [{ name: 'attacks', parameters }] });

export type Treaties = NonNullable<Parameters<typeof model>[0]['treaties']>;
/** A victim, a friend and a neutral; a threat that means the victim alone. */
export const menaced = (treaties: Treaties, parameters = war, ticks = 1) =>
  model({
    ticks,
    actors: [actor('victim'), actor('friend'), actor('neutral')],
    threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
    treaties,
    mechanisms: fighting(parameters),
  });
export const pact = treaty('pact', ['victim', 'friend']);

/** Two who hate each other side by side, and two who look on; wars as in `fighting`. */
export const quarrel = (
  treaties: Treaties,
  parameters: Record<string, number> = war,
  more: Parameters<typeof model>[0] = {},
) =>
  model({
    ticks: 1,
    actors: [actor('hawk'), actor('prey'), actor('wing'), actor('far')],
    dyadDefaults: { proximity: 1 },
    dyads: [{ from: 'hawk', to: 'prey', mutual: false, hostility: 1 }],
    treaties,
    mechanisms: fighting(parameters),
    ...more,
  });
