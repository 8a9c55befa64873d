import type { Event } from '../../sim/world/event.ts';
import type { AllianceView, RunView } from '../run-view/run-view.ts';

/** Events up to a tick, the newest first, that somebody had a part in: as one who acts, or as one it was done to. */
export function lastEvents(run: RunView, tick: number, concerns: (event: Event) => boolean, most: number): Event[] {
  const found: Event[] = [];
  for (let k = run.events.length - 1; k >= 0 && found.length < most; k--) {
    const event = run.events[k]!;
    if (event.tick <= tick && concerns(event)) found.push(event);
  }
  return found;
}

const NAMES = ['victim', 'attacker', 'against', 'mediator', 'to'];

/** Whether an actor is named by an event, in whatever part. */
export const concerns =
  (actor: string) =>
  (event: Event): boolean =>
    event.who.includes(actor) || NAMES.some((name) => [Reflect.get(event, name)].flat().includes(actor));

/** Calls of its allies upon an actor up to a tick, and how many of them it answered. */
export function promisesOf({ events }: RunView, actor: string, tick: number): { calls: number; kept: number } {
  let [calls, kept] = [0, 0];
  for (const event of events) {
    if (event.tick > tick) break;
    if ((event.kind !== 'honoured' && event.kind !== 'reneged') || !event.who.includes(actor)) continue;
    calls++;
    if (event.kind === 'honoured') kept++;
  }
  return { calls, kept };
}

/** Disputes of an alliance up to a tick. */
export function disputesOf(
  { events }: RunView,
  { id, from }: AllianceView,
  tick: number,
): { opened: number; settled: number } {
  let [opened, settled] = [0, 0];
  for (const event of events) {
    if (event.tick > tick) break;
    if (event.tick < from || !('alliance' in event) || event.alliance !== id) continue;
    if (event.kind === 'dispute-opened') opened++;
    if (event.kind === 'dispute-settled') settled++;
  }
  return { opened, settled };
}

/** The alliance meant by an id at a tick: an id may be used again once its alliance is over. */
export function allianceCalled({ alliances }: RunView, id: string, tick: number): AllianceView | undefined {
  const called = alliances.filter((alliance) => alliance.id === id);
  return (
    called.find(({ from, to }) => from <= tick && tick < to) ??
    called.filter(({ from }) => from <= tick).at(-1) ??
    called[0]
  );
}
