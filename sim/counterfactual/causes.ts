import type { Choice, Intervention } from '../schema/intervention.ts';
import type { Event, EventKind } from '../world/event.ts';

/** A candidate cause of an end, and the change that would have prevented it. */
export interface CandidateCause {
  /** When it happened. */
  tick: number;
  /** The logged event; undefined for an intervention. */
  event: Event | undefined;
  /** The intervention that a person placed; undefined for an event of the run. */
  placed: Intervention | undefined;
  /** Ids of those who decided; empty for a shock. */
  who: readonly string[];
  /** The change that prevents it: a run forked at this tick, with these interventions … */
  at: number;
  remedy: readonly Intervention[];
  /** … and without these of its own interventions, by index. */
  without: readonly number[];
}

/** The last years of an alliance, in which candidate causes are sought. */
export interface CauseContext {
  alliance: string;
  from: number;
  ended: number;
  /** Events of these years, in order. */
  events: readonly Event[];
  interventions: readonly Intervention[];
  /** Whether a person placed a decision for an actor at a tick. */
  isPlaced(tick: number, actor: string): boolean;
  /** Ids of the shocks that persons placed. */
  placedShocks: ReadonlySet<string>;
  /** Who gave notice to the alliance: the ids of an event, joined. */
  noticed: ReadonlySet<string>;
  /** Everyone who was a member in these years. */
  members: ReadonlySet<string>;
  threats: ReadonlySet<string>;
  membersAt(tick: number): string[];
}

/** What is asked of each event, looked up once: a person may have placed thousands of interventions. */
export function lookUps(
  alliance: string,
  events: readonly Event[],
  interventions: readonly Intervention[],
): Pick<CauseContext, 'isPlaced' | 'placedShocks' | 'noticed'> {
  const decided = new Set(
    interventions.flatMap((placed) => (placed.kind === 'decide' ? [`${placed.tick} ${placed.actor}`] : [])),
  );
  return {
    isPlaced: (tick, actor) => decided.has(`${tick} ${actor}`),
    placedShocks: new Set(interventions.flatMap((placed) => (placed.kind === 'shock' ? [placed.shock.id] : []))),
    noticed: new Set(
      events.flatMap((event) => (event.kind === 'notice' && event.alliance === alliance ? [event.who.join()] : [])),
    ),
  };
}

type Found<K extends EventKind> = (event: Extract<Event, { kind: K }>, scene: CauseContext) => CandidateCause[];

/** Candidate causes that are prevented when some actors decide otherwise in the tick of the event. */
function decided(
  event: Event,
  actors: readonly string[],
  choice: Choice,
  { isPlaced }: CauseContext,
): CandidateCause[] {
  // A decision that a person placed is listed among the interventions instead.
  const own = event.who.some((actor) => isPlaced(event.tick, actor));
  if (own || actors.length === 0) return [];
  const remedy = actors.map((actor): Intervention => ({ kind: 'decide', tick: event.tick, actor, choice }));
  return [{ tick: event.tick, event, placed: undefined, who: event.who, at: event.tick, remedy, without: [] }];
}

const shock: Found<'shock'> = (event, { members, threats, alliance, placedShocks }) => {
  const struck = event.who.some((id) => members.has(id) || threats.has(id) || id === alliance || id === 'all');
  if (!struck || placedShocks.has(event.shock)) return [];
  const at = event.tick;
  const remedy: Intervention[] = [{ kind: 'cancel', tick: at, what: 'shock', id: event.shock }];
  return [{ tick: event.tick, event, placed: undefined, who: [], at, remedy, without: [] }];
};

const notice: Found<'notice'> = (event, scene) =>
  event.alliance === scene.alliance ? decided(event, event.who, stay(scene), scene) : [];

const left: Found<'left'> = (event, scene) => {
  if (event.alliance !== scene.alliance) return [];
  // Where giving notice is already a candidate cause, the exit that follows it is not listed again.
  return scene.noticed.has(event.who.join()) ? [] : decided(event, event.who, stay(scene), scene);
};

/** The log does not say how large the majority was, so all who may vote vote against. */
const expelled: Found<'expelled'> = (event, scene) =>
  event.alliance === scene.alliance ? decided(event, others(event, scene), vote(scene, false), scene) : [];

const sanctioned: Found<'sanctioned'> = (event, scene) =>
  event.alliance === scene.alliance && event.by === 'sanctions'
    ? decided(event, others(event, scene), vote(scene, false), scene)
    : [];

const merged: Found<'merged'> = (event, scene) =>
  event.alliance === scene.alliance ? decided(event, event.who, vote(scene, false), scene) : [];

const deadlock: Found<'deadlock'> = (event, scene) =>
  event.alliance === scene.alliance ? decided(event, event.who, vote(scene, true), scene) : [];

const split: Found<'split'> = (event, scene) =>
  event.from === scene.alliance ? decided(event, event.who, stay(scene), scene) : [];

/** The log does not say who let it lapse, so all go on. */
const dissolved: Found<'dissolved'> = (event, scene) =>
  event.alliance === scene.alliance && event.how === 'lapsed' ? decided(event, event.who, stay(scene), scene) : [];

const reneged: Found<'reneged'> = (event, scene) => {
  const { alliance, victim, caller, who } = event;
  const among = alliance === scene.alliance || [...who, caller].every((id) => scene.members.has(id));
  return among ? decided(event, who, { act: 'honour', victim }, scene) : [];
};

const climbed: Found<'dispute-climbed'> = (event, scene) =>
  event.alliance === scene.alliance ? decided(event, event.who, { act: 'bear', alliance: scene.alliance }, scene) : [];

const stay = ({ alliance }: CauseContext): Choice => ({ act: 'stay', alliance });
const vote = ({ alliance }: CauseContext, support: boolean): Choice => ({ act: 'vote', alliance, support });
const others = (event: Event, { membersAt }: CauseContext): string[] =>
  membersAt(event.tick).filter((id) => !event.who.includes(id));

/** For each kind of event, what could have prevented it. */
export const CAUSES = new Map<EventKind, (event: Event, scene: CauseContext) => CandidateCause[]>(
  Object.entries({
    shock,
    notice,
    left,
    expelled,
    sanctioned,
    merged,
    deadlock,
    split,
    dissolved,
    reneged,
    'dispute-climbed': climbed,
  }) as unknown as [EventKind, (event: Event, scene: CauseContext) => CandidateCause[]][],
);
