import type { Choice } from '../../sim/schema/intervention.ts';
import type { Entry, NextSeats } from '../log/entry.ts';
import type { RoomMessage } from '../protocol/message.ts';
import type { JoinAddress, Price } from '../protocol/state.ts';
import { replayLog } from '../room/apply-entry.ts';
import { delegationOf } from '../room/place-round.ts';
import type { RoomState } from '../room/state.ts';
import { audience } from './audience.ts';
import { conductor } from './conductor.ts';
import type { Connection, Listener } from './connection.ts';
import { answerGuests } from './guest-requests.ts';
import { presence } from './presence.ts';
import { refusalLog } from './refusal-log.ts';
import type { Aftermath, RoomEngine } from './room-engine.ts';
import type { RoomFile } from './room-file.ts';
import type { RoomHost } from './room-host.ts';
import { roomLog } from './room-log.ts';
import type { RoomScenario } from './room-scenario.ts';

/** One room in motion. */
export interface LiveRoom {
  readonly code: string;
  readonly state: RoomState;
  readonly entries: readonly Entry[];
  readonly guests: number;
  readonly scenario: RoomScenario;
  join(): JoinAddress;
  now(): number;
  /** What is known once the game is over. */
  aftermath(): Promise<Aftermath>;
  connect(connection: Connection): Listener;
  /** Ends the game: what was secret is shown. It waits for a round that is being run. */
  reveal(): void;
  /** Writes down that the next game begins here; the room is then to be loaded anew. */
  again(seed: string, seats: NextSeats): void;
  /** Says to all that something around the room changed, as another world did. */
  refresh(): void;
  /**
   * Ends the room here.
   * @param why what the guests are told, where they are not to come back. @param before what is done before they are told.
   */
  close(why?: string, before?: () => Promise<void>): Promise<void>;
}

/** @throws {Error} where the engine does not come to the digest that the log says. */
export async function openLiveRoom(
  entries: readonly Entry[],
  file: RoomFile,
  scenario: RoomScenario,
  engine: RoomEngine,
  host: RoomHost,
): Promise<LiveRoom> {
  const state = replayLog(entries, scenario.plan);
  const { code } = state.opening;
  const here = presence(host.now);
  const refusals = refusalLog(code, host.now, host.writeRefusal);
  const price = (actor: string, choice: Choice): Promise<Price | undefined> => engine.price(actor, choice);
  let prices = new Map<string, Price | undefined>();
  let isRevealing = false;
  let known: Promise<Aftermath> | undefined;

  const log = roomLog(state, scenario.plan, entries, file, {
    recorded,
    saved: () => guests.flush(),
    failed: (error) => host.failed(code, error),
  });
  const lead = conductor({
    log,
    scenario,
    engine,
    isHere: here.isHere,
    isAbsent: here.isAbsent,
    now: host.now,
    failed: (error) => host.failed(code, error),
  });
  const guests = audience({
    state,
    scenario,
    host,
    here,
    refusals,
    lead,
    priceOf,
    wake: () => log.whenSaved(() => {}),
  });
  const requests = answerGuests({ log, scenario, host, here, refusals, guests, lead, price });

  function recorded(entry: Entry): void {
    // Nobody hears of the next game before the room is loaded for it.
    if (entry.kind === 'again') return;
    switch (entry.kind) {
      case 'decided':
      case 'standing':
      case 'ready':
        guests.changedFor(state.players.get(entry.player)?.actor ?? null, entry.player, 'own');
        if (entry.kind === 'ready') guests.counted();
        break;
      case 'answered':
        guests.changedFor(state.players.get(entry.player)?.actor ?? null, entry.player);
        guests.counted();
        break;
      case 'predicted':
        guests.changedFor(null, entry.player);
        guests.changedForAll('staff');
        break;
      case 'joined':
      case 'seated':
      case 'renamed':
        guests.arrived(entry.player);
        break;
      case 'offered':
      case 'replied':
      case 'withdrawn':
        guests.changedForAll('students');
        break;
      case 'round':
        here.roundOpens();
        guests.changedForAll();
        break;
      case 'resolved':
        prices = new Map();
        guests.changedForAll();
        host.moved(state);
        break;
      default:
        guests.changedForAll();
    }
    lead.recorded(entry);
    lead.settle();
    if (entry.kind === 'resolved' && isRevealing) reveal();
  }

  /** A price that is known; it is worked out where it is not, and shown when it is. */
  function priceOf(actor: string, choice: Choice): Price | undefined {
    const key = `${actor} ${JSON.stringify(choice)}`;
    if (prices.has(key)) return prices.get(key);
    const mine = prices;
    mine.set(key, undefined);
    price(actor, choice)
      .then((known) => {
        mine.set(key, known);
        for (const player of delegationOf(state, actor)) guests.changedFor(actor, player);
        log.whenSaved(() => {});
      })
      .catch(() => {});
    return undefined;
  }

  function reveal(): void {
    if (state.stage === 'debrief') return;
    if (state.stage === 'running') {
      isRevealing = true;
      return;
    }
    if (state.stage === 'crisis') {
      // The defaults answer, and the round is run to its end.
      isRevealing = true;
      log.record([{ at: host.now(), kind: 'crisis-closed', tick: state.crisisTick }]);
      return;
    }
    isRevealing = false;
    log.record([{ at: host.now(), kind: 'debrief' }]);
    host.moved(state);
  }

  await lead.begin();
  const watch = setInterval(() => {
    lead.settle();
    guests.checkPresence();
  }, 1_000);
  watch.unref();

  return {
    code,
    state,
    entries: log.entries,
    scenario,
    join: () => host.join(code),
    now: host.now,
    get guests() {
      return guests.count();
    },
    aftermath() {
      // One that failed is asked for again.
      known ??= engine.aftermath(state.rounds).catch((error) => {
        known = undefined;
        throw error;
      });
      return known;
    },
    connect: (connection) => requests.connect(connection),
    reveal,
    again(seed, seats) {
      if (seats === 'cleared') guests.dismissStudents();
      log.record([{ at: host.now(), kind: 'again', seed, seats }]);
    },
    refresh() {
      guests.changedForAll('staff');
      log.whenSaved(() => {});
    },
    async close(why, before) {
      clearInterval(watch);
      lead.stop();
      await log.close();
      engine.close();
      await before?.();
      guests.end(why === undefined ? undefined : ({ for: 'gone', text: why } satisfies RoomMessage));
    },
  };
}
