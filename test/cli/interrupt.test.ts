import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { powers } from '../sim/powers.ts';
import { command, commandIn } from './command.ts';

const { folder, at, startMarked, spawned, foedus, file } = commandIn('interrupt');

const europe = 'europe-1879-1914';
const members = Array.from({ length: 300 }, (_, k) => `P${k}`);
const formula = `min(1, 0 * (${Array.from({ length: 45 }, () => 'value * 2').join(' + ')}) + 0.2)`;

// Work of many seconds without a pause: a command that is deaf comes to the end of it, and leaves a mark of that.
beforeAll(() => {
  const treaties = Array.from({ length: 4_000 }, (_, k) => ({ id: `T${k}`, name: `T${k}`, members }));
  const scenario = { ...powers(members.length, 2), treaties };
  const changes = [
    { target: { among: 'all' as const }, field: 'hostility', operation: 'set' as const, amount: formula },
  ];
  file('treaties.json', scenario);
  file('pairs.json', { ...powers(1_500, 2), shocks: [{ id: 'S', name: 'S', family: 'power', at: 1900, changes }] });
  file('saved.json', { format: 'foedus-run/1', scenario });
  file('long.json', powers(60, 100_000));
  execFileSync('mkfifo', [at('unwritten')]);
});

const partsLeft = (): string[] => readdirSync(folder).filter((name) => /\.part$|^begun\./.test(name));

/** Interrupts a command when its work has come to a mark, and gives the marks that follow. */
async function interrupted(mark: string, args: readonly string[], signal: NodeJS.Signals = 'SIGINT') {
  const { child, ended, marks, comesTo } = startMarked(...args);
  await comesTo(mark);
  const before = marks().length;
  child.kill(signal);
  const { code, out, err } = await ended;
  return { code, out, err, after: marks().slice(before) };
}

const silent = { out: '', err: '' };

describe('an interrupt', () => {
  it.each([
    // What is interrupted, the mark at which it begins, the one that stands behind it.
    ['the check of a scenario', 'treaties.json', 'closed', 'part'],
    ['its load', 'treaties.json', 'part', 'clock'],
    ['a tick', 'pairs.json', 'clock', 'clock'],
  ])('is heard in %s', async (_, scenario, begins, ends) => {
    const { after, ...answer } = await interrupted(begins, ['run', scenario, '--out', 'begun.ndjson']);
    expect(answer).toEqual({ code: 130, ...silent });
    expect(after).not.toContain(ends);
    expect(partsLeft()).toEqual([]);
  });

  it.each([
    // Each would refuse, or find faults in, what it is given.
    ['validate', ['treaties.json', 'nowhere.json']],
    ['odds', ['treaties.json']],
    ['compare', ['treaties.json', '--with', 'nowhere.json']],
    ['verify', ['saved.json']],
    ['run', [europe, '--with', 'treaties.json']],
  ])('is heard by %s', async (command, args) => {
    const { after, ...answer } = await interrupted('closed', [command, ...args]);
    expect(answer).toEqual({ code: 130, ...silent });
    expect(after).not.toContain('open');
  });

  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGQUIT', 131],
    ['SIGTERM', 143],
  ] as const)('is heard where a pipe is opened that nobody writes into: %s', async (signal, code) => {
    for (const args of [
      ['run', 'unwritten'],
      ['validate', 'unwritten'],
      ['run', 'nato', '--with', 'unwritten'],
    ]) {
      const { after, ...answer } = await interrupted('open', args, signal);
      expect(answer).toEqual({ code, ...silent });
      expect(after).not.toContain('closed');
    }
  });

  it.each([
    ['our own scenario', [europe]],
    ['one that was set', [europe, '--set', 'actors.GER.loyalty=0.5']],
  ])('ends the threads of odds, of %s', async (_, args) => {
    const { after, ...answer } = await interrupted('pool', ['odds', ...args, '--seeds', '100000']);
    expect(answer).toEqual({ code: 130, ...silent });
  });

  it.each(['json', 'ndjson', 'csv', 'parquet', 'gexf'])('leaves no half of a .%s', async (ending) => {
    const { after, ...answer } = await interrupted('clock', ['run', 'long.json', '--out', `begun.${ending}`]);
    expect(answer).toEqual({ code: 130, ...silent });
    expect(partsLeft()).toEqual([]);
  });

  it('leaves no folder of a pipe that nobody reads', async () => {
    execFileSync('mkfifo', [at('unread.csv')]);
    const { child, ended, comesTo, temporary } = startMarked('run', 'pairs.json', '--out', 'unread.csv');
    await comesTo('clock');
    expect(readdirSync(temporary)).toHaveLength(2);
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, ...silent });
    expect(readdirSync(temporary)).toEqual(['marks']);
  });
});

describe('a scenario of a stranger', () => {
  it('runs as our own does, to the letter', async () => {
    writeFileSync(at('copy.json'), readFileSync(new URL('../../scenarios/nato.json', import.meta.url)));
    for (const options of [[], ['--json'], ['--link'], ['--ticks', '3', '--seed', 'x']])
      expect(await foedus('run', 'copy.json', ...options)).toEqual(await foedus('run', 'nato', ...options));
  });

  it('comes through a pipe, however slowly', async () => {
    execFileSync('mkfifo', [at('slow')]);
    const text = readFileSync(new URL('../../scenarios/nato.json', import.meta.url), 'utf8');
    const { ended, comesTo } = startMarked('run', 'slow', '--json');
    await comesTo('open');
    appendFileSync(at('slow'), text);
    expect(await ended).toEqual(await foedus('run', 'nato', '--json'));
  });

  it('that never was written into a pipe is no scenario', () => {
    const said = execFileSync(
      'sh',
      ['-c', `: | "$0" "$1" validate /dev/stdin 2>&1 || echo $?`, process.execPath, command],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    expect(said).toMatch(/^[^\n]*\/dev\/stdin: [^\n]+\n[12]\n$/);
  });

  it('that takes more memory than there is ends in one sentence', async () => {
    const { ended } = spawned([command, 'run', 'treaties.json'], { NODE_OPTIONS: '--max-old-space-size=40' });
    const { code, out, err } = await ended;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^foedus: this takes more memory than Node gives [^\n]+\n$/);
  });
});
