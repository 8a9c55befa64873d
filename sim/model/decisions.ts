import type { Intervention } from '../schema/intervention.ts';
import type { Alliance } from '../world/alliance.ts';
import type { StepContext } from './mechanism.ts';

// What persons decided for actors in one tick. They may place thousands of decisions in it, and every vote and every call asks.

type Asking = Pick<StepContext, 'interventions' | 'model'>;

/** Whether a person has an actor stay in an alliance this tick, or bear what it finds unfair there. */
export const isDecidedByPerson = (context: Asking, act: 'stay' | 'bear', alliance: Alliance, actor: number): boolean =>
  context.interventions.length > 0 && decisionsIn(context).acts.has(keyOf(act, alliance.id, idOf(context, actor)));

/** The vote that a person casts for a member of an alliance this tick; undefined where the member decides itself. */
export const voteByPerson = (context: Asking, alliance: Alliance, actor: number): boolean | undefined =>
  context.interventions.length > 0
    ? decisionsIn(context).votes.get(keyOf('vote', alliance.id, idOf(context, actor)))
    : undefined;

/** Whether a person has an actor honour its commitments to a victim this tick; undefined where the actor decides itself. */
export function answerByPerson(context: Asking, actor: number, victim: string): boolean | undefined {
  if (context.interventions.length === 0) return undefined;
  const given = decisionsIn(context).answers.get(idOf(context, actor));
  const [any, own] = [given?.get(undefined), given?.get(victim)];
  return (any && own ? (any.order < own.order ? any : own) : (any ?? own))?.honours;
}

const idOf = ({ model }: Asking, actor: number): string => model.ids[actor]!;
// Ids have no spaces.
const keyOf = (act: string, alliance: string, actor: string): string => `${act} ${alliance} ${actor}`;

interface Decisions {
  acts: ReadonlySet<string>;
  votes: ReadonlyMap<string, boolean>;
  /** By actor, then by victim; undefined stands for any victim. */
  answers: ReadonlyMap<string, ReadonlyMap<string | undefined, { order: number; honours: boolean }>>;
}

/** The decisions of each tick whose interventions were read, kept as long as those. */
const read = new WeakMap<readonly Intervention[], Decisions>();

function decisionsIn({ interventions }: Asking): Decisions {
  const known = read.get(interventions);
  if (known) return known;
  const decisions = readDecisions(interventions);
  read.set(interventions, decisions);
  return decisions;
}

/** Of decisions that contradict each other, the first counts. */
function readDecisions(interventions: readonly Intervention[]): Decisions {
  const acts = new Set<string>();
  const votes = new Map<string, boolean>();
  const answers = new Map<string, Map<string | undefined, { order: number; honours: boolean }>>();
  for (const [order, intervention] of interventions.entries()) {
    if (intervention.kind !== 'decide') continue;
    const { actor, choice } = intervention;
    if (choice.act === 'stay' || choice.act === 'bear') acts.add(keyOf(choice.act, choice.alliance, actor));
    else if (choice.act === 'vote') {
      const key = keyOf('vote', choice.alliance, actor);
      if (!votes.has(key)) votes.set(key, choice.support);
    } else if (choice.act === 'honour' || choice.act === 'renege') {
      const own = answers.get(actor) ?? new Map();
      answers.set(actor, own);
      if (!own.has(choice.victim)) own.set(choice.victim, { order, honours: choice.act === 'honour' });
    }
  }
  return { acts, votes, answers };
}
