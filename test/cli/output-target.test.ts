import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actor } from '../sim/builders.ts';
import { powers } from '../sim/powers.ts';
import { command, commandIn } from './command.ts';

const { folder, at, start, foedus, file } = commandIn('output-target');

const partsIn = (): string[] => readdirSync(folder).filter((name) => name.includes('.part'));
const isRun = (name: string): boolean => JSON.parse(readFileSync(at(name), 'utf8')).format === 'foedus-run/1';
const modeOf = (name: string): number => statSync(at(name)).mode & 0o7777;

/** A run that has begun to write, and goes on for long. */
async function begun(out: string) {
  const running = start('run', file('long.json', powers(60, 100_000)), '--out', out);
  while (!readdirSync(folder).some((name) => name.startsWith(out) && name.endsWith('.part')))
    await new Promise((resolve) => setTimeout(resolve, 20));
  return running;
}

describe('--out', () => {
  it('writes what a link points to, and keeps the link and the mode', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/r.json'), 'old\n');
    chmodSync(at('real/r.json'), 0o640);
    symlinkSync('real/r.json', at('near.json'));
    symlinkSync('near.json', at('far.json'));
    expect(await foedus('run', 'nato', '--out', 'far.json')).toMatchObject({ code: 0, err: '' });
    expect([lstatSync(at('far.json')), lstatSync(at('near.json'))].every((link) => link.isSymbolicLink())).toBe(true);
    expect(isRun('real/r.json')).toBe(true);
    expect(modeOf('real/r.json')).toBe(0o640);
    expect([...partsIn(), ...readdirSync(at('real'))]).toEqual(['r.json']);
  });

  it('makes the file that a link points to where there is none', async () => {
    symlinkSync('new.json', at('dangling.json'));
    expect((await foedus('run', 'nato', '--out', 'dangling.json')).code).toBe(0);
    expect(lstatSync(at('dangling.json')).isSymbolicLink() && isRun('new.json')).toBe(true);
    symlinkSync('circle.json', at('circle.json'));
    const { code, err } = await foedus('run', 'nato', '--out', 'circle.json');
    expect({ code, err }).toEqual({ code: 2, err: 'foedus: --out: circle.json: its links lead in a circle\n' });
  });

  it('takes any name that the file system takes, though a file under way has a longer one', async () => {
    for (const name of [`${'n'.repeat(250)}.json`, `${'東'.repeat(83)}.json`]) {
      expect(await foedus('run', 'nato', '--out', name)).toMatchObject({ code: 0, err: '' });
      expect(isRun(name)).toBe(true);
    }
    const { code, err } = await foedus('run', 'nato', '--out', `${'n'.repeat(251)}.json`);
    expect({ code, lines: err.split('\n').length }).toEqual({ code: 2, lines: 2 });
    expect(err).toContain('the name is too long');
    expect(partsIn()).toEqual([]);
  });

  it('writes into the pipe that a link to standard output leads to', () => {
    symlinkSync('/dev/stdout', at('stdout.ndjson'));
    // A process that Node starts writes into a socket, which has no name to be opened by.
    const out = execFileSync('sh', ['-c', `"${process.execPath}" "${command}" run nato --out stdout.ndjson | cat`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(JSON.parse(out.slice(0, out.indexOf('\n')))).toHaveProperty('kind');
  });

  it('keeps the mode of a file, and its other names', async () => {
    writeFileSync(at('one.json'), 'old\n');
    chmodSync(at('one.json'), 0o600);
    linkSync(at('one.json'), at('other.json'));
    expect((await foedus('run', 'nato', '--out', 'one.json')).code).toBe(0);
    expect(modeOf('one.json')).toBe(0o600);
    expect(isRun('one.json') && isRun('other.json')).toBe(true);
    expect(statSync(at('one.json')).ino).toBe(statSync(at('other.json')).ino);
  });

  it('writes all into a pipe, before or after somebody reads it', async () => {
    execFileSync('mkfifo', [at('pipe.csv'), at('late.csv')]);
    await foedus('run', 'nato', '--out', 'plain.csv');
    const expected = readFileSync(at('plain.csv'), 'utf8');
    const read = (name: string): Promise<string> =>
      new Promise((resolve) => {
        const reader = spawn('cat', [at(name)]);
        let text = '';
        reader.stdout.on('data', (part) => (text += part));
        reader.on('close', () => resolve(text));
      });
    const early = read('pipe.csv');
    expect(await foedus('run', 'nato', '--out', 'pipe.csv')).toMatchObject({ code: 0, err: '' });
    expect(await early).toBe(expected);
    const waiting = foedus('run', 'nato', '--out', 'late.csv');
    expect(await read('late.csv')).toBe(expected);
    expect((await waiting).code).toBe(0);
    expect([lstatSync(at('pipe.csv')), lstatSync(at('late.csv'))].every((pipe) => pipe.isFIFO())).toBe(true);
    expect(partsIn()).toEqual([]);
  });

  it('into a pipe that nobody reads hears an interrupt', async () => {
    execFileSync('mkfifo', [at('deaf.csv')]);
    const { child, ended } = start('run', 'nato', '--ticks', '1', '--out', 'deaf.csv');
    const news = new Promise((resolve) => child.once('spawn', resolve));
    await news;
    const timer = setInterval(() => child.kill('SIGINT'), 300);
    expect((await ended).code ?? 130).toBe(130);
    clearInterval(timer);
    expect(lstatSync(at('deaf.csv')).isFIFO()).toBe(true);
  });

  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGQUIT', 131],
    ['SIGTERM', 143],
  ] as const)('that is ended by %s leaves nothing, and exits with %d', async (signal, code) => {
    const { child, ended } = await begun(`${signal}.ndjson`);
    child.kill(signal);
    expect(await ended).toMatchObject({ code, out: '', err: '' });
    expect(readdirSync(folder).filter((name) => name.startsWith(signal))).toEqual([]);
  });

  it('that was killed leaves a part, which the next run clears; that of a living process stays', async () => {
    const { child, ended } = await begun('killed.json');
    const other = await begun('killed.json.old.json');
    child.kill('SIGKILL');
    await ended;
    writeFileSync(at(`killed.json.${process.pid}.part`), 'of a living process');
    expect(partsIn().filter((name) => name.startsWith('killed.json.'))).toHaveLength(3);
    expect((await foedus('run', 'nato', '--ticks', '1', '--out', 'killed.json')).code).toBe(0);
    const left = partsIn();
    expect(left).toContain(`killed.json.${process.pid}.part`);
    expect(left.filter((name) => name.includes('old.json'))).toHaveLength(1);
    expect(left).toHaveLength(2);
    other.child.kill('SIGTERM');
    await other.ended;
  });
});

describe('a run whose numbers leave the range', () => {
  it('ends with one sentence that names actor, column and tick, exit code 2 and no file', async () => {
    const resources = (power: number) => ({ resources: { power } });
    const scenario = file('overflow.json', {
      ...powers(3, 20),
      resources: [{ id: 'power', name: 'Power', unit: 'u' }],
      actors: ['A', 'B'].map((id) => actor(id, resources(1e-300))),
    });
    const placed = file('huge.json', [{ kind: 'set', tick: 5, path: 'actors.B.resources.power', value: 1e30 }]);
    for (const out of ['overflow.json.csv', 'overflow.ndjson', 'run.json']) {
      const { code, out: said, err } = await foedus('run', scenario, '--with', placed, '--out', out, '--json');
      expect({ code, said }).toEqual({ code: 2, said: '' });
      expect(err).toMatch(
        /^foedus: tick 5: strength of B is Infinity, beyond the range of numbers: the run ends there\n$/,
      );
      expect(existsSync(at(out))).toBe(false);
    }
    expect(partsIn().filter((name) => name.startsWith('overflow') || name.startsWith('run'))).toEqual([]);
  });
});

describe('standard error that takes nothing', () => {
  it('leaves the exit code of what could not be said', async () => {
    if (!existsSync('/dev/full')) return;
    const run = (args: string): Promise<number | null> =>
      new Promise((resolve) =>
        spawn('sh', ['-c', `"${process.execPath}" "${command}" ${args} >/dev/null 2>/dev/full`], { cwd: folder }).on(
          'close',
          resolve,
        ),
      );
    expect(await run('run nope')).toBe(2);
    expect(await run('rnu')).toBe(2);
    expect(await run('run nato')).toBe(0);
  });
});
