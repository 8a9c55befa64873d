import { stream } from '../exact/random.ts';
import type { Secret } from '../schema/classroom.ts';
import type { Scenario } from '../schema/scenario.ts';

// Interests that are drawn for a class. The public scenario lists the alternatives and does not tell which one holds.

/**
 * The interest that the seed draws for an actor; undefined where the scenario gives it none. Each actor has a random number stream of
 * its own, so that the draw depends neither on the other actors nor on their order.
 */
export function secretOf(scenario: Scenario, seed: string, actor: string): Secret | undefined {
  const secrets = scenario.classroom?.secrets ?? {};
  const alternatives = Object.hasOwn(secrets, actor) ? secrets[actor]! : [];
  return alternatives[stream(seed, `secret/${actor}`, 0).below(alternatives.length)];
}

/** The scenario with the positions that the seed draws: what a class runs, and what its run file holds. */
export const withSecrets = (scenario: Scenario, seed: string): Scenario => ({
  ...scenario,
  actors: scenario.actors.map((actor) => {
    const drawn = secretOf(scenario, seed, actor.id);
    return drawn ? { ...actor, position: { ...actor.position, ...drawn.positions } } : actor;
  }),
});
