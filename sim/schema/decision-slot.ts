import type { Choice, Intervention } from './intervention.ts';

// Of one actor in one tick there is one final decision of each kind on each object. Ids have no spaces, so that texts of ids tell
// them apart.

const ANY = '*';

/** Decisions that exclude each other have one name. */
const KINDS: Record<Choice['act'], string> = {
  hold: 'hold',
  contribute: 'contribute',
  stay: 'membership',
  leave: 'membership',
  join: 'membership',
  bear: 'bear',
  vote: 'vote',
  propose: 'propose',
  sign: 'sign',
  honour: 'answer',
  renege: 'answer',
};

/** What a decision is about, from its most general part on. */
function objectOf(choice: Choice): string {
  switch (choice.act) {
    case 'hold':
      return '';
    case 'propose':
      return choice.to;
    case 'vote':
      return voteObject(choice.alliance, choice.matter, choice.subject);
    case 'honour':
    case 'renege':
      return answerObject(choice.victim, choice.caller, choice.alliance);
    case 'sign':
      return `${choice.alliance ?? ANY} ${[...choice.parties].sort().join()}`;
    default:
      return choice.alliance ?? '';
  }
}

export const voteObject = (alliance: string, matter = ANY, subject = ANY): string => `${alliance} ${matter} ${subject}`;
export const answerObject = (victim = ANY, caller = ANY, alliance = ANY): string => `${victim} ${caller} ${alliance}`;

/** The place of a decision among those of one tick: two at one place say the same or contradict each other. */
export const slotName = (actor: string, kind: string, object: string): string => `${actor} ${kind} ${object}`;

export const slotOf = (actor: string, choice: Choice): string => slotName(actor, KINDS[choice.act], objectOf(choice));

/** Names a decision among all those of a run; an event that says what came of it carries this. */
export const decisionKey = ({
  tick,
  actor,
  choice,
}: Pick<Intervention & { kind: 'decide' }, 'tick' | 'actor' | 'choice'>): string =>
  `${tick} ${actor} ${choice.act} ${objectOf(choice)}`.trimEnd();

/** The interventions of a run with more of them: a decision replaces an earlier one at its place. */
export function withInterventions(held: readonly Intervention[], added: readonly Intervention[]): Intervention[] {
  const places = new Set(added.flatMap(placeOf));
  return [...held.filter((one) => !placeOf(one).some((place) => places.has(place))), ...added];
}

const placeOf = (placed: Intervention): string[] =>
  placed.kind === 'decide' ? [`${placed.tick} ${slotOf(placed.actor, placed.choice)}`] : [];
