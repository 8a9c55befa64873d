import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ENGINES } from '../../../formats/jobs/engines.ts';
import { golden } from '../../sim/golden-file.ts';
import { jobs, shards } from './jobs.ts';

const print = (engine: string, change = {}): string => `${ENGINES.get(engine)!.print(jobs(change)).join('\n')}\n`;

/** Whether a shell would take it. Nothing is run. */
const faultsOf = (script: string): string => {
  try {
    execFileSync('bash', ['-n'], { input: script, encoding: 'utf8', stdio: ['pipe', 'ignore', 'pipe'] });
    return '';
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
};

describe('what is printed for an engine', () => {
  it.each([...ENGINES.keys()])('says all that it needs: %s', (engine) => {
    // A gap, arrays of ten, and an array of one task.
    const change = { tasks: 10, plans: [{ plan: '/data/sweep/plan.json', shards: shards(0, 20, 3, 4) }] };
    golden(`jobs-${engine}.txt`, print(engine, change));
  });

  it.each([...ENGINES.keys()].filter((engine) => engine !== 'kubernetes'))('is a script: %s', (engine) => {
    expect(faultsOf(print(engine))).toBe('');
    const strange = `/da ta/it's "50 %" $HOME \`x\` {} \\ #`;
    const plans = [{ plan: `${strange}/plan.json`, shards: [0, 1, 5] }];
    expect(faultsOf(print(engine, { dir: strange, merged: `${strange}.parquet`, plans, words: ["it's", '$x'] }))).toBe(
      '',
    );
  });

  it('is seen to be none', () => {
    expect(faultsOf('if true; then')).not.toBe('');
  });
});
