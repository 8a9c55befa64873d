import { hashAsNumber } from '../exact/hash.ts';
import { streams } from '../exact/random.ts';
import { decisionText, isLast, isTo, tellOutcome, UNTIL_REVOKED } from '../model/decisions.ts';
import type { Model } from '../model/model.ts';
import { canonical } from '../schema/canonical.ts';
import { decisionKey, slotOf } from '../schema/decision-slot.ts';
import type { Choice, Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import { type Decisions, NO_DECISIONS, type PlacedDecision } from '../world/placed-decision.ts';
import type { World } from '../world/state.ts';
import { emitter } from './emitter.ts';

/** The decisions of persons in a run, tick by tick. */
export interface DecisionCalendar {
  /** The decisions that stand in the tick that begins. */
  takeUp(world: World): Decisions;
  /** Logs, at the end of the tick, each decision of which nothing came and can come no more. */
  close(world: World): void;
}

/** In this order the decisions of one actor act. */
const ACTS: Record<Choice['act'], number> = {
  hold: 0,
  contribute: 1,
  stay: 2,
  bear: 3,
  vote: 4,
  honour: 5,
  renege: 6,
  leave: 7,
  join: 8,
  propose: 9,
  sign: 10,
};

/**
 * Reads the decisions among the interventions. Those of different actors act in an order that is drawn for each tick, by lots that
 * every actor draws, so that neither the order of the list nor a further decision changes who comes first.
 */
export function openDecisions(
  model: Model,
  seed: string,
  interventions: readonly Intervention[],
  log: ((event: Event) => void) | undefined,
): DecisionCalendar {
  const days = new Map<number, Map<string, PlacedDecision>>();
  for (const placed of interventions) {
    if (placed.kind !== 'decide') continue;
    const decision = read(model, placed);
    const day = days.get(placed.tick);
    if (day) day.set(decision.slot, decision);
    else days.set(placed.tick, new Map([[decision.slot, decision]]));
  }
  const streamAt = streams(seed, 'decisions');
  const lots = new Float64Array(model.shape.actors);
  const held = new Uint8Array(model.shape.actors);
  const { ticks } = model.scenario.time;
  const clock = { tick: 0 };
  let now = NO_DECISIONS;
  // What is said here belongs to what persons placed, in whichever phase it shows.
  const emit = emitter('interventions', clock, log);

  const end = (decision: PlacedDecision): void => {
    const what = decisionText(decision.choice);
    tellOutcome({ emit }, decision, { kind: 'no-occasion', who: [model.ids[decision.actor]!], what });
  };

  return {
    takeUp(world) {
      const { tick } = world;
      clock.tick = tick;
      const today = days.get(tick);
      if (!today && world.decisions.length === 0) {
        now = NO_DECISIONS;
        return now;
      }
      const at = new Map<string, PlacedDecision>();
      for (const decision of world.decisions) {
        if (involvesAbsent(model, world, decision)) end(decision);
        else at.set(decision.slot, decision);
      }
      for (const [slot, decision] of today ?? []) {
        const earlier = at.get(slot);
        // Nothing more can come of a decision that another replaces.
        if (earlier) end(earlier);
        const until = earlier && isTo(decision, 'hold') ? Math.max(earlier.until, decision.until) : decision.until;
        at.set(slot, { ...decision, until });
      }
      const stream = streamAt(tick);
      for (let i = 0; i < lots.length; i++) lots[i] = stream.uniform();
      const list = [...at.values()].sort(
        (a, b) =>
          lots[a.actor]! - lots[b.actor]! ||
          a.actor - b.actor ||
          ACTS[a.choice.act] - ACTS[b.choice.act] ||
          (a.slot < b.slot ? -1 : 1),
      );
      world.decisions = list
        .filter(({ until }) => until > tick + 1)
        .sort((a, b) => a.actor - b.actor || (a.slot < b.slot ? -1 : 1));
      held.fill(0);
      let any = false;
      for (const decision of list) {
        if (!isTo(decision, 'hold')) continue;
        any = true;
        held[decision.actor] = 1;
        tellOutcome({ emit }, decision, {
          kind: 'intervention',
          who: [model.ids[decision.actor]!],
          what: decisionText(decision.choice),
        });
      }
      now = { list, at, held: any ? held : undefined };
      return now;
    },
    close(world) {
      if (now.list.length === 0) return;
      // What says no end begins at once or not at all.
      const isVain = (decision: PlacedDecision): boolean =>
        isTo(decision, 'contribute') && !decision.told && decision.choice.ticks === undefined;
      world.decisions = world.decisions.filter((decision) => !isVain(decision));
      for (const decision of now.list) if (isVain(decision) || isLast(decision, world, ticks)) end(decision);
    },
  };
}

function read(model: Model, placed: Intervention & { kind: 'decide' }): PlacedDecision {
  const { actor, choice, as = 'player' } = placed;
  const key = decisionKey(placed);
  return {
    key,
    slot: slotOf(actor, choice),
    actor: model.names.actors.get(actor)!,
    choice,
    as,
    until: placed.tick + ticksOf(choice),
    constantHash: hashAsNumber(key, as, canonical(choice)),
    told: false,
  };
}

/** A person’s effort for a pool applies until it says otherwise, as one for all treaties does. */
function ticksOf(choice: Choice): number {
  if (choice.act !== 'contribute') return choice.ticks ?? 1;
  return choice.alliance === undefined ? 1 : (choice.ticks ?? UNTIL_REVOKED);
}

/** Whether a decision that still stands is of an actor, or with one, that has ceased to exist. */
function involvesAbsent({ names }: Model, { derived: { absent, away } }: World, decision: PlacedDecision): boolean {
  if (away.length === 0) return false;
  const { actor, choice } = decision;
  const others = choice.act === 'propose' ? [choice.to] : choice.act === 'sign' ? choice.parties : [];
  return absent[actor] === 1 || others.some((id) => absent[names.actors.get(id)!] === 1);
}
