import type { History } from '../../../sim/history/history.ts';
import type { Model } from '../../../sim/model/model.ts';
import type { Event, EventKind } from '../../../sim/world/event.ts';
import type { DebriefEvent } from '../../protocol/debrief-file.ts';
import type { Happening } from '../../protocol/state.ts';
import type { RoomState } from '../../room/state.ts';

/** Keys of an event that tell its reasons, which reach nobody before the debrief. */
const HIDDEN = new Set(['tick', 'by', 'kind', 'who', 'because', 'score', 'runnerUp', 'chance', 'of', 'decidedBy']);

/** What everybody can see of the world. */
const PUBLIC: ReadonlySet<EventKind> = new Set([
  'founded',
  'joined',
  'notice',
  'stayed',
  'left',
  'expelled',
  'merged',
  'split',
  'dissolved',
  'renewed',
  'attacked',
  'honoured',
  'reneged',
  'violated',
  'fought',
  'sanctioned',
  'tribute',
  'renegotiated',
  'shock',
  'shock-over',
]);
/** What only concerns those whom it names. */
const OWN: ReadonlySet<EventKind> = new Set([
  ...PUBLIC,
  'refused',
  'relief',
  'amends',
  'voted',
  'dispute-opened',
  'dispute-climbed',
  'dispute-settled',
  'deadlock',
  'no-occasion',
]);
const MOST_TOLD = 40;

/** Shocks of cards that only some may read. */
const privateShocks = ({ cards }: RoomState): ReadonlyMap<string, readonly string[]> =>
  new Map(cards.flatMap(({ shock, to }) => (to === null ? [] : [[shock.id, to]])));

/** What everybody may know of these events. */
export function newsOf(room: RoomState, model: Model, events: readonly Event[]): Happening[] {
  const hidden = privateShocks(room);
  return told(
    model,
    events.filter((event) => PUBLIC.has(event.kind) && !('shock' in event && hidden.has(event.shock))),
  );
}

/** What happened to an actor. */
export function happenedTo(room: RoomState, model: Model, events: readonly Event[], actor: string): Happening[] {
  const hidden = privateShocks(room);
  return told(
    model,
    events.filter((event) => {
      if ('shock' in event && hidden.has(event.shock)) return hidden.get(event.shock)!.includes(actor);
      return OWN.has(event.kind) && concerns(event, actor);
    }),
  );
}

const concerns = (event: Event, actor: string): boolean =>
  event.who.includes(actor) || Object.entries(event).some(([key, value]) => !HIDDEN.has(key) && value === actor);

const told = (model: Model, events: readonly Event[]): Happening[] =>
  events.slice(-MOST_TOLD).map((event) => happeningOf(model, event));

function happeningOf(model: Model, event: Event): Happening {
  const { tick, kind, who, decidedBy } = event;
  const about = Object.fromEntries(
    Object.entries(event).filter(([key, value]) => !HIDDEN.has(key) && value !== undefined),
  ) as Happening['about'];
  return { date: model.yearOf(tick), kind, who: [...who], about, ...(decidedBy && { decidedBy }) };
}

/** What happens so often that a class does not talk of it one by one, or what an earlier event says already. */
const EVERYDAY: ReadonlySet<EventKind> = new Set(['renewed', 'shock-over', 'sanctioned', 'tribute']);

/** What a class talks about when the game is over: what everybody could see, and what came of decisions that others refused. */
export const debriefEvents = ({ model, events }: Pick<History, 'model' | 'events'>): DebriefEvent[] =>
  events.flatMap((event, k) => {
    const isTold = event.kind === 'refused' ? event.of !== undefined : PUBLIC.has(event.kind);
    if (!isTold || EVERYDAY.has(event.kind)) return [];
    return [{ ...happeningOf(model, event), event: k, tick: event.tick }];
  });
