import { afterEach, describe, expect, it } from 'vitest';
import { availableReporters } from '../../../sim/experiment/available-reporters.ts';
import { runJob } from '../../../sim/experiment/run-job.ts';
import { speak } from '../../../viz/i18n/index.ts';
import { countsInWords } from '../../../viz/replications/paired-panel.tsx';
import { createPairedStudy, SEEDS } from '../../../viz/replications/paired-study.ts';
import type { Pool } from '../../../workers/pool.ts';
import { cancelled } from '../../../workers/protocol.ts';
import { powers } from '../../sim/powers.ts';

const scenario = powers(4, 24);
const original = { scenario };
const set = (value: number) => ({
  original,
  changed: { scenario, interventions: [{ kind: 'set', tick: 3, path: 'actors.P0.loyalty', value }] },
});

/** A pool in this thread; each job waits until it is let go. */
function poolHere() {
  const counts = { jobs: 0, closed: 0 };
  let gate: Promise<void> = Promise.resolve();
  const pool: Pool = {
    availableReporters: async (of) => availableReporters(of),
    async map(jobs, { onAnswer, signal } = {}) {
      const answers: Float64Array[] = [];
      for (const [k, job] of jobs.entries()) {
        await gate;
        if (signal?.aborted) throw cancelled();
        counts.jobs++;
        answers[k] = runJob(job);
        onAnswer?.(answers[k], k);
      }
      return answers;
    },
    close: () => {
      counts.closed++;
    },
  };
  return {
    pool,
    counts,
    /** Holds all jobs until what it returns is called. */
    hold(): () => void {
      let go!: () => void;
      gate = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    },
  };
}

describe('a change over many seeds', () => {
  it('is both runs of every seed, and keeps the original for the next change', async () => {
    const { pool, counts } = poolHere();
    const study = createPairedStudy(() => pool);
    await study.run(set(0));
    expect(study.stage.value).toEqual({ kind: 'done' });
    const found = study.found.value!;
    expect(found.seeds).toHaveLength(SEEDS);
    expect(found.figures.length).toBeGreaterThan(3);
    expect(found.missed).toBe(0);
    for (const { original: before, changed: after, more, less, same } of found.figures) {
      expect([before.length, after.length]).toEqual([SEEDS, SEEDS]);
      expect(more + less + same).toBe(SEEDS);
    }
    const once = counts.jobs;
    await study.run(set(0.5));
    expect(counts.jobs - once).toBe(once / 2);
    study.close();
    expect(counts.closed).toBe(1);
  });

  it('counts the seeds in which it finds no occasion', async () => {
    const study = createPairedStudy(() => poolHere().pool);
    const interventions = [{ kind: 'decide', tick: 2, actor: 'P0', choice: { act: 'honour' } }];
    await study.run({ original, changed: { scenario, interventions } });
    expect(study.found.value!.missed).toBeGreaterThan(0);
  });

  it('stops when it is told to, and gives way to a newer one', async () => {
    const { pool, hold } = poolHere();
    const study = createPairedStudy(() => pool);
    const go = hold();
    const first = study.run(set(0));
    study.stop();
    go();
    await first;
    expect(study.stage.value).toEqual({ kind: 'stopped' });
    expect(study.found.value).toBeUndefined();
    const again = hold();
    const old = study.run(set(0));
    const fresh = study.run(set(0.1));
    again();
    await Promise.all([old, fresh]);
    expect(study.stage.value).toEqual({ kind: 'done' });
  });

  it('says in a sentence what cannot be run', async () => {
    const study = createPairedStudy(() => poolHere().pool);
    const interventions = [{ kind: 'set', tick: 3, path: 'actors.NOBODY.loyalty', value: 0 }];
    await study.run({ original, changed: { scenario, interventions } });
    expect(study.stage.value).toMatchObject({ kind: 'failed', why: expect.stringContaining('NOBODY') });
  });
});

describe('in words', () => {
  afterEach(() => speak('en'));
  const figure = {
    name: 'end:cohesion',
    original: new Float64Array(30),
    changed: new Float64Array(30),
    spread: {} as never,
    more: 21,
    less: 6,
    same: 3,
    difference: 0.04,
  };

  it.each([
    ['en', 'In 21 of 30 seeds more, in 6 less, in 3 the same; median difference +0.04'],
    ['es', 'En 21 de 30 semillas más, en 6 menos, en 3 igual; diferencia mediana +0,04'],
  ] as const)('is in how many seeds there is more: %s', async (code, words) => {
    await speak(code);
    expect(countsInWords(figure)).toBe(words);
  });
});
