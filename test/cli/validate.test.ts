import { describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { commandIn } from './command.ts';

const { foedus, file } = commandIn('validate');

const europe = 'europe-1879-1914';
// biome-ignore lint/suspicious/noExplicitAny: a file as anyone may have changed it
const rawEurope = (): any => JSON.parse(JSON.stringify(scenarios[europe]));

describe('foedus validate', () => {
  it('is silent about what is right', async () => {
    const europe = file('europe.json', rawEurope());
    expect(await foedus('validate', europe, 'nato')).toEqual({ code: 0, out: '', err: '' });
  });

  it('says all that is wrong, one line a fault', async () => {
    const broken = rawEurope();
    broken.actors[2].resources.power = 'much';
    broken.treaties[0].members = ['GER', 'PRU'];
    broken.colour = 'red';
    const first = await foedus('validate', file('broken.json', broken), 'nato');
    expect(first).toMatchObject({ code: 1, err: '' });
    expect(first.out.trimEnd().split('\n')).toEqual([
      'broken.json: actors[2].resources.power: expected a number ≥ 0, got "much"',
      'broken.json: colour: unknown key',
    ]);
    broken.actors[2].resources.power = 0.1;
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
});
