import { secretOf } from '../../sim/experiment/secrets.ts';
import type { DebriefFile, WorldView } from '../protocol/debrief-file.ts';
import type { LiveRoom } from './live-room.ts';

/**
 * All that the debrief shows beside the replay of the run.
 * @param worlds the parallel worlds of the room in their order, itself among them; empty where there are none.
 */
export async function debriefOf(room: LiveRoom, worlds: readonly LiveRoom[]): Promise<DebriefFile> {
  const { state, scenario } = room;
  const { run, cameTrue, decisions, events } = await room.aftermath();
  const { seed } = state.opening;
  const answers = [...state.predictions.values()];
  return {
    run,
    rounds: state.rounds.slice(0, state.round + 1).map(({ from, ticks }) => ({ from, ticks })),
    secrets: Object.fromEntries(
      [...state.seats.keys()].flatMap((actor) => {
        const id = secretOf(scenario.model.scenario, seed, actor)?.id;
        const words = (language: 'en' | 'es') => secretOf(scenario.in(language), seed, actor)?.words ?? '';
        return id === undefined ? [] : [[actor, { id, words: { en: words('en'), es: words('es') } }]];
      }),
    ),
    predictions: scenario.classroom.predictions.map(({ id }) => ({
      id,
      cameTrue: cameTrue[id] ?? false,
      yes: answers.filter((given) => given.get(id) === true).length,
      no: answers.filter((given) => given.get(id) === false).length,
    })),
    decisions,
    events,
    seats: [...state.seats.values()].map(({ actor, delegation }) => ({
      actor,
      players: delegation.map((player) => state.players.get(player)!.name),
    })),
    cards: state.cards.map(({ shock, to }) => ({ shock: shock.id, name: shock.name, to })),
    worlds: await Promise.all(worlds.filter((world) => world.state.stage === 'debrief').map(worldOf)),
  };
}

async function worldOf({ code, aftermath }: LiveRoom): Promise<WorldView> {
  const { decisions, events, rounds } = await aftermath();
  return { code, decisions, events, rounds };
}
