import { predictionOutcomes } from '../../sim/experiment/prediction-outcomes.ts';
import { secretOf } from '../../sim/experiment/secrets.ts';
import { runFile } from '../../sim/results/run-file.ts';
import type { DebriefFile } from '../protocol/message.ts';
import { decisionRows } from './decision-rows.ts';
import type { LiveRoom } from './live-room.ts';
import { debriefEvents } from './views/happenings.ts';

/** All that the debrief shows beside the replay of the run. */
export function debriefOf(room: LiveRoom): DebriefFile {
  const { state, scenario } = room;
  const history = room.history();
  const { seed } = state.opening;
  const outcomes = new Map(predictionOutcomes(history).map(({ id, cameTrue }) => [id, cameTrue]));
  const answers = [...state.predictions.values()];
  return {
    run: runFile(history),
    rounds: state.rounds.slice(0, state.round + 1).map(({ from, ticks }) => ({ from, ticks })),
    secrets: Object.fromEntries(
      [...state.seats.keys()].flatMap((actor) => {
        const id = secretOf(history.model.scenario, seed, actor)?.id;
        const words = (language: 'en' | 'es') => secretOf(scenario.in(language), seed, actor)?.words ?? '';
        return id === undefined ? [] : [[actor, { id, words: { en: words('en'), es: words('es') } }]];
      }),
    ),
    predictions: scenario.classroom.predictions.map(({ id }) => ({
      id,
      cameTrue: outcomes.get(id) ?? false,
      yes: answers.filter((given) => given.get(id) === true).length,
      no: answers.filter((given) => given.get(id) === false).length,
    })),
    decisions: decisionRows(room),
    events: debriefEvents(history),
    seats: [...state.seats.values()].map(({ actor, delegation }) => ({
      actor,
      players: delegation.map((player) => state.players.get(player)!.name),
    })),
    cards: state.cards.map(({ shock, to }) => ({ shock: shock.id, name: shock.name, to })),
  };
}
