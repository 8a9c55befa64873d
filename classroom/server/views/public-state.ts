import type { RoomLanguage } from '../../log/entry.ts';
import type { CardView, Debrief, PublicState, RoundClock } from '../../protocol/state.ts';
import { delegationOf } from '../../room/place-round.ts';
import { deadlineOf, isPlayed, type RoomState } from '../../room/state.ts';
import type { RoundReport } from '../room-engine.ts';
import type { RoomScenario } from '../room-scenario.ts';
import { newsOf } from './happenings.ts';

/** What the views are made of. */
export interface ViewSource {
  room: RoomState;
  scenario: RoomScenario;
  report: RoundReport;
  leftMs: number | undefined;
  count: { decided: number; of: number };
  debrief: Debrief | undefined;
}

const made = new WeakMap<ViewSource, Map<RoomLanguage, PublicState>>();

/** What everybody in the room may know. It is made once for all who hear of it at a time and read one language. */
export function publicState(source: ViewSource, language: RoomLanguage): PublicState {
  const known = made.get(source) ?? new Map<RoomLanguage, PublicState>();
  made.set(source, known);
  const shown = known.get(language) ?? makePublicState(source, language);
  known.set(language, shown);
  return shown;
}

function makePublicState(
  { room, scenario, report, leftMs, count, debrief }: ViewSource,
  language: RoomLanguage,
): PublicState {
  return {
    stage: room.stage,
    round: room.round,
    clock: clockOf(room, leftMs),
    ...count,
    seats: [...room.seats.keys()].map((actor) => ({
      actor,
      players: delegationOf(room, actor).length,
      isBot: !isPlayed(room, actor),
    })),
    treaties: report.treaties,
    cards: cardsFor(room, scenario, language, (to) => to === null),
    news: newsOf(room, scenario.model, report.events),
    ...(debrief && room.stage === 'debrief' && { debrief }),
  };
}

function clockOf(room: RoomState, leftMs: number | undefined): RoundClock {
  const { stage, isPaused } = room;
  const deadline = stage === 'round' ? deadlineOf(room) : undefined;
  return {
    left: leftMs === undefined ? null : Math.ceil(leftMs / 1_000),
    isPaused,
    ...(deadline !== undefined && { deadline }),
  };
}

/** Cards that a reader sees; in the debrief everybody sees all of them. */
export function cardsFor(
  { cards, stage }: RoomState,
  scenario: RoomScenario,
  language: RoomLanguage,
  isReader: (to: string[] | null) => boolean,
): CardView[] {
  const own = scenario.in(language).classroom?.cards ?? [];
  return cards
    .filter(({ to }) => isReader(to) || (stage === 'debrief' && to !== null))
    .map(({ shock, card, words }) => ({
      id: shock.id,
      words: own.find(({ id }) => id === card)?.words ?? words ?? shock.name,
    }));
}
