import type { Choice } from '../../sim/schema/intervention.ts';
import { playerName } from '../names/player-name.ts';
import type { RoomAnswer, RoomMessage } from '../protocol/message.ts';
import type { EntranceRequest, InstructorRequest, StudentRequest } from '../protocol/request.ts';
import type { Price } from '../protocol/state.ts';
import { type Judgement, judge, REFUSALS, type RefusalCode } from '../room/judge.ts';
import type { Audience } from './audience.ts';
import type { Conductor } from './conductor.ts';
import type { Connection, Guest, Listener } from './connection.ts';
import { type Entrance, entrances } from './entrances.ts';
import { judgeInstructor } from './judge-instructor.ts';
import { parseMessage } from './parse-message.ts';
import type { Presence } from './presence.ts';
import type { RefusalLog } from './refusal-log.ts';
import type { RoomHost } from './room-host.ts';
import type { RoomLog } from './room-log.ts';
import type { RoomScenario } from './room-scenario.ts';
import { shuffled } from './seating.ts';
import { randomBelow } from './secrets.ts';

interface Surroundings {
  log: RoomLog;
  scenario: RoomScenario;
  host: RoomHost;
  here: Presence;
  refusals: RefusalLog;
  guests: Audience;
  lead: Conductor;
  price(actor: string, choice: Choice): Promise<Price | undefined>;
}

/** Refusals after which a connection is a nuisance: it is ended. */
const MOST_REFUSED = 200;

/** Takes what guests say: reads it, lets the room judge it, and answers once it is on the disk. */
export function answerGuests(of: Surroundings): { connect(connection: Connection): Listener } {
  const { log, scenario, host, here, refusals, guests, lead } = of;
  const { state: room } = log;
  const enter = entrances(of);

  function connect(connection: Connection): Listener {
    const guest: Guest = {
      connection,
      place: undefined,
      language: undefined,
      heardAt: host.now(),
      isSeen: true,
      tappedAt: 0,
    };
    let refused = 0;
    let isOpen = true;
    // One message after another, so that none overtakes an entrance that takes its time.
    let line = Promise.resolve();
    let waiting = 0;
    const { language } = room.settings;
    const { title } = scenario.in(language);
    guests.enter(guest);
    send({ for: 'greeting', code: room.opening.code, title, language, stage: room.stage, connection: connection.id });

    function send(message: RoomMessage): void {
      if (isOpen) connection.send(JSON.stringify(message));
    }
    const answer = (message: RoomAnswer): void => log.whenSaved(() => send(message));

    function refuse(id: number, what: string, why: RefusalCode, detail?: string): void {
      refusals.add(guest.place?.as ?? 'student', what, why);
      const text = detail === undefined ? REFUSALS[why] : `${REFUSALS[why]} ${detail}`;
      send({ for: 'answer', id, ok: false, refused: why, text });
      if (++refused > MOST_REFUSED) connection.close();
    }

    async function take(text: string): Promise<void> {
      if (!isOpen) return;
      if (!(await host.limits.message(connection.id))) return refuse(numberOf(text), '', 'too-fast');
      const parsed = parseMessage(text);
      guest.heardAt = host.now();
      if (parsed.kind === 'heartbeat') {
        guest.isSeen = parsed.seen;
        note();
        return send({ for: 'here' });
      }
      if (parsed.kind === 'refused') return refuse(parsed.id, parsed.do, parsed.why);
      guest.tappedAt = guest.heardAt;
      guest.isSeen = true;
      note();
      const { id } = parsed;
      if (parsed.kind === 'entrance') return takeEntrance(id, parsed.ask);
      const { place } = guest;
      if (!place) return refuse(id, parsed.ask.do, 'enter-first');
      if (parsed.kind === 'instructor') {
        if (place.as !== 'instructor') return refuse(id, parsed.ask.do, 'instructor-only');
        return void instruct(id, parsed.ask)?.catch((error) => host.stumbled(room.opening.code, error));
      }
      if (place.as !== 'student') return refuse(id, parsed.ask.do, 'not-here');
      return student(id, place.player, parsed.ask);
    }

    function note(): void {
      if (guest.place?.as === 'student') here.note(guest.place.player, guest);
    }

    async function takeEntrance(id: number, ask: EntranceRequest): Promise<void> {
      const outcome: Entrance = await enter(connection.id, ask);
      if (!isOpen) return;
      if ('refused' in outcome) return refuse(id, ask.do, outcome.refused);
      if (outcome.place.as === 'student') {
        const before = guests.guestOf(outcome.place.player);
        if (before && before !== guest) {
          before.connection.send(JSON.stringify({ for: 'moved' } satisfies RoomMessage));
          before.place = undefined;
          before.connection.close();
        }
      }
      guest.place = outcome.place;
      guest.language = ask.language;
      note();
      log.whenSaved(() => {
        if (!isOpen) return;
        send({ for: 'answer', id, ok: true, ...(outcome.seat && { seat: outcome.seat }) });
        guests.placed(guest);
      });
      takeBack();
      lead.settle();
    }

    /** Any tap takes the seat back from the model, unless the instructor gave it away. */
    function takeBack(): void {
      if (guest.place?.as !== 'student') return;
      const { actor, isRemoved } = room.players.get(guest.place.player)!;
      const seat = actor === null || isRemoved ? undefined : room.seats.get(actor);
      if (seat?.isLeftToBot && !seat.isLeftByInstructor)
        log.record([{ at: host.now(), kind: 'bot', actor: seat.actor, on: false, why: 'back' }]);
    }

    async function student(id: number, playerId: string, ask: StudentRequest): Promise<void> {
      const player = room.players.get(playerId)!;
      takeBack();
      if (ask.do === 'price') {
        if (player.isRemoved) return refuse(id, ask.do, 'removed');
        if (player.actor === null) return refuse(id, ask.do, 'no-actor');
        if (!(await host.limits.price(connection.id))) return refuse(id, ask.do, 'too-fast');
        const fault = scenario.rules.faultOf(player.actor, ask.choice);
        if (fault !== undefined) return refuse(id, ask.do, 'not-valid', fault);
        const price = await of.price(player.actor, ask.choice);
        return price ? send({ for: 'answer', id, ok: true, price }) : refuse(id, ask.do, 'not-valid');
      }
      if (ask.do === 'rename') {
        if (player.isRemoved) return refuse(id, ask.do, 'removed');
        // Once decisions bear the name, it stays.
        if (room.stage !== 'lobby' && room.stage !== 'predict') return refuse(id, ask.do, 'not-now');
        const taken = new Set([...room.players.values()].map(({ name }) => name));
        const name = playerName(player.language, taken, randomBelow);
        return act(id, ask.do, { entries: [{ at: host.now(), kind: 'renamed', player: playerId, name }] });
      }
      return act(id, ask.do, judge(room, scenario.rules, player, ask, host.now()));
    }

    function act(id: number, what: string, outcome: Judgement) {
      if ('refused' in outcome) return refuse(id, what, outcome.refused, outcome.detail);
      log.record(outcome.entries);
      answer({ for: 'answer', id, ok: true });
    }

    function instruct(id: number, ask: InstructorRequest) {
      switch (ask.do) {
        case 'steer':
          if (room.stage !== 'debrief') return refuse(id, ask.do, 'not-now');
          guests.steer({ tick: ask.tick, event: ask.event, view: ask.view });
          return answer({ for: 'answer', id, ok: true });
        case 'debrief':
          if (room.stage === 'debrief') return refuse(id, ask.do, 'not-now');
          host.reveal(room);
          return answer({ for: 'answer', id, ok: true });
        case 'again':
          if (room.stage !== 'debrief') return refuse(id, ask.do, 'not-now');
          answer({ for: 'answer', id, ok: true });
          return host.again(room, ask.seats);
        case 'erase':
          if (ask.code !== room.opening.code) return refuse(id, ask.do, 'not-valid');
          return host.erase(room.opening.code, () => send({ for: 'answer', id, ok: true }));
        default:
          return act(
            id,
            ask.do,
            judgeInstructor(room, { cards: scenario.classroom.cards, faultOf: scenario.faultOf }, ask, {
              at: host.now(),
              shuffled,
              absent: [...room.players.keys()].filter(here.isAbsent),
            }),
          );
      }
    }

    return {
      heard(text) {
        // A connection that asks faster than it is answered has to wait; what it sends meanwhile is lost, as it is told.
        if (waiting >= 100) return refuse(numberOf(text), '', 'too-fast');
        waiting++;
        line = line
          .then(() => take(text))
          .catch((error) => {
            // One message that we stumble over is no reason to end the room.
            host.stumbled(room.opening.code, error);
            refuse(numberOf(text), '', 'not-understood');
          })
          .finally(() => waiting--);
      },
      closed() {
        isOpen = false;
        guests.leave(guest);
      },
    };
  }

  return { connect };
}

/** The number of a message that is not read further. */
const numberOf = (text: string): number => Number(/^\{"id":(\d{1,9})\b/.exec(text.slice(0, 30))?.[1] ?? 0);
