import { checkPlaced } from '../sim/check/check.ts';
import { botChoices } from '../sim/experiment/bot-choices.ts';
import { accepted, checkedRequest, type RunRequest } from '../sim/experiment/run-request.ts';
import type { History } from '../sim/history/history.ts';
import { beginLiveRun, type LiveRun, type LiveTicks } from '../sim/history/live-run.ts';
import { checkedPreview } from '../sim/preview/check-preview.ts';
import { preview } from '../sim/preview/preview.ts';
import { frame } from '../sim/results/replay.ts';
import { LIMITS } from '../sim/schema/common.ts';
import type { LiveStep, Session } from './protocol.ts';

/** The part of a session that plays a run while people decide. Most sessions never do, so it is loaded with the first that does. */
export interface LiveSession {
  begin(request: RunRequest): LiveStep;
  advance(...args: Parameters<Session['advance']>): LiveStep;
  rewind(): LiveStep;
  preview(...args: Parameters<Session['preview']>): Awaited<ReturnType<Session['preview']>>;
  botChoices(...args: Parameters<Session['botChoices']>): Awaited<ReturnType<Session['botChoices']>>;
  /** Of the ticks done so far. */
  history(): History;
}

const NOTHING: LiveTicks = { events: [], calls: [] };

export function createLiveSession(): LiveSession {
  let begun: LiveRun | undefined;
  const running = (): LiveRun => {
    if (!begun) throw new Error('no run has been begun yet');
    return begun;
  };
  const step = (run: LiveRun, { events, calls }: LiveTicks): LiveStep => ({
    tick: run.world.tick,
    ticks: run.ticks,
    frame: frame(run, run.world),
    events,
    calls,
  });
  return {
    begin(request) {
      const { model, seed, interventions, ticks } = checkedRequest(request);
      begun = beginLiveRun(model, seed, interventions, { ticks });
      return step(begun, NOTHING);
    },
    advance(toTick, interventions = []) {
      const run = running();
      const now = run.world.tick;
      if (!Number.isInteger(toTick) || toTick < now || toTick > run.ticks)
        throw new Error(`toTick: expected a whole number from ${now} to ${run.ticks}, got ${toTick}`);
      const added = accepted(checkPlaced(interventions, run.model.scenario, run.ticks, ['interventions']));
      const late = added.findIndex((one) => one.tick < now);
      if (late >= 0)
        throw new Error(`interventions[${late}].tick: expected a tick from ${now} on, got ${added[late]!.tick}`);
      const count = run.interventions.length + added.length;
      if (count > LIMITS.interventions)
        throw new Error(`interventions: with those of the run they are ${count}, more than ${LIMITS.interventions}`);
      run.add(added);
      return step(run, run.advance(toTick));
    },
    rewind() {
      const run = running();
      run.rewind();
      return step(run, NOTHING);
    },
    preview(actor, choice) {
      const { model, world } = running();
      const asked = accepted(checkedPreview(model, actor, choice));
      return preview(model, world, asked.actor, asked.choice);
    },
    botChoices: (actor, from, to) => botChoices(running().history(), actor, from, to),
    history: () => running().history(),
  };
}
