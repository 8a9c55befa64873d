import { ENGINE } from '../../../sim/engine/version.ts';
import type { RoomLanguage } from '../../log/entry.ts';
import type { Scene } from '../../protocol/state.ts';
import type { RoomState } from '../../room/state.ts';
import type { RoomScenario } from '../room-scenario.ts';

/** What does not change while a game lasts, in a reader's language. */
export function sceneOf(room: RoomState, scenario: RoomScenario, language: RoomLanguage): Scene {
  const { id, title, actors, teaching, classroom } = scenario.in(language);
  const { yearOf } = scenario.model;
  const { defaults } = scenario.classroom;
  const { parallel } = room.opening;
  return {
    for: 'scene',
    language,
    code: room.opening.code,
    engine: ENGINE,
    scenario: { id, title, primer: teaching?.primer ?? '' },
    actors: actors.map(({ id: actor, name }) => ({ actor, name })),
    seats: [...scenario.classroom.seats],
    rounds: room.rounds.map(({ from, ticks }, k) => ({
      from: yearOf(from),
      to: yearOf(room.rounds[k + 1]?.from ?? from + ticks),
    })),
    acts: [...scenario.classroom.decisions],
    questions: (classroom?.predictions ?? []).map(({ id: question, question: text }) => ({
      id: question,
      question: text,
    })),
    defaults: { call: defaults.call, vote: defaults.vote },
    ...(parallel && { world: { index: parallel.index + 1, of: parallel.of } }),
  };
}
