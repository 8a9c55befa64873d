import type { Entry } from '../log/entry.ts';
import { countReady } from '../room/judge.ts';
import { delegationOf, heldActors } from '../room/place-round.ts';
import { deadlineOf, nextBoundary } from '../room/state.ts';
import { countdown } from './countdown.ts';
import type { RoomEngine, RoundReport } from './room-engine.ts';
import type { RoomLog } from './room-log.ts';
import type { RoomScenario } from './room-scenario.ts';
import { seatFor } from './seating.ts';

/** Rounds in a row in which nothing is heard before the model plays a seat. */
const MOST_MISSED = 2;

/** Leads a room through its rounds: its clocks, the engine, crisis windows and who is away. */
export interface Conductor {
  report(): RoundReport;
  leftMs(): number | undefined;
  /** Takes up what a room was at when it was loaded. */
  begin(): Promise<void>;
  /** To be told of each entry once the state knows it. */
  recorded(entry: Entry): void;
  /** Whether all who are here have decided, so that what is open closes. */
  settle(): void;
  stop(): void;
}

interface Surroundings {
  log: RoomLog;
  scenario: RoomScenario;
  engine: RoomEngine;
  /** Whether a player is here, and whether anything was heard of it in the round. */
  isHere(player: string): boolean;
  isAbsent(player: string): boolean;
  now(): number;
  failed(error: unknown): void;
}

export function conductor(of: Surroundings): Conductor {
  const { log, scenario, engine } = of;
  const { state: room } = log;
  const { plan, rules } = scenario;
  const clock = countdown(timeIsUp);
  let report: RoundReport = { tick: 0, treaties: [], events: [], seats: new Map() };
  let isRunning = false;
  let isOver = false;

  const record = (...entries: Entry[]): void => {
    if (!isOver) log.record(entries);
  };

  function timeIsUp(): void {
    if (room.stage === 'round') close('time');
    else if (room.stage === 'crisis') record({ at: of.now(), kind: 'crisis-closed', tick: room.crisisTick });
  }

  function close(why: 'time' | 'ready'): void {
    const absent = [...room.players.keys()].filter(of.isAbsent);
    record({ at: of.now(), kind: 'closed', round: room.round, why, absent });
  }

  function startClock(): void {
    clock.start(timeOf());
    if (room.isPaused) clock.pause();
  }

  /** A room that was loaded has its full time again: nobody could decide while it was away. Dates stay dates. */
  function timeOf(): number | undefined {
    const { roundSeconds, crisisSeconds, deadlines } = room.settings;
    const extended = room.extended * 1_000;
    if (room.stage === 'crisis') return crisisSeconds * 1_000 + extended;
    const date = deadlineOf(room);
    if (date !== undefined) return Math.max(0, date - of.now()) + extended;
    // Its date had passed before anybody could decide, as while the server was away: then the instructor closes it.
    if (deadlines) return undefined;
    return roundSeconds === null ? undefined : roundSeconds * 1_000 + extended;
  }

  /** Runs what was closed, until the next boundary or a call that waits for an answer. */
  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      const { round } = room;
      const from = room.tick;
      const { tick, calls, digest } = await engine.advance(room.placed, nextBoundary(room, plan.ticks), room.asked);
      if (isOver) return;
      if (calls.length > 0) record({ at: of.now(), kind: 'crisis', tick, calls });
      else {
        report = await engine.report(plan.seats, rules.acts, from);
        record({ at: of.now(), kind: 'resolved', round, tick, digest });
      }
    } catch (error) {
      if (!isOver) of.failed(error);
    } finally {
      isRunning = false;
    }
  }

  /** Between two rounds: who was away leaves its seat to the model, and who waits takes one. */
  function arrange(): void {
    for (const { actor, delegation, isLeftToBot } of room.seats.values()) {
      const active = delegation.map((id) => room.players.get(id)!).filter(({ isRemoved }) => !isRemoved);
      const areAway = active.length > 0 && active.every(({ missed }) => missed >= MOST_MISSED);
      if (areAway && !isLeftToBot && room.settings.bots)
        record({ at: of.now(), kind: 'bot', actor, on: true, why: 'absent' });
    }
    for (const { id, actor, isRemoved } of room.players.values()) {
      const seat = actor === null && !isRemoved ? seatFor(room) : null;
      if (seat !== null) record({ at: of.now(), kind: 'seated', player: id, actor: seat });
    }
    const next = room.round + 1;
    const date = room.settings.deadlines?.[next];
    // A game over days needs nobody to open its rounds.
    if (date !== undefined && next < room.rounds.length && date > of.now())
      record({ at: of.now(), kind: 'round', round: next });
  }

  return {
    report: () => report,
    leftMs: clock.leftMs,
    async begin() {
      const { tick, digest } = await engine.advance(room.placed, room.tick, room.asked);
      if (tick !== room.tick || (room.digest !== undefined && digest !== room.digest))
        throw new Error('the run of this room is not what its log says: it was made by another engine');
      const last = room.stage === 'between' || room.stage === 'debrief' ? room.round : room.round - 1;
      report = await engine.report(plan.seats, rules.acts, last > 0 ? room.rounds[last]!.from : 0);
      if (room.stage === 'round' || room.stage === 'crisis') startClock();
      if (room.stage === 'running') run();
      if (room.stage === 'between') arrange();
    },
    recorded(entry) {
      switch (entry.kind) {
        case 'round':
        case 'crisis':
          startClock();
          break;
        case 'extended':
          clock.extend(entry.seconds * 1_000);
          break;
        case 'paused':
          clock.pause();
          break;
        case 'resumed':
          clock.resume();
          break;
        case 'set':
          if (room.stage === 'round') startClock();
          break;
        case 'closed':
        case 'crisis-closed':
          clock.stop();
          run();
          break;
        case 'resolved':
          arrange();
          break;
        case 'debrief':
          clock.stop();
      }
    },
    settle() {
      if (room.isPaused || isRunning) return;
      if (room.stage !== 'crisis' && (room.stage !== 'round' || !room.settings.closesWhenReady)) return;
      const { decided, of: all } = countReady(room, of.isHere);
      if (all === 0 || decided < all) return;
      // Where none who is called is here, they have their time to come back.
      if (room.stage === 'crisis' && !room.calls.some(({ actor }) => delegationOf(room, actor).some(of.isHere))) return;
      // A game over days lasts until its date, however few there are.
      if (room.stage === 'crisis') record({ at: of.now(), kind: 'crisis-closed', tick: room.crisisTick });
      else if (!room.settings.deadlines && heldActors(room).length > 0) close('ready');
    },
    stop() {
      isOver = true;
      clock.stop();
    },
  };
}
