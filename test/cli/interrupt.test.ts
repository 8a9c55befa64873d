import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { powers } from '../sim/powers.ts';
import { commandIn } from './command.ts';

const { folder, start, file } = commandIn('interrupt');

describe('foedus run that is interrupted', () => {
  it.each(['json', 'ndjson', 'csv', 'parquet', 'gexf'])('ends with 130 and leaves no half of a .%s', async (ending) => {
    const scenario = file('long.json', powers(60, 100_000));
    const { child, ended } = start('run', scenario, '--out', `begun.${ending}`);
    while (!readdirSync(folder).some((name) => name.endsWith('.part')))
      await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, out: '', err: '' });
    const left = readdirSync(folder).filter((name) => name.endsWith('.part') || name.endsWith(ending));
    expect(left).not.toContain(`begun.${ending}`);
    expect(left.filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
