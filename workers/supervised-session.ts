import type { Reading } from '../sim/check/classify-file.ts';
import type { Autopsy } from '../sim/counterfactual/attribution.ts';
import type { Replay } from '../sim/history/replay.ts';
import type { News, OnProgress, RemoteSession } from './protocol.ts';
import type { Ask, Hosted } from './worker-connection.ts';
import { type Chair, chair } from './worker-supervisor.ts';

/** The runs under way, each under a number of its own: who watches it, and how far it got. */
function createWatches() {
  const watches = new Map<number, { onProgress: OnProgress | undefined; tick: number }>();
  let last = 0;
  return {
    open(onProgress: OnProgress | undefined): number {
      watches.set(++last, { onProgress, tick: -1 });
      return last;
    },
    close: (of: number) => watches.delete(of),
    any: () => watches.size > 0,
    hear({ of, progress }: News): void {
      const watch = watches.get(of);
      // A run that is made again starts from the beginning; who watches it need not know.
      if (!watch || progress.tick <= watch.tick) return;
      watch.tick = progress.tick;
      watch.onProgress?.(progress);
    },
  };
}

/** Runs a step under a number of its own; 0, whose news nobody hears, is for telling it again. */
type Make = <T>(step: (of: number) => Ask<T>, remember: (again: Ask<T>) => void, onProgress?: OnProgress) => Promise<T>;

/**
 * A session in a worker that is replaced when it dies: the runs that made its state are made again, then the call that it
 * died of, once. If that kills the next one too, the error is the caller's.
 */
export function attend(open: () => Hosted): RemoteSession {
  let story: Ask<unknown>[] = [];
  const watches = createWatches();
  const here = chair(open, () => story, watches.hear);
  const make: Make = async (step, remember, onProgress) => {
    const of = watches.open(onProgress);
    try {
      const made = await here.ask(step(of));
      remember(step(0));
      return made;
    } finally {
      watches.close(of);
    }
  };
  const run: RemoteSession['run'] = (request, onProgress) =>
    make<Replay>(
      (of) => (worker) => worker.run(of, request),
      (again) => (story = [again]),
      onProgress,
    );
  const fork: RemoteSession['fork'] = (tick, interventions, onProgress, without) =>
    make<Replay>(
      (of) => (worker) => worker.fork(of, tick, interventions, without),
      (again) => story.push(again),
      onProgress,
    );
  const unfork = async (): Promise<void> => {
    await here.ask((worker) => worker.unfork());
    story = story.slice(0, -1);
  };
  const digests: RemoteSession['digests'] = (request) =>
    make<string[]>(
      () => (worker) => worker.digests(request),
      () => {},
    );
  const places: RemoteSession['places'] = () =>
    make(
      () => (worker) => worker.places(),
      () => {},
    );
  const flip: RemoteSession['flip'] = (event, back) =>
    make(
      () => (worker) => worker.flip(event, back),
      () => {},
    );
  const cohesion: RemoteSession['cohesion'] = (alliance, founded, back) =>
    make(
      () => (worker) => worker.cohesion(alliance, founded, back),
      () => {},
    );
  const autopsy: RemoteSession['autopsy'] = (request, onProgress) =>
    make<Autopsy>(
      (of) => (worker) => worker.autopsy(of, request),
      () => {},
      onProgress,
    );
  const cancel = async (): Promise<void> => {
    if (watches.any() && !(await here.hears((worker) => worker.cancel()))) here.clear();
  };
  const { prepare, clear: close } = here;
  return { prepare, run, fork, unfork, digests, places, flip, cohesion, autopsy, cancel, close, ...questions(here) };
}

/** The calls that run nothing. */
type Question = 'check' | 'read' | 'levers' | 'tuned' | 'frame' | 'phases' | 'summary' | 'runFile' | 'save';
const questions = ({ ask }: Chair): Pick<RemoteSession, Question> => ({
  check: (scenario) => ask((worker) => worker.check(scenario)),
  read: (text) => ask<Reading>((worker) => worker.read(text)),
  levers: (scenario) => ask((worker) => worker.levers(scenario)),
  tuned: (scenario, values) => ask((worker) => worker.tuned(scenario, values)),
  frame: (tick, back) => ask((worker) => worker.frame(tick, back)),
  phases: (tick, back) => ask((worker) => worker.phases(tick, back)),
  summary: (back) => ask((worker) => worker.summary(back)),
  runFile: () => ask((worker) => worker.runFile()),
  save: (ending, back) => ask((worker) => worker.save(ending, back)),
});
