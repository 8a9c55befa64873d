import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FORMATS } from '../../formats/index.ts';
import { scenarios } from '../../scenarios/index.ts';
import { createSession } from '../../workers/session.ts';
import { commandIn } from '../cli/command.ts';

const { at, foedus, file } = commandIn('save');

const ENDINGS = ['.json', ...FORMATS.map(({ ending }) => ending)];
const PLACED = [{ kind: 'set', tick: 9, path: 'actors.USA.autonomy', value: 0.9 }];

/** What the command line writes of NATO with seed 7, up to tick 20. */
async function written(ending: string, ...more: string[]): Promise<Buffer> {
  const ended = await foedus('run', 'nato', '--seed', '7', '--ticks', '20', ...more, '--out', at(`run${ending}`));
  expect(ended).toMatchObject({ code: 0, err: '' });
  return readFileSync(at(`run${ending}`));
}

it.each(ENDINGS)('a run, and its branch, saved as %s have the bytes that the command line writes', async (ending) => {
  const session = createSession();
  await session.run({ scenario: scenarios.nato, seed: '7', ticks: 20 });
  await session.fork(9, PLACED);
  const [branch, original] = [await session.save(ending), await session.save(ending, 1)];
  expect(Buffer.from(original).equals(await written(ending))).toBe(true);
  expect(Buffer.from(branch).equals(await written(ending, '--with', file('placed.json', PLACED)))).toBe(true);
  expect(Buffer.from(branch).equals(original)).toBe(false);
});

it('what cannot be saved is told in a sentence', async () => {
  const session = createSession();
  await expect(session.save('.csv')).rejects.toThrow('no run has been made yet');
  await session.run({ scenario: scenarios.nato, seed: '7', ticks: 3 });
  await expect(session.save('.exe')).rejects.toThrow('unknown file ending ".exe"');
  await expect(session.save('.csv', 2)).rejects.toThrow('there is no run 2 branches back');
});
