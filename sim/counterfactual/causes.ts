import type { Choice, Intervention } from '../schema/intervention.ts';
import type { Event, EventKind } from '../world/event.ts';

/** What may have brought about an end, and what would have kept it from happening. */
export interface CandidateCause {
  /** When it happened. */
  tick: number;
  /** How it was told; undefined for what a person placed. */
  event: Event | undefined;
  /** What a person placed; undefined for what the run told of itself. */
  placed: Intervention | undefined;
  /** Whose doing it was, by id; nobody's where it is a shock. */
  who: readonly string[];
  /** The remedy: a run that is forked at this tick, has these … */
  at: number;
  remedy: readonly Intervention[];
  /** … and has no longer these of its own, by their places. */
  without: readonly number[];
}

/** The last years of an alliance, as suspects are looked for. */
export interface CauseContext {
  alliance: string;
  from: number;
  ended: number;
  /** Of these years, in order. */
  events: readonly Event[];
  interventions: readonly Intervention[];
  /** Whoever was in it in these years. */
  members: ReadonlySet<string>;
  threats: ReadonlySet<string>;
  membersAt(tick: number): string[];
}

type Found<K extends EventKind> = (event: Extract<Event, { kind: K }>, scene: CauseContext) => CandidateCause[];

/** Suspects whose remedy is that some actors decide otherwise in the tick of the event. */
function decided(
  event: Event,
  actors: readonly string[],
  choice: Choice,
  { interventions }: CauseContext,
): CandidateCause[] {
  // What a person had it do is among what people placed.
  const own = interventions.some(
    (placed) => placed.kind === 'decide' && placed.tick === event.tick && event.who.includes(placed.actor),
  );
  if (own || actors.length === 0) return [];
  const remedy = actors.map((actor): Intervention => ({ kind: 'decide', tick: event.tick, actor, choice }));
  return [{ tick: event.tick, event, placed: undefined, who: event.who, at: event.tick, remedy, without: [] }];
}

const shock: Found<'shock'> = (event, { members, threats, alliance, interventions }) => {
  const struck = event.who.some((id) => members.has(id) || threats.has(id) || id === alliance || id === 'all');
  // A shock strikes before anything of its own tick can be called off.
  if (!struck || event.tick === 0) return [];
  if (interventions.some((placed) => placed.kind === 'shock' && placed.shock.id === event.shock)) return [];
  const at = event.tick - 1;
  const remedy: Intervention[] = [{ kind: 'cancel', tick: at, what: 'shock', id: event.shock }];
  return [{ tick: event.tick, event, placed: undefined, who: [], at, remedy, without: [] }];
};

const notice: Found<'notice'> = (event, scene) =>
  event.alliance === scene.alliance ? decided(event, event.who, stay(scene), scene) : [];

const left: Found<'left'> = (event, scene) => {
  if (event.alliance !== scene.alliance) return [];
  // Whose notice is a suspect itself is not listed again when the notice is up.
  const noticed = scene.events.some(
    (other) => other.kind === 'notice' && other.alliance === scene.alliance && other.who.join() === event.who.join(),
  );
  return noticed ? [] : decided(event, event.who, stay(scene), scene);
};

/** A majority of one more or less is not told: all who may vote do so against. */
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

/** Who let it lapse is not told: all go on. */
const dissolved: Found<'dissolved'> = (event, scene) =>
  event.alliance === scene.alliance && event.how === 'lapsed' ? decided(event, event.who, stay(scene), scene) : [];

const reneged: Found<'reneged'> = (event, scene) => {
  const { alliance, victim, who } = event;
  const among = alliance === scene.alliance || [...who, victim].every((id) => scene.members.has(id));
  return among ? decided(event, who, { act: 'honour', victim }, scene) : [];
};

const climbed: Found<'dispute-climbed'> = (event, scene) =>
  event.alliance === scene.alliance ? decided(event, event.who, { act: 'bear', alliance: scene.alliance }, scene) : [];

const stay = ({ alliance }: CauseContext): Choice => ({ act: 'stay', alliance });
const vote = ({ alliance }: CauseContext, support: boolean): Choice => ({ act: 'vote', alliance, support });
const others = (event: Event, { membersAt }: CauseContext): string[] =>
  membersAt(event.tick).filter((id) => !event.who.includes(id));

/** How each kind of event can be kept from happening. */
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
