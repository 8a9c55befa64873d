import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../../sim/engine/version.ts';
import type { Summary } from '../../sim/results/summary.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Run } from '../../sim/schema/scenario.ts';
import { commandIn } from './command.ts';
import { rawEurope } from './raw-scenario.ts';

const { at, foedus, file } = commandIn('verify');

const europe = 'europe-1879-1914';

/** A saved run in which one number was set. */
interface SavedRun extends Run {
  result: Summary;
  interventions: Extract<Intervention, { kind: 'set' }>[];
}

describe('foedus verify', () => {
  const placed = [{ kind: 'set', tick: 40, path: 'actors.GER.autonomy', value: 0.9 }];
  let saved: SavedRun;
  beforeAll(async () => {
    await foedus('run', europe, '--seed', 'Sarajevo', '--with', file('placed.json', placed), '--out', 'run.json');
    saved = JSON.parse(readFileSync(at('run.json'), 'utf8'));
  });

  it('says identical of a run that is', async () => {
    expect(await foedus('verify', 'run.json')).toEqual({ code: 0, out: 'identical\n', err: '' });
  });

  it.each<[string, (run: SavedRun) => void, RegExp]>([
    ['digest', (run) => (run.digests[7] = '0123456789abcdef'), /^differs from tick 7 on\ndigests\[7\]: /],
    ['digest that is none', (run) => (run.digests[7] = 'x'), /^differs from tick 7 on\ndigests\[7\]: the file says x/],
    [
      'result',
      (run) => (run.result.metrics.attacks! += 1),
      /^differs, but no tick differs\nresult\.metrics\.attacks: /,
    ],
    [
      'seed',
      (run) => (run.seed = 'Vienna'),
      /^differs from tick 0 on\n[\s\S]*result\.seed: the file says "Sarajevo", this run "Vienna"/,
    ],
    [
      'number of the scenario',
      (run) => (run.scenario.actors[0]!.autonomy = 0.5),
      /^differs from tick \d+ on\n[\s\S]*scenario: changed/,
    ],
    [
      'intervention',
      (run) => (run.interventions[0]!.value = 0.8),
      /^differs from tick 40 on\n[\s\S]*result\.interventions\[0\]\.value: the file says 0\.9, this run 0\.8/,
    ],
    ['number of ticks', (run) => (run.ticks = 100), /^differs from tick 100 on\ndigests\[100\]: .*this run nothing/],
  ])('names what differs with another %s', async (_, edit, expected) => {
    const run = structuredClone(saved);
    edit(run);
    const { code, out, err } = await foedus('verify', file('edited.json', run));
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(expected);
  });

  it('says which engine wrote the file before the verdict', async () => {
    const { code, out } = await foedus('verify', file('older.json', { ...saved, engine: 'foedus/0.0.1' }));
    expect({ code, out }).toEqual({
      code: 0,
      out: `The file was written by "foedus/0.0.1"; this is ${ENGINE}.\nidentical\n`,
    });
  });

  it('refuses a run with mechanisms that it does not have, and names them', async () => {
    const scenario = { ...saved.scenario, mechanisms: { grow: [{ name: 'growth' }, { name: 'my-rule' }] } };
    const run = file('foreign.json', { ...saved, scenario, foreignMechanisms: ['grow/my-rule'] });
    expect(await foedus('verify', run)).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^foedus: foreign\.json: foreignMechanisms: this run used grow\/my-rule, which .*\n$/),
    });
  });

  it('refuses a file that is no run', async () => {
    expect(await foedus('verify', file('scenario.json', rawEurope()))).toMatchObject({ code: 2, out: '' });
  });
});
