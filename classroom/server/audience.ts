import type { Choice } from '../../sim/schema/intervention.ts';
import type { RoomLanguage } from '../log/entry.ts';
import type { RoomMessage } from '../protocol/message.ts';
import type { Debrief, Price } from '../protocol/state.ts';
import { countReady } from '../room/judge.ts';
import { delegationOf } from '../room/place-round.ts';
import type { RoomState } from '../room/state.ts';
import type { Conductor } from './conductor.ts';
import type { Guest, Place } from './connection.ts';
import type { Presence } from './presence.ts';
import type { RefusalLog } from './refusal-log.ts';
import type { RoomHost } from './room-host.ts';
import type { RoomScenario } from './room-scenario.ts';
import { projectorToken } from './secrets.ts';
import type { ViewSource } from './views/public-state.ts';
import { sceneOf } from './views/scene.ts';
import { instructorState, projectorState } from './views/staff-states.ts';
import { ownPart, studentState } from './views/student-state.ts';

/** All who listen to a room, and what each of them has yet to hear. */
export interface Audience {
  count(): number;
  enter(guest: Guest): void;
  leave(guest: Guest): void;
  /** Guests of one seat: a second tab takes the place of the first. */
  guestOf(player: string): Guest | undefined;
  /** A guest has a place now: it hears what does not change, and then what does. */
  placed(guest: Guest): void;
  /** @param what `own`: nothing but what the player and its delegation have decided so far; the others of the delegation may wait for it. */
  changedFor(actor: string | null, player: string, what?: 'own' | 'all'): void;
  /** Somebody came, or came to another seat: others hear of it a little later. */
  arrived(player: string): void;
  changedForAll(who?: 'students' | 'staff'): void;
  counted(): void;
  /** Sends what is due; called once it is on the disk. */
  flush(): void;
  checkPresence(): void;
  steer(debrief: Debrief): void;
  /** Tells the students that their seats are cleared for the next class. */
  dismissStudents(): void;
  end(message: RoomMessage | undefined): void;
}

interface Surroundings {
  state: RoomState;
  scenario: RoomScenario;
  host: RoomHost;
  here: Presence;
  refusals: RefusalLog;
  lead: Conductor;
  priceOf(actor: string, choice: Choice): Price | undefined;
  /** Lets what is due be sent. */
  wake(): void;
}

/** How long others of a delegation and of the room wait for what they need not know at once, ms: a large class would else hear itself. */
const LATER = 500;

const say = ({ connection }: Guest, message: RoomMessage): void => connection.send(JSON.stringify(message));

export function audience(of: Surroundings): Audience {
  const { state, scenario, host, here, refusals, lead, priceOf } = of;
  const guests = new Set<Guest>();
  /** What is sent with the next flush, and what may wait a little. */
  const due = new Map<Guest, 'own' | 'all'>();
  const later = new Map<Guest, 'own' | 'all'>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isCountDue = false;
  let debrief: Debrief | undefined;
  let seenPresence = '';

  const mark = (list: typeof due, guest: Guest, what: 'own' | 'all'): void => {
    if (list.get(guest) !== 'all') list.set(guest, what);
  };
  function markLater(guest: Guest, what: 'own' | 'all'): void {
    mark(later, guest, what);
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const [waiting, all] of later) if (guests.has(waiting)) mark(due, waiting, all);
      later.clear();
      of.wake();
    }, LATER);
  }

  const markNow = (guest: Guest, what: 'own' | 'all'): void => mark(due, guest, what);

  const count = () => countReady(state, here.isHere);

  /** That of the page, which a player may change; else the one in which the player came. */
  const languageOf = ({ place, language }: Guest): RoomLanguage =>
    language ??
    (place?.as === 'student' ? state.players.get(place.player)?.language : undefined) ??
    state.settings.language;

  function viewFor(guest: Guest, place: Place, source: ViewSource): RoomMessage {
    const language = languageOf(guest);
    if (place.as === 'student') return studentState(source, state.players.get(place.player)!, language, priceOf);
    const join = host.join(state.opening.code);
    if (place.as === 'projector') return projectorState(source, language, join, here.isHere);
    return instructorState(source, language, {
      join,
      presenceOf: here.of,
      projector: projectorToken(place.token),
      keptUntil: host.keptUntil(state),
      refusals: refusals.shown(),
      worlds: host.worlds(state),
    });
  }

  return {
    count: () => guests.size,
    enter: (guest) => guests.add(guest),
    leave(guest) {
      guests.delete(guest);
      due.delete(guest);
      later.delete(guest);
    },
    guestOf: (player) => [...guests].find(({ place }) => place?.as === 'student' && place.player === player),
    placed(guest) {
      say(guest, sceneOf(state, scenario, languageOf(guest)));
      mark(due, guest, 'all');
    },
    changedFor(actor, player, what = 'all') {
      const others = new Set(actor === null ? [] : delegationOf(state, actor));
      for (const guest of guests) {
        if (guest.place?.as !== 'student') continue;
        if (guest.place.player === player) mark(due, guest, what);
        else if (others.has(guest.place.player)) (what === 'own' ? markLater : markNow)(guest, what);
      }
    },
    changedForAll(who) {
      for (const guest of guests) {
        if (!guest.place) continue;
        const isStudent = guest.place.as === 'student';
        if (who === undefined || (who === 'students') === isStudent) mark(due, guest, 'all');
      }
    },
    arrived(player) {
      for (const guest of guests) {
        if (guest.place?.as === 'student' && guest.place.player !== player) markLater(guest, 'all');
        else if (guest.place) mark(due, guest, 'all');
      }
    },
    counted() {
      isCountDue = true;
    },
    flush() {
      if (due.size === 0 && !isCountDue) return;
      const source: ViewSource = {
        room: state,
        scenario,
        report: lead.report(),
        leftMs: lead.leftMs(),
        count: count(),
        debrief,
      };
      const told = new Map(due);
      due.clear();
      for (const [guest, what] of told) {
        const { place } = guest;
        if (!place) continue;
        const isOwn = what === 'own' && place.as === 'student';
        say(guest, isOwn ? ownPart(source, state.players.get(place.player)!) : viewFor(guest, place, source));
      }
      if (isCountDue) {
        const text = JSON.stringify({ for: 'count', ...source.count } satisfies RoomMessage);
        for (const guest of guests) if (guest.place && told.get(guest) !== 'all') guest.connection.send(text);
      }
      isCountDue = false;
    },
    checkPresence() {
      const now = [...state.players.keys()].map((player) => here.of(player)).join();
      if (now === seenPresence) return;
      seenPresence = now;
      const source = { room: state, scenario, report: lead.report(), leftMs: lead.leftMs(), count: count(), debrief };
      for (const guest of guests)
        if (guest.place && guest.place.as !== 'student' && !due.has(guest))
          say(guest, viewFor(guest, guest.place, source));
    },
    steer(next) {
      debrief = next;
      for (const guest of guests) if (guest.place) mark(due, guest, 'all');
    },
    dismissStudents() {
      for (const guest of guests) if (guest.place?.as === 'student') say(guest, { for: 'cleared' });
    },
    end(message) {
      for (const guest of [...guests]) {
        if (message) say(guest, message);
        guest.connection.close();
      }
      guests.clear();
      clearTimeout(timer);
    },
  };
}
