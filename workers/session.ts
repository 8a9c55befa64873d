import { knownNames } from '../scenarios/known-names.ts';
import { check, checkPlaced } from '../sim/check/check.ts';
import { classifyFile } from '../sim/check/classify-file.ts';
import { attribute } from '../sim/counterfactual/attribution.ts';
import { minimalChange } from '../sim/counterfactual/minimal-change.ts';
import { parameterControls, withParameters } from '../sim/experiment/parameter-controls.ts';
import type { RunRequest } from '../sim/experiment/run-request.ts';
import { accepted, prepare } from '../sim/experiment/run-request.ts';
import { cohesionOverTime } from '../sim/history/cohesion.ts';
import { digestsOf } from '../sim/history/digest-comparison.ts';
import { fork } from '../sim/history/fork.ts';
import type { History } from '../sim/history/history.ts';
import type { Recorder } from '../sim/history/record.ts';
import { seek } from '../sim/history/seek.ts';
import { phases } from '../sim/results/phases.ts';
import { frame, type Replay, replay } from '../sim/results/replay.ts';
import { runFile } from '../sim/results/run-file.ts';
import { analyse, summarise } from '../sim/results/summary.ts';
import { LIMITS } from '../sim/schema/common.ts';
import { recordCooperatively, runCooperatively } from './cooperative.ts';
import { layOut } from './layout.ts';
import type { LiveSession } from './live-session.ts';
import type { OnProgress, Session } from './protocol.ts';

interface Made {
  history: History;
  analysis: ReturnType<typeof analyse>;
}

/** A session in the current thread: inside a worker, or in a command that ends with its run and needs no worker. */
export function createSession(): Session {
  // The run, its fork, the fork of that … each with its analysis, which the replay, the summary and the run file use.
  let line: readonly Made[] = [];
  let generation = 0;

  // Calls that take a while: a newer one of a kind ends the one before.
  const asked = { places: 0, flip: 0, cohesion: 0 };

  function ask<T>(kind: keyof typeof asked, work: Generator<unknown, T>): Promise<T> {
    const [mine, during] = [++asked[kind], generation];
    return runCooperatively(work, () => asked[kind] === mine && generation === during);
  }

  let live: Promise<LiveSession> | undefined;
  const liveSession = (): Promise<LiveSession> =>
    (live ??= import('./live-session.ts').then(({ createLiveSession }) => createLiveSession()));

  const made = (back = 0): Made => {
    const found = line[line.length - 1 - back];
    if (found) return found;
    throw new Error(
      back === 0 || line.length === 0 ? 'no run has been made yet' : `there is no run ${back} branches back`,
    );
  };

  async function complete(recorder: Recorder, before: readonly Made[], onProgress?: OnProgress): Promise<Replay> {
    const mine = ++generation;
    await recordCooperatively(recorder, onProgress, () => generation === mine);
    return show(recorder.history, before);
  }

  function show(history: History, before: readonly Made[]): Replay {
    const analysis = analyse(history);
    line = [...before, { history, analysis }];
    const { id } = history.model.scenario;
    return replay(history, analysis, Object.hasOwn(knownNames, id) ? knownNames[id] : undefined);
  }

  return {
    async check(scenario) {
      const outcome = check(scenario);
      return 'faults' in outcome ? outcome.faults : [];
    },
    classifyFile: async (text) => classifyFile(text),
    parameterControls: async (scenario) => parameterControls(scenario),
    withParameters: async (scenario, values) => withParameters(scenario, values),
    run: async (request: RunRequest, onProgress) => complete(prepare(request), [], onProgress),
    async layout() {
      const { history } = made();
      const { ticks, model, chronicle } = history;
      const { affinity } = frame(history, seek(history, 0));
      return ask('places', layOut({ ticks, actors: model.scenario.actors, alliances: chronicle.alliances }, affinity));
    },
    frame: async (tick, back) => frame(made(back).history, seek(made(back).history, tick)),
    phases: async (tick, back) => phases(made(back).history, tick),
    fork: async (tick, interventions, onProgress, without) =>
      complete(branch(made().history, tick, interventions, without), line, onProgress),
    async unfork() {
      if (line.length < 2) throw new Error('there is no branch to undo');
      generation++;
      line = line.slice(0, -1);
    },
    async digests(request) {
      const recorder = prepare(request, { caps: { events: 0, keyframes: 2 } });
      const mine = generation;
      await recordCooperatively(recorder, undefined, () => generation === mine);
      return digestsOf(recorder.history);
    },
    summary: async (back) => summarise(made(back).history, made(back).analysis),
    minimalChange: async (event, back) => ask('flip', minimalChange(made(back).history, event)),
    async cohesion(id, founded, back) {
      const { history } = made(back);
      const record = history.chronicle.alliances.find((one) => one.id === id && one.founded === founded);
      if (!record) throw new Error(`there is no alliance "${id}" that was founded at ${founded}`);
      return ask('cohesion', cohesionOverTime(history, record));
    },
    runFile: async () => runFile(made().history, made().analysis),
    async attribution(request, onProgress) {
      const mine = generation;
      return runCooperatively(attribute(made(request.back).history, request, onProgress), () => generation === mine);
    },
    async save(ending, back) {
      const { history, analysis } = made(back);
      // Most runs are never saved, so the writers are loaded with the first that is.
      const { writeWholeFile } = await import('../formats/write-file.ts');
      return writeWholeFile(history, ending, analysis);
    },
    begin: async (request) => (await liveSession()).begin(request),
    advance: async (toTick, interventions) => (await liveSession()).advance(toTick, interventions),
    rewind: async () => (await liveSession()).rewind(),
    preview: async (actor, choice) => (await liveSession()).preview(actor, choice),
    botChoices: async (actor, from, to) => (await liveSession()).botChoices(actor, from, to),
    async record() {
      const history = (await liveSession()).history();
      generation++;
      return show(history, []);
    },
    async cancel() {
      generation++;
    },
  };
}

/**
 * Forks the run at `tick`.
 * @throws {Error} `path: sentence` for a tick outside the run or an intervention that is not valid there.
 */
function branch(parent: History, tick: number, interventions: unknown, without: readonly number[] = []): Recorder {
  const ticks = parent.digests.length / 2;
  if (!Number.isInteger(tick) || tick < 0 || tick > ticks)
    throw new Error(`tick: expected a whole number from 0 to ${ticks}, got ${tick}`);
  const placed = accepted(checkPlaced(interventions, parent.model.scenario, ticks, ['interventions']));
  const early = placed.findIndex((intervention) => intervention.tick < tick);
  const unknown = without.find((k) => (parent.interventions[k]?.tick ?? -1) < tick);
  if (unknown !== undefined) throw new Error(`without: there is no intervention ${unknown} from tick ${tick} on`);
  const count = parent.interventions.length - new Set(without).size + placed.length;
  if (count > LIMITS.interventions)
    throw new Error(`interventions: with those of the run they are ${count}, more than ${LIMITS.interventions}`);
  if (early < 0) return fork(parent, tick, placed, { without });
  const { tick: at } = placed[early]!;
  throw new Error(`interventions[${early}].tick: expected a tick from the fork at ${tick} on, got ${at}`);
}
