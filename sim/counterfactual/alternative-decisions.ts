import type { Choice, Intervention } from '../schema/intervention.ts';
import type { Alternative, Event } from '../world/event.ts';

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
    case 'refused': {
      const { alliance } = event;
      if (alliance === undefined) return [];
      return event.because
        .flatMap(({ term, actor }) => (term === 'vote' && actor !== undefined ? [actor] : []))
        .slice(0, 3)
        .map((voter) => decide(voter, { act: 'vote', alliance, support: event.kind === 'refused' }));
    }
    case 'notice':
      return [...runnerUp(event, decide), decide(first, { act: 'stay', alliance: event.alliance })];
    case 'dispute-opened':
      return [decide(first, { act: 'bear', alliance: event.alliance })];
    default:
      return runnerUp(event, decide);
  }
}

function runnerUp(
  { who: [first], runnerUp: next }: Event,
  decide: (actor: string, choice: Choice) => Decision,
): Decision[] {
  const choice = next && choiceOf(next.choice);
  return choice && first !== undefined ? [decide(first, choice)] : [];
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
