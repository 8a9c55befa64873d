import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printable } from '../../cli/terminal.ts';
import { powers } from '../sim/powers.ts';
import { commandIn } from './command.ts';

const { at, foedus, file } = commandIn('terminal');

/** What acts on a terminal, or deceives whoever reads it. */
const HOSTILE =
  'Mini\u001b[2J\u001b]0;owned\u0007\ndigest 0000000000000000\r\u0008\u007f\u0085\u009b31m\u202eevil\u2066\u200e\u061c\u200b\u200d\u2060\ufeff\u00ad\u2028\u{e0041}\ud800\u3164';
const ACTING = /[^\P{C}\n]|[\u2028\u2029\u3164]/u;

const facts = [
  {
    id: 'pact',
    kind: 'allied',
    who: ['P0', 'P1'],
    from: 1901,
    to: 1902,
    statement: HOSTILE,
    source: HOSTILE,
    confidence: 'estimate',
  },
];
const hostile = () => ({
  ...powers(3, 12),
  title: HOSTILE,
  actors: powers(3, 12).actors.map((actor) => ({ ...actor, name: HOSTILE })),
  treaties: [{ id: 'pact', name: HOSTILE, members: ['P0', 'P1'] }],
  shocks: [
    {
      id: 'blow',
      name: HOSTILE,
      family: 'power',
      at: 1901,
      changes: [{ target: { actors: 'all' }, field: 'resources.army', operation: 'scale', amount: 0.5 }],
    },
  ],
  history: facts,
});

describe('what a stranger wrote', () => {
  it('is printed on one line, as escapes where it would act on a terminal', async () => {
    const name = file('hostile.json', hostile());
    file('blow.json', [
      {
        kind: 'shock',
        tick: 2,
        shock: { id: 'x', name: HOSTILE, family: 'power', changes: hostile().shocks[0]!.changes },
      },
    ]);
    for (const args of [
      ['run', name],
      ['run', name, '--json'],
      ['odds', name, '--seeds', '2'],
      ['odds', name, '--seeds', '2', '--json'],
      ['compare', name, '--with', 'blow.json'],
      ['compare', name, '--with', 'blow.json', '--json'],
    ]) {
      const { code, out, err } = await foedus(...args);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(ACTING.exec(out)?.index).toBeUndefined();
      if (args.includes('--json')) JSON.parse(out);
      else expect(out).not.toMatch(/^digest 0000000000000000/m);
    }
    expect((await foedus('run', name)).out).toContain(
      'Mini\\u001b[2J\\u001b]0;owned\\u0007\\u000adigest 0000000000000000',
    );
  });

  it('says the same as JSON', async () => {
    const seed = 'a\u202e\u200b\u00ad7';
    const { out } = await foedus('run', file('hostile.json', hostile()), '--seed', seed, '--json');
    expect(ACTING.test(out)).toBe(false);
    expect(JSON.parse(out).seed).toBe(seed);
  });

  it('is printed so in a refusal, on standard output and on standard error', async () => {
    const bad = file('bad.json', { ...hostile(), kind: HOSTILE, [HOSTILE]: 1 });
    const validated = await foedus('validate', bad);
    expect(validated.code).toBe(1);
    expect(ACTING.test(validated.out)).toBe(false);
    for (const args of [
      ['run', bad],
      ['run', `no\u001b[2J\u202e\nfile.json`],
      ['run', bad, '--set', 'title.\u009b31m=1'],
      ['run', bad, '--sed\u001b[2J'],
    ]) {
      const { code, err } = await foedus(...args);
      expect(code).toBe(2);
      expect(err).toMatch(/^foedus: [^\n]+\n$/);
      expect(ACTING.test(err)).toBe(false);
    }
  });

  it('stands in a file as it is', async () => {
    await foedus('run', file('hostile.json', hostile()), '--out', 'run.json');
    expect(JSON.parse(readFileSync(at('run.json'), 'utf8')).scenario.title).toBe(HOSTILE.replace('\ud800', '\ud800'));
  });
});

describe('letters of any language, and pictures', () => {
  it.each(['Überraschung', 'Δήλος', '東京', 'می‌خواهم', '👩‍👩‍👧‍👦', '❤️', 'क्‍ष'])(
    'are printed as they are: %s',
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );
  it.each([
    ['pay‍pal', 'pay\\u200dpal'],
    ['‌a', '\\u200ca'],
    ['аб‌в', 'аб\\u200cв'],
  ])('but a joiner that nobody sees is not: %s', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});
