import { describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { commandIn } from './command.ts';

const { start, foedus, json } = commandIn('list');

const europe = 'europe-1879-1914';

describe('foedus list', () => {
  it('names every scenario', async () => {
    const entries = await json('list');
    expect(entries.map(({ id }: { id: string }) => id)).toEqual(Object.keys(scenarios));
    expect(entries[0]).toMatchObject({ id: europe, kind: 'history', actors: 10, ticks: 144 });
    expect(entries[0].mechanisms).toContain('observation');
    expect((await foedus('list')).out).toContain(europe);
  });

  it('does not mind a reader who stops reading', async () => {
    const { child, ended } = start('list', '--json');
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
});
