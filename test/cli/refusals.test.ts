import { existsSync, mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINE } from '../../sim/engine/version.ts';
import { commandIn } from './command.ts';
import { type RawScenario, rawEurope } from './raw-scenario.ts';

const { at, foedus, file } = commandIn('refusals');

const europe = 'europe-1879-1914';

describe('bad input is refused in one sentence that names the place, with exit code 2', () => {
  const changed = (edit: (scenario: RawScenario) => void) => () => {
    const scenario = rawEurope();
    edit(scenario);
    return file('bad.json', scenario);
  };
  const amount = (text: string) => changed(({ shocks }) => (shocks[0]!.changes[0]!.amount = text));

  it.each<[string, () => string, RegExp]>([
    ['a missing field', changed((scenario) => delete scenario.title), /^foedus: bad\.json: title: missing/],
    ['a wrong type', changed(({ time }) => (time.ticks = 'long')), /bad\.json: time\.ticks: expected a whole number/],
    ['NaN', () => file('bad.json', JSON.stringify(rawEurope()).replace('144', 'NaN')), /bad\.json: not JSON: /],
    [
      'a negative resource',
      changed(({ actors }) => (actors[1]!.resources.power = -1)),
      /actors\[1\]\.resources\.power: expected a number ≥ 0, got -1/,
    ],
    [
      'an unknown mechanism',
      changed((scenario) => (scenario.mechanisms = { crisis: [{ name: 'magic' }] })),
      /mechanisms\.crisis\[0\]\.name: unknown mechanism "magic"/,
    ],
    [
      'an unknown parameter',
      changed((scenario) => (scenario.mechanisms = { crisis: [{ name: 'attacks', parameters: { luck: 1 } }] })),
      /mechanisms\.crisis\[0\]\.parameters\.luck: unknown key/,
    ],
    [
      'an unknown actor',
      changed(({ treaties }) => (treaties[0]!.members[0] = 'PRU')),
      /treaties\[0\]\.members\[0\]: unknown actor "PRU"/,
    ],
    [
      'a function outside the list',
      amount('import("fs")'),
      /shocks\[0\]\.changes\[0\]\.amount: function "import" is not allowed in a formula/,
    ],
    ['constructor in a formula', amount('constructor'), /amount: unknown name "constructor"/],
    ['constructor as a function', amount('constructor("x")'), /amount: function "constructor"/],
    [
      'constructor as a key',
      changed(({ actors }) => (actors[0]!.resources = JSON.parse('{"constructor":1}'))),
      /actors\[0\]\.resources\.constructor: the key "constructor" is reserved/,
    ],
    [
      '__proto__ as a key',
      () => file('bad.json', JSON.stringify(rawEurope()).replace('{', '{"__proto__":{"x":1},')),
      /bad\.json: the key "__proto__" is reserved|bad\.json: __proto__: the key "__proto__" is reserved/,
    ],
    [
      '10,000 nested parentheses',
      amount(`${'('.repeat(10_000)}1${')'.repeat(10_000)}`),
      /shocks\[0\]\.changes\[0\]\.amount: expected a number or a formula of at most 1000 characters/,
    ],
    [
      '400 nested parentheses',
      amount(`${'('.repeat(400)}1${')'.repeat(400)}`),
      /amount: formula nested deeper than 60/,
    ],
    [
      '100,000 nested lists',
      () => file('bad.json', '['.repeat(100_000) + ']'.repeat(100_000)),
      /bad\.json: \[0\]: nested deeper than 48 levels/,
    ],
    ['20 MB', () => file('bad.json', `"${'x'.repeat(20_000_000)}"`), /bad\.json: larger than 16 MB/],
    ['an empty file', () => file('bad.json', ''), /bad\.json: empty, expected JSON/],
    [
      'invalid UTF-8',
      () => file('bad.json', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
      /bad\.json: not a text file in UTF-8/,
    ],
    [
      'a folder',
      () => {
        mkdirSync(at('folder'), { recursive: true });
        return 'folder';
      },
      /folder: expected a file, but it is a folder/,
    ],
    ['a missing file', () => './nowhere.json', /\.\/nowhere\.json: there is no such file/],
    ['an unknown id', () => 'europe', /europe: neither a scenario in "foedus list".* nor a file/],
    ['a name every object has', () => 'constructor', /constructor: neither a scenario/],
  ])('%s', async (_, name, expected) => {
    const { code, out, err } = await foedus('run', name(), '--out', 'never.json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(existsSync(at('never.json'))).toBe(false);
  });

  it.each<[string[], RegExp]>([
    [[], /expected a command/],
    [['ran'], /unknown command 'ran' \(Did you mean run\?\)/],
    [['run'], /missing required argument 'scenario'/],
    [['run', europe, '--sed', '1'], /unknown option '--sed' \(Did you mean one of --seed, --set\?\)/],
    [['run', europe, '--seed', ''], /foedus: --seed: expected a text of 1 to 200 characters/],
    [['run', europe, '--seed'], /option '--seed <seed>' argument missing/],
    [['run', europe, '--ticks', '-1'], /--ticks: expected a whole number from 0 to 100000, got "-1"/],
    [['run', europe, '--ticks', '1.5'], /--ticks: expected a whole number from 0 to 100000, got "1.5"/],
    [['run', europe, '--ticks', '100001'], /--ticks: expected a whole number/],
    [['run', europe, '--set', 'time.ticks'], /--set: expected PATH=VALUE, got "time\.ticks"/],
    [['run', europe, '--set', 'actors.PRU.loyalty=1'], /--set: actors\.PRU: actors has no element "PRU"/],
    [['run', europe, '--set', 'actors.GER.loyalty=2'], /actors\[2\]\.loyalty: expected a number from 0 to 1, got 2/],
    [['run', europe, '--out', 'run.txt'], /--out: run\.txt has an unknown ending \(known: /],
    [['run', europe, '--out', 'no/where/run.json'], /--out: no\/where\/run\.json: there is no such file or folder/],
    [['run', europe, '--with', 'nowhere.json'], /nowhere\.json: there is no such file/],
    [
      ['run', europe, '--with', 'late.json'],
      /late\.json: \[0\]\.tick: expected a tick of the run, before 144, got 500/,
    ],
    [['verify'], /missing required argument/],
    [['verify', 'nowhere.json'], /nowhere\.json: there is no such file/],
    [['validate'], /missing required argument/],
  ])('foedus %j', async (args, expected) => {
    file('late.json', [{ kind: 'set', tick: 500, path: 'actors.GER.autonomy', value: 0.5 }]);
    const { code, out, err } = await foedus(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
    expect(err).toMatch(/^foedus: [^\n]+\n$/);
  });

  it('help and version are no fault', async () => {
    expect(await foedus('--version')).toEqual({ code: 0, out: `${ENGINE}\n`, err: '' });
    for (const name of ['run', 'compare', 'odds']) {
      const help = await foedus(name, '--help');
      expect(help).toMatchObject({ code: 0, err: '' });
      expect(help.out).toMatch(/--set <path=value>/);
      expect(help.out).not.toContain('[]');
    }
  });
});
