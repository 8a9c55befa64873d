import { begin, tick } from '../engine/run.ts';
import type { History } from '../history/history.ts';
import { seek } from '../history/seek.ts';
import type { Occasion } from '../model/occasion.ts';
import { withInterventions } from '../schema/decision-slot.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import type { World } from '../world/state.ts';
import { digest } from '../world/state-digest.ts';
import { restore, snapshot } from '../world/world.ts';

/** One thing that happened in a tick, or one decision that was due in it. */
export type TraceEntry = { event: Event; occasion?: undefined } | { occasion: Occasion; event?: undefined };

/** A move that an actor evaluated: whose and which, its random impulse, and how many entries came before it. */
export interface EvaluatedMove {
  move: string;
  impulse: number | undefined;
  at: number;
}

/** One tick as it went. */
export interface TickTrace {
  /** Events and occasions in their order, but for the moves that were evaluated: most come to nothing. */
  entries: readonly TraceEntry[];
  moves: readonly EvaluatedMove[];
  /** Digest of the state after the tick. */
  left: string;
}

/** A tick of a history that can be run again and again. */
export interface TickBench {
  /** The tick as it was. */
  plain: TickTrace;
  /** The states before and after it. */
  before: World;
  after: World;
  /** How often it was run. */
  runs(): number;
  /** Runs it with one more intervention, placed last, as in a fork. */
  run(intervention: Intervention): TickTrace;
}

/** What a person placed is no event of the world, and the plain tick lacks it. */
const isOfTheWorld = ({ kind }: Event): boolean => kind !== 'intervention' && kind !== 'voted';

export function benchOf(history: History, at: number): TickBench {
  const { model, seed } = history;
  const world = seek(history, at);
  const before = snapshot(world);
  const today = history.interventions.filter((intervention) => intervention.tick === at);
  let runs = 0;
  const run = (interventions: readonly Intervention[]): TickTrace => {
    const entries: TraceEntry[] = [];
    const moves: EvaluatedMove[] = [];
    let mover = '';
    runs++;
    restore(world, before);
    const context = begin(
      model,
      seed,
      interventions,
      (event) => {
        if (isOfTheWorld(event)) entries.push({ event });
      },
      (occasion) => {
        const { kind, who, about, draw } = occasion;
        if (kind === 'move') {
          moves.push({ move: `${mover} ${about} ${who.join()}`, impulse: draw, at: entries.length });
          return;
        }
        if (kind === 'deliberation') mover = who[0]!;
        entries.push({ occasion });
      },
    );
    tick(context, world);
    return { entries, moves, left: digest(world).join(' ') };
  };
  const plain = run(today);
  const after = seek(history, at);
  restore(after, snapshot(world));
  return {
    plain,
    before: seek(history, at),
    after,
    runs: () => runs,
    run: (intervention) => run(withInterventions(today, [intervention])),
  };
}
