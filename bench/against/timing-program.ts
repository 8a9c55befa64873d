// Times one task of one revision's engine. It is bundled once with the engine of each revision (bench/against/rival.ts). It runs a
// batch for every line of input and prints its milliseconds; before that, after the warm-up, it prints the digest of the warm-up
// run.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { load } from '../../sim/engine/load.ts';
import type { digestsOf } from '../../sim/history/digest-comparison.ts';
import type { History } from '../../sim/history/history.ts';
import type { play, Recorder, record } from '../../sim/history/record.ts';
import type { seek } from '../../sim/history/seek.ts';
import type { Model } from '../../sim/model/model.ts';
import type { Scenario } from '../../sim/schema/scenario.ts';
import { time } from '../timer.ts';

/** The engine functions that a revision must have; see entry-points.ts. */
export interface EntryPoints {
  Scenario: typeof Scenario;
  load: typeof load;
  record: typeof record;
  play: typeof play;
  seek: typeof seek;
  digestsOf: typeof digestsOf;
}

/** `size` is the amount of work in one batch. */
export interface Task {
  kind: 'read' | 'load' | 'run' | 'advance' | 'seek' | 'digests';
  /** File of the scenario. */
  scenario: string;
  size: number;
  warmUp: number;
  /** Ticks of a run; by default the scenario's own number. */
  ticks?: number;
}

/** One batch; `prepare` is not timed. */
interface Work {
  prepare?(): void;
  batch(): void;
  history?(): History;
}

const repeat = (size: number, work: (k: number) => void) => (): void => {
  for (let k = 0; k < size; k++) work(k);
};

function workOf(engine: EntryPoints, { kind, scenario: file, size, ticks }: Task): Work {
  const text = readFileSync(file, 'utf8');
  const scenario = engine.Scenario.parse(JSON.parse(text));
  const options = ticks === undefined ? {} : { ticks };
  if (kind === 'read') return { batch: repeat(size, () => engine.load(engine.Scenario.parse(JSON.parse(text)))) };
  if (kind === 'load') return { batch: repeat(size, () => engine.load(scenario)) };
  const model = engine.load(scenario);
  if (kind === 'run') return runs(engine, model, size);
  if (kind === 'advance') return advances(engine, model, size);
  const history = engine.play(model, 'bench', [], options);
  if (kind === 'digests') return { batch: repeat(size, () => engine.digestsOf(history)), history: () => history };
  let sought = 0;
  // Golden-ratio steps visit the whole run with long jumps in no order.
  const next = (): number => Math.floor((sought++ * 0.618034 * history.ticks) % history.ticks);
  return { batch: repeat(size, () => engine.seek(history, next())), history: () => history };
}

function runs({ play }: EntryPoints, model: Model, size: number): Work {
  let begun = 0;
  let history: History;
  return {
    batch: repeat(size, () => {
      history = play(model, `bench-${begun++}`);
    }),
    history: () => history,
  };
}

function advances({ record }: EntryPoints, model: Model, size: number): Work {
  let begun = 0;
  let goesOn = false;
  let recorder: Recorder;
  return {
    prepare() {
      if (!goesOn) recorder = record(model, `bench-${begun++}`);
    },
    batch() {
      goesOn = recorder.advance(size);
    },
    history: () => recorder.history,
  };
}

export async function answerRequests(engine: EntryPoints, task: Task): Promise<void> {
  const { prepare, batch, history } = workOf(engine, task);
  for (let k = 0; k < task.warmUp; k++) {
    prepare?.();
    batch();
  }
  const tell = (answer: string | number): boolean => process.stdout.write(`${answer}\n`);
  tell(history ? engine.digestsOf(history()).at(-1)! : '');
  for await (const _ of createInterface({ input: process.stdin })) {
    prepare?.();
    tell(time(batch));
  }
}
