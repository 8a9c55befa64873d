import type { RoomLanguage } from '../../log/entry.ts';
import type { InstructorState, JoinAddress, PlayerView, ProjectorState } from '../../protocol/state.ts';
import { activePlayers } from '../../room/state.ts';
import { publicState, type ViewSource } from './public-state.ts';

/** What the wall shows. */
export const projectorState = (
  source: ViewSource,
  language: RoomLanguage,
  join: JoinAddress,
  isHere: (player: string) => boolean,
): ProjectorState => ({
  for: 'projector',
  ...publicState(source, language),
  join,
  players: activePlayers(source.room).length,
  here: activePlayers(source.room).filter(({ id }) => isHere(id)).length,
  predicted: source.room.predictions.size,
});

export interface StaffSource {
  join: JoinAddress;
  presenceOf(player: string): PlayerView['presence'];
  projector: string | undefined;
  keptUntil: number;
  refusals: InstructorState['refusals'];
  worlds: InstructorState['worlds'];
}

/** What the instructor sees: who is here, and no decision of anybody before its round closes. */
export function instructorState(source: ViewSource, language: RoomLanguage, staff: StaffSource): InstructorState {
  const { room, scenario } = source;
  const { join, keptUntil, refusals, worlds, projector } = staff;
  return {
    for: 'instructor',
    ...publicState(source, language),
    settings: room.settings,
    join,
    projector: projector === undefined ? undefined : { token: projector },
    players: [...room.players.values()].map(({ id, name, actor, isRemoved, missed }) => ({
      player: id,
      name,
      actor,
      presence: staff.presenceOf(id),
      isReady: room.ready.has(id),
      isRemoved,
      missed,
    })),
    offers: room.offers.size,
    predicted: room.predictions.size,
    scenarioCards: (scenario.in(language).classroom?.cards ?? []).map(({ id, words, to, shock }) => ({
      id,
      words,
      to: to ?? null,
      isPlayed: room.cards.some((card) => card.shock.id === shock.id),
    })),
    keptUntil,
    refusals,
    worlds,
  };
}
