import type { Choice, Intervention } from '../schema/intervention.ts';
import type { Alternative, Event } from '../world/event.ts';
import { votersIn } from './inputs.ts';

type Decision = Intervention & { kind: 'decide' };

/** Decisions that a person could have made for the deciders of an event, the runner-up first where there is one. At most three. */
export function alternativeDecisions(event: Event): Decision[] {
  const { tick, who } = event;
  const decide = (actor: string, choice: Choice): Decision => ({ kind: 'decide', tick, actor, choice });
  const [first] = who;
  if (first === undefined) return [];
  switch (event.kind) {
    case 'honoured':
    case 'reneged':
      return [decide(first, { act: event.kind === 'honoured' ? 'renege' : 'honour', victim: event.victim })];
    case 'stayed':
      return [decide(first, { act: 'leave', alliance: event.alliance })];
    case 'expelled':
    case 'sanctioned':
    case 'refused':
      return votersIn(event.because)
        .slice(0, 3)
        .map((voter) => decide(voter, { act: 'vote', alliance: event.alliance, support: event.kind === 'refused' }));
    default: {
      const choice = event.runnerUp && choiceOf(event.runnerUp.choice);
      return choice ? [decide(first, choice)] : [];
    }
  }
}

/** A choice of the engine as a decision of a person; undefined for a choice that no person can make, such as to wait. */
export function choiceOf(alternative: Alternative): Choice | undefined {
  switch (alternative.act) {
    case 'join':
    case 'switch':
      return { act: 'join', alliance: alternative.alliance };
    case 'leave':
      return { act: 'leave', alliance: alternative.alliance };
    case 'found':
      return { act: 'propose', to: alternative.to };
    default:
      return undefined;
  }
}
