import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildIsStale } from '../../scripts/setup.mjs';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { digestsOf } from '../../sim/history/digest-comparison.ts';
import { play } from '../../sim/history/record.ts';
import { seek } from '../../sim/history/seek.ts';
import { phases } from '../../sim/results/phases.ts';
import { frame, replay } from '../../sim/results/replay.ts';
import { hostNodeWorker, openNodeSession } from '../../workers/node.ts';
import type { Progress, RemoteSession } from '../../workers/protocol.ts';
import { createSession } from '../../workers/session.ts';
import { superviseSession } from '../../workers/supervised-session.ts';
import { powers } from '../sim/powers.ts';

const built = new URL('../../dist/cli/node-worker.js', import.meta.url);
beforeAll(() => {
  if (!existsSync(built)) throw new Error('dist/cli/node-worker.js is missing: npm run build');
  if (buildIsStale()) console.warn('dist is older than the sources: the worker under test is not what they say');
});

const small = powers(6, 60);
/** Some seconds of work: long enough to be interrupted. */
const large = powers(60, 20_000);
const modelOf = (scenario: unknown) => {
  const outcome = check(scenario);
  if ('faults' in outcome) throw new Error(outcome.faults[0]!.message);
  return load(outcome.value);
};

const sessions: RemoteSession[] = [];
const keep = (session: RemoteSession): RemoteSession => {
  sessions.push(session);
  return session;
};
afterEach(() => {
  for (const session of sessions.splice(0)) session.close();
});

describe.each([
  ['this thread', createSession],
  ['a worker thread', () => keep(openNodeSession())],
])('a session in %s', (_, open) => {
  it('gives the run that sim gives', async () => {
    const session = open();
    const history = play(modelOf(small), 'x');
    const reports: Progress[] = [];
    const given = await session.run({ scenario: small, seed: 'x' }, (progress) => reports.push(progress));
    expect(given).toEqual(replay(history));
    expect(await session.frame(33)).toEqual(frame(history, seek(history, 33)));
    expect(await session.phases(33)).toEqual(phases(history, 33));
    expect(await session.digests({ scenario: small, seed: 'x' })).toEqual(digestsOf(history));
    expect((await session.summary()).digest).toBe(given.digest);
    expect((await session.runFile()).digests).toEqual(digestsOf(history));
    expect(reports.at(-1)).toEqual({ tick: 60, ticks: 60 });
  });

  it('forks the run, and the forks', async () => {
    const session = open();
    await session.run({ scenario: small, seed: 'x' });
    const first = { kind: 'set', tick: 20, path: 'actors.P1.autonomy', value: 0 } as const;
    const second = { kind: 'set', tick: 40, path: 'actors.P2.autonomy', value: 0 } as const;
    await session.fork(20, [first]);
    const forked = await session.fork(40, [second]);
    expect(forked.digest).toBe(replay(play(modelOf(small), 'x', [first, second])).digest);
    expect((await session.runFile()).interventions).toEqual([first, second]);
    await expect(session.fork(40, [first])).rejects.toThrow(
      'interventions[0].tick: expected a tick from the fork at 40 on, got 20',
    );
  });

  it('keeps what a branch grew out of, and goes back to it', async () => {
    const session = open();
    const given = await session.run({ scenario: small, seed: 'x' });
    const [state, summary, inside] = [await session.frame(50), await session.summary(), await session.phases(49)];
    await expect(session.unfork()).rejects.toThrow('there is no branch to undo');
    await expect(session.frame(50, 1)).rejects.toThrow('there is no run 1 branches back');
    const change = [{ kind: 'set', tick: 20, path: 'actors.P1.autonomy', value: 0 }];
    const forked = await session.fork(20, change);
    expect(await session.frame(50, 1)).toEqual(state);
    expect(await session.summary(1)).toEqual(summary);
    expect(await session.phases(49, 1)).toEqual(inside);
    expect((await session.phases(49)).digest).not.toBe(inside.digest);
    await expect(session.phases(60)).rejects.toThrow('tick 60 is not one of this history (0 to 59)');
    expect((await session.summary()).digest).toBe(forked.digest);
    await session.unfork();
    expect(await session.frame(50)).toEqual(state);
    expect((await session.runFile()).interventions).toEqual([]);
    expect((await session.fork(20, change)).digest).toBe(forked.digest);
    expect(forked.digest).not.toBe(given.digest);
  });

  it.each<[string, object, string]>([
    ['a scenario', { scenario: { ...small, title: 5 } }, 'title: expected a text of 1 to 4000 characters, got 5'],
    ['a seed', { seed: '' }, 'seed: expected a text of 1 to 200 characters on one line'],
    ['a number of ticks', { ticks: 1e6 }, 'ticks: expected a whole number from 0 to 100000, got 1000000'],
    [
      'an intervention',
      { interventions: [{ kind: 'set', tick: 0, path: 'time', value: 1 }] },
      'interventions[0].path: unknown path "time"',
    ],
  ])('refuses %s in a sentence that names the place', async (_, wrong, sentence) => {
    const session = open();
    await expect(session.run({ scenario: small, seed: 'x', ...wrong })).rejects.toThrow(sentence);
    await expect(session.frame(0)).rejects.toThrow('no run has been made yet');
    expect(await session.check({ ...small, title: 5 })).toHaveLength(1);
    expect(await session.check(small)).toEqual([]);
  });

  it('tells of progress that only grows', async () => {
    const session = open();
    const reports: number[] = [];
    await session.run({ scenario: powers(60, 600), seed: 'x' }, ({ tick }) => reports.push(tick));
    expect(reports.length).toBeGreaterThan(2);
    expect(reports).toEqual([...new Set(reports)].sort((a, b) => a - b));
  });

  it('can be stopped in the middle of a run, and keeps the one before', async () => {
    const session = open();
    const before = await session.run({ scenario: small, seed: 'x' });
    let seen = 0;
    const running = session.run({ scenario: large, seed: 'x' }, ({ tick }) => {
      if (seen === 0) void session.cancel();
      seen = tick;
    });
    await expect(running).rejects.toThrow('cancelled');
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(20_000);
    expect((await session.summary()).digest).toBe(before.digest);
  });

  it('leaves a run for a later one', async () => {
    const session = open();
    const earlier = session.run({ scenario: large, seed: 'x' });
    const later = session.run({ scenario: small, seed: 'x' });
    await expect(earlier).rejects.toThrow('cancelled');
    expect((await later).ticks).toBe(60);
  });
});

describe('a worker that dies is replaced', () => {
  const launched: Worker[] = [];
  const flags = new Int32Array(new SharedArrayBuffer(8));
  const openFrail = (...fates: string[]) => {
    flags.fill(0);
    const data = { fates, flags, worker: built.href };
    launched.length = 0;
    return keep(
      superviseSession(() => {
        const worker = new Worker(new URL('./fixtures/frail.mjs', import.meta.url), {
          workerData: data,
          resourceLimits: { maxOldGenerationSizeMb: 200 },
        });
        launched.push(worker);
        return hostNodeWorker(worker);
      }),
    );
  };
  const longer = powers(60, 400);

  it('that was prepared is the one that runs; also when it died before it was asked', async () => {
    const session = openFrail();
    session.prepare();
    session.prepare();
    expect(launched).toHaveLength(1);
    await session.run({ scenario: small, seed: 'x' });
    expect(launched).toHaveLength(1);
    const frail = openFrail('fails to load');
    frail.prepare();
    await new Promise((gone) => launched[0]!.on('exit', gone));
    expect((await frail.run({ scenario: small, seed: 'x' })).ticks).toBe(60);
    expect(launched).toHaveLength(2);
  });

  it.each(['fails to load', 'throws', 'leaves', 'hoards'])('when it %s, and its run is made again', async (fate) => {
    const session = openFrail(fate);
    const reports: number[] = [];
    const given = await session.run({ scenario: longer, seed: 'x' }, ({ tick }) => reports.push(tick));
    expect(launched).toHaveLength(2);
    expect(given.ticks).toBe(400);
    expect(reports).toEqual([...new Set(reports)].sort((a, b) => a - b));
    expect(reports.at(-1)).toBe(400);
  });

  it.each([
    ['fails to load', 'the worker ended: no such mechanism'],
    ['throws', 'the worker ended: out of order'],
    ['leaves', 'the worker ended: it ended with code 7'],
    ['hoards', 'the worker ended: Worker terminated due to reaching memory limit: JS heap out of memory'],
  ])('once: the second that %s is an error', async (fate, message) => {
    const session = openFrail(fate, fate);
    await expect(session.run({ scenario: large, seed: 'x' })).rejects.toThrow(message);
    expect((await session.run({ scenario: small, seed: 'x' })).ticks).toBe(60);
    expect(launched).toHaveLength(3);
  });

  it('when it is killed, and the next one knows the run and its forks', async () => {
    const session = openFrail();
    await session.run({ scenario: small, seed: 'x' });
    await session.fork(20, [{ kind: 'set', tick: 20, path: 'actors.P1.autonomy', value: 0 }]);
    const before = await session.frame(50);
    await session.fork(30, [{ kind: 'set', tick: 30, path: 'actors.P2.autonomy', value: 0 }]);
    await session.unfork();
    await launched[0]!.terminate();
    expect(await session.frame(50)).toEqual(before);
    expect(launched).toHaveLength(2);
  });

  /** Resolves when the worker listens to nothing any more. */
  const deaf = async (): Promise<void> => {
    while (Atomics.load(flags, 1) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('when it is killed in the middle of a run', async () => {
    const session = openFrail('is deaf');
    const running = session.run({ scenario: longer, seed: 'x' });
    await deaf();
    await launched[0]!.terminate();
    expect((await running).ticks).toBe(400);
    expect(launched).toHaveLength(2);
  });

  it('when it does not hear that another run is wanted', async () => {
    const session = openFrail('is deaf');
    const left = expect(session.run({ scenario: large, seed: 'x' })).rejects.toThrow('cancelled');
    await deaf();
    expect((await session.run({ scenario: small, seed: 'x' })).ticks).toBe(60);
    await left;
    expect(launched).toHaveLength(2);
    const before = await session.frame(50);
    await session.fork(20, [{ kind: 'set', tick: 20, path: 'actors.P1.autonomy', value: 0 }]);
    expect(await session.frame(50, 1)).toEqual(before);
  });

  it('also where what it does not answer is a question', async () => {
    const session = openFrail('is deaf');
    session.prepare();
    await deaf();
    const asked = expect(session.check(small)).rejects.toThrow('cancelled');
    expect((await session.run({ scenario: longer, seed: 'x' })).ticks).toBe(400);
    await asked;
    expect(launched).toHaveLength(2);
  });

  it('and not while it is being loaded, nor where it hears', async () => {
    const session = openFrail();
    const left = ['x', 'y'].map((seed) => expect(session.run({ scenario: large, seed })).rejects.toThrow('cancelled'));
    expect((await session.run({ scenario: small, seed: 'x' })).ticks).toBe(60);
    await Promise.all(left);
    expect(launched).toHaveLength(1);
  });

  it('when it does not hear that it is to stop', async () => {
    const session = openFrail('is deaf');
    const stopped = expect(session.run({ scenario: large, seed: 'x' })).rejects.toThrow('cancelled');
    await deaf();
    await session.cancel();
    await stopped;
    expect((await session.run({ scenario: small, seed: 'x' })).ticks).toBe(60);
    expect(launched).toHaveLength(2);
  });
});
