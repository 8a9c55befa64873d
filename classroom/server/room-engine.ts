import { predictionOutcomes } from '../../sim/experiment/prediction-outcomes.ts';
import { finalDigest } from '../../sim/history/digest-comparison.ts';
import { beginLiveRun } from '../../sim/history/live-run.ts';
import { seek } from '../../sim/history/seek.ts';
import type { Model } from '../../sim/model/model.ts';
import { checkedPreview } from '../../sim/preview/check-preview.ts';
import { budgetUnitOf, previewsFor } from '../../sim/preview/preview.ts';
import type { FigureChange, Preview } from '../../sim/preview/preview-result.ts';
import { runFile } from '../../sim/results/run-file.ts';
import type { Choice, Intervention } from '../../sim/schema/intervention.ts';
import type { Run } from '../../sim/schema/scenario.ts';
import type { Event } from '../../sim/world/event.ts';
import type { World } from '../../sim/world/state.ts';
import type { CallToArms } from '../log/entry.ts';
import type { DebriefFile, DecisionRow, RoundEnd } from '../protocol/debrief-file.ts';
import type { Option, Price, SeenBy, TreatyView } from '../protocol/state.ts';
import { choiceSlot } from '../room/slots.ts';
import { callKey } from '../room/state.ts';
import { decisionRows } from './decision-rows.ts';
import { isDefault, optionsFor, partnersOf } from './options.ts';
import { debriefEvents } from './views/happenings.ts';

export interface Partner {
  actor: string;
  prices: { honour: Price | undefined; renege: Price | undefined };
}

/** What the views of a room show of the run: data, so that an engine may be elsewhere. */
export interface RoundReport {
  tick: number;
  treaties: TreatyView[];
  /** Of the ticks since the report before. */
  events: Event[];
  seats: Map<string, { facts: ActorFact[]; options: Option[]; partners: Partner[] }>;
}
export interface ActorFact {
  label: string;
  value: number;
  unit: string;
}

/** What is known of a run when its game is over. */
export interface Aftermath {
  run: Run;
  /** Whether a prediction came true, by its id. */
  cameTrue: Record<string, boolean>;
  decisions: DecisionRow[];
  /** What the class talks about. */
  events: DebriefFile['events'];
  rounds: RoundEnd[];
}

/** The run of a room. What it is asked and what it answers is data, so that it may be in a thread of its own. */
export interface RoomEngine {
  /**
   * Runs on to tick `until`, with interventions of which those given before are the first. It stops before a tick in which actors are
   * called to arms whose players have not answered.
   * @param asked calls that were asked already, by `callKey`: it does not stop for them again.
   */
  advance(
    placed: readonly Intervention[],
    until: number,
    asked: ReadonlySet<string>,
  ): Promise<{ tick: number; calls: CallToArms[]; digest: string }>;
  /** @param since events of this tick on. */
  report(seats: readonly string[], acts: ReadonlySet<string>, since: number): Promise<RoundReport>;
  price(actor: string, choice: Choice): Promise<Price | undefined>;
  aftermath(rounds: readonly { from: number; ticks: number }[]): Promise<Aftermath>;
  close(): void;
}

/** Time for which a room may keep others waiting, ms. */
const BREATH = 15;
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Runs a room here, in breaths between which other rooms are served. */
export function roomEngine(model: Model, seed: string): RoomEngine {
  const run = beginLiveRun(model, seed);
  let taken = 0;

  return {
    async advance(placed, until, asked) {
      run.add(placed.slice(taken));
      taken = placed.length;
      let begun = performance.now();
      while (run.world.tick < until) {
        const { tick } = run.world;
        const calls = run
          .advance(tick + 1)
          .calls.map(({ who, caller, alliance, foe }): CallToArms => ({ actor: who, caller, alliance, foe }))
          .filter((call) => !asked.has(callKey(tick, call)));
        if (calls.length > 0) {
          run.rewind();
          return { tick, calls, digest: '' };
        }
        if (performance.now() - begun < BREATH) continue;
        await pause();
        begun = performance.now();
      }
      const { tick } = run.world;
      return { tick, calls: [], digest: tick === 0 ? '0'.repeat(16) : finalDigest(run.history()) };
    },
    async report(seats, acts, since) {
      const { world } = run;
      const report: RoundReport = {
        tick: world.tick,
        treaties: treatiesOf(model, world),
        events: run.history().events.filter(({ tick }) => tick >= since),
        seats: new Map(),
      };
      for (const actor of seats) {
        const i = model.names.actors.get(actor)!;
        const priceOf = pricesFor(model, world, actor);
        const options = optionsFor(model, world, actor, acts).map(
          (choice): Option => ({
            slot: choiceSlot(choice),
            choice,
            price: priceOf(choice),
            seenBy: SEEN_BY[choice.act],
            isDefault: isDefault(world, i, choice),
          }),
        );
        const answersCalls = acts.has('honour') || acts.has('renege');
        const partners = (answersCalls ? partnersOf(model, world, actor) : []).map((caller) => ({
          actor: caller,
          prices: {
            honour: priceOf({ act: 'honour', caller }),
            renege: priceOf({ act: 'renege', caller }),
          },
        }));
        report.seats.set(actor, { facts: factsOf(model, world, i), options, partners });
        await pause();
      }
      return report;
    },
    price: async (actor, choice) => pricesFor(model, run.world, actor)(choice),
    async aftermath(rounds) {
      const history = run.history();
      return {
        run: runFile(history),
        cameTrue: Object.fromEntries(predictionOutcomes(history).map(({ id, cameTrue }) => [id, cameTrue])),
        decisions: decisionRows(history, rounds),
        events: debriefEvents(history),
        rounds: rounds
          .filter(({ from }) => from < history.ticks)
          .map(({ from, ticks }) => {
            const tick = Math.min(from + ticks, history.ticks);
            return { tick, date: model.yearOf(tick), treaties: treatiesOf(model, seek(history, tick)) };
          }),
      };
    },
    close() {},
  };
}

const SEEN_BY: Record<Choice['act'], SeenBy> = {
  hold: 'nobody',
  contribute: 'all-at-close',
  join: 'all-at-close',
  leave: 'all-at-close',
  stay: 'all-at-close',
  bear: 'all-at-close',
  propose: 'all-at-close',
  honour: 'all-at-close',
  renege: 'all-at-close',
  vote: 'all-at-close',
  sign: 'parties-now',
};

/** What choices of an actor at one state would bring; undefined for one that the engine would not take. */
function pricesFor(model: Model, world: World, actor: string): (choice: Choice) => Price | undefined {
  const previewOf = previewsFor(model, world, actor);
  return (choice) => {
    const asked = checkedPreview(model, actor, choice);
    return 'faults' in asked ? undefined : priceIn(model, previewOf(asked.value.choice));
  };
}

function priceIn(model: Model, { pays, share, gets, danger, call, from, tick, unit, barred }: Preview): Price {
  const figure = ({ before, after }: FigureChange) => ({ before, after });
  return {
    unit: unit.unit,
    pays: figure(pays),
    share: figure(share),
    gets: figure(gets),
    ...(danger && { danger: figure(danger) }),
    ...(call && { odds: figure(call.odds) }),
    ...(from > tick && { from: model.yearOf(from) }),
    ...(barred && { barred }),
  };
}

const treatiesOf = (model: Model, world: World): TreatyView[] =>
  world.alliances.map(({ id, name, members, clauses, founded }) => ({
    alliance: id,
    name,
    members: members.map(({ actor }) => model.ids[actor]!),
    obligations: [...clauses.obligations],
    quotas: Object.fromEntries(members.flatMap(({ actor, quota }) => (quota > 0 ? [[model.ids[actor]!, quota]] : []))),
    founded: model.yearOf(founded),
  }));

function factsOf(model: Model, { columns }: World, i: number): ActorFact[] {
  const { scenario, shape } = model;
  const facts = scenario.resources.map(({ name, unit }, k) => ({
    label: name,
    value: columns.resources[i * shape.resources + k]!,
    unit,
  }));
  const { unit } = budgetUnitOf(model);
  return [
    ...facts,
    { label: 'budget', value: columns.budget[i]!, unit },
    { label: 'effort', value: columns.effort[i]!, unit },
  ];
}
