import type { Choice, Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';

type Decision = Intervention & { kind: 'decide' };

/** What a person could have decided in place of those who did; the runner-up where there is one. At most three. */
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
      return event.because
        .flatMap(({ term }) => (term.startsWith('vote of ') ? [term.slice('vote of '.length)] : []))
        .slice(0, 3)
        .map((voter) => decide(voter, { act: 'vote', alliance: event.alliance, support: event.kind === 'refused' }));
    default: {
      const choice = event.runnerUp && choiceOf(event.runnerUp.choice);
      return choice ? [decide(first, choice)] : [];
    }
  }
}

/** A choice as the engine names it, as a person would decide it; to wait is no decision. */
export function choiceOf(label: string): Choice | undefined {
  const [verb, object = ''] = label.split(' ');
  if (verb === 'join' || verb === 'switch') return { act: 'join', alliance: object };
  if (verb === 'leave') return { act: 'leave', alliance: object };
  const other = verb === 'found' ? label.split(' with ').at(-1) : undefined;
  return other ? { act: 'propose', to: other } : undefined;
}
