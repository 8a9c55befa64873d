import type { Alliance } from '../world/alliance.ts';
import type { StepContext } from './mechanism.ts';

/** Whether a person has an actor stay in an alliance this tick, or bear what it finds unfair there. */
export function isDecidedByPerson(
  { interventions, model }: Pick<StepContext, 'interventions' | 'model'>,
  act: 'stay' | 'bear',
  alliance: Alliance,
  actor: number,
): boolean {
  for (const intervention of interventions) {
    if (intervention.kind !== 'decide' || intervention.choice.act !== act) continue;
    if (intervention.choice.alliance === alliance.id && model.names.actors.get(intervention.actor) === actor)
      return true;
  }
  return false;
}
