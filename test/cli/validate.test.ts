import { describe, expect, it } from 'vitest';
import { commandIn } from './command.ts';
import { rawEurope } from './raw-scenario.ts';

const { foedus, file } = commandIn('validate');

describe('foedus validate', () => {
  it('is silent about what is right', async () => {
    const europe = file('europe.json', rawEurope());
    expect(await foedus('validate', europe, 'nato')).toEqual({ code: 0, out: '', err: '' });
  });

  it('says all that is wrong, one line a fault', async () => {
    const broken = rawEurope();
    broken.actors[2]!.resources.power = 'much';
    broken.treaties[0]!.members = ['GER', 'PRU'];
    broken.colour = 'red';
    const first = await foedus('validate', file('broken.json', broken), 'nato');
    expect(first).toMatchObject({ code: 1, err: '' });
    expect(first.out.trimEnd().split('\n')).toEqual([
      'broken.json: actors[2].resources.power: expected a number ≥ 0, got "much"',
      'broken.json: colour: unknown key',
    ]);
    broken.actors[2]!.resources.power = 0.1;
    delete broken.colour;
    const second = await foedus('validate', file('broken.json', broken));
    expect(second.out).toMatch(/^broken\.json: treaties\[0\]\.members\[1\]: unknown actor "PRU"/);
  });

  it('goes on after a file it cannot read', async () => {
    const { code, out, err } = await foedus('validate', 'nowhere.json', file('empty.json', {}));
    expect(code).toBe(2);
    expect(err).toBe('foedus: nowhere.json: there is no such file or folder\n');
    expect(out).toContain('empty.json: actors: missing');
  });

  it('tells the first ten of very many faults', async () => {
    const broken = rawEurope();
    broken.dyads = Array(2_000).fill({ z: 1 });
    const { code, out } = await foedus('validate', file('many.json', broken));
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('many.json: and 990 more at least');
    broken.dyads = Array(15).fill({ from: 'GER', to: 'FRA', z: 1 });
    expect((await foedus('validate', file('some.json', broken))).out.trimEnd().split('\n')).toHaveLength(15);
  });

  it('warns of ids that other programs misread, and finds no fault', async () => {
    const text = JSON.stringify(rawEurope()).replaceAll('"GER"', '"NA"');
    const { code, out, err } = await foedus('validate', file('missing.json', text));
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toBe(
      'foedus: missing.json: warning: actors[2].id: other programs may read "NA" in a table as no value\n',
    );
    const faulty = { ...JSON.parse(text), colour: 'red' };
    expect(await foedus('validate', file('faulty.json', faulty))).toEqual({
      code: 1,
      out: 'faulty.json: colour: unknown key\n',
      err: '',
    });
  });

  it('refuses what is said twice', async () => {
    const text = JSON.stringify(rawEurope()).replace('"title":', '"title":"Another","title":');
    const { code, out, err } = await foedus('validate', file('twice.json', text));
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^twice\.json: title: given twice, at line 1, column \d+ and at line 1, column \d+\n$/);
  });
});
