import { describe, expect, it } from 'vitest';
import { checkRun, faultSentence } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { ENGINE } from '../../../sim/engine/version.ts';
import { play } from '../../../sim/history/record.ts';
import { runFile, verification } from '../../../sim/results/run-file.ts';
import { scenario } from '../check/three-powers.ts';

describe('a saved run', () => {
  const history = play(load(scenario()), 'Sarajevo', [
    { kind: 'set', tick: 5, path: 'actors.us.autonomy', value: 0.1 },
  ]);
  const saved = () => JSON.parse(JSON.stringify(runFile(history)));

  function again(run: unknown) {
    const outcome = checkRun(run);
    if ('faults' in outcome) return outcome.faults.map(faultSentence);
    const { scenario, seed, interventions, ticks } = outcome.value;
    return verification(outcome.value, play(load(scenario), seed, interventions, { ticks }));
  }

  it('is identical when run again', () => {
    expect(again(saved())).toEqual({ notice: null, identical: true, tick: null, findings: [] });
  });

  it.each<[string, (run: ReturnType<typeof runFile>) => void, number | null, RegExp]>([
    [
      'digest',
      (run) => (run.digests[7] = '0123456789abcdef'),
      7,
      /^digests\[7\]: the file says 0123456789abcdef, this run /,
    ],
    ['digest that is not there', (run) => run.digests.pop(), 11, /^digests\[11\]: the file says nothing, this run /],
    ['seed', (run) => (run.seed = 'Vienna'), 0, /result\.seed: the file says "Sarajevo", this run "Vienna"/],
    [
      'number of the scenario',
      (run) => (run.scenario.actors[0]!.loyalty = 0.51),
      0,
      /scenario: changed since the run was saved/,
    ],
    [
      'word of the scenario',
      (run) => (run.scenario.title = 'Four'),
      null,
      /^scenario: changed since the run was saved/,
    ],
    [
      'intervention',
      (run) => ((run.interventions[0] as { value: number }).value = 0.2),
      5,
      /result\.interventions\[0\]\.value: the file says 0\.1, this run 0\.2/,
    ],
    [
      'result',
      (run) => ((run.result as { metrics: Record<string, number> }).metrics.attacks = 99),
      null,
      /^result\.metrics\.attacks: the file says 99, this run \d/,
    ],
    ['hash', (run) => (run.scenarioHash = ''), null, /the file says ""$/m],
  ])('with another %s says so', (_, edit, tick, finding) => {
    const run = saved();
    edit(run);
    const verdict = again(run);
    if (Array.isArray(verdict)) throw new Error(verdict.join('\n'));
    expect(verdict.identical).toBe(false);
    expect(verdict.tick).toBe(tick);
    expect(verdict.findings.join('\n')).toMatch(finding);
  });

  it('by another engine says so before the verdict', () => {
    expect(again({ ...saved(), engine: 'foedus/0.0.1' })).toEqual({
      notice: `The file was written by "foedus/0.0.1"; this is ${ENGINE}.`,
      identical: true,
      tick: null,
      findings: [],
    });
    expect(again({ ...saved(), engine: 'foedus/9.0.0', luck: 1 })).toEqual([
      `luck: unknown key (known: format, engine, scenario, scenarioHash, seed, interventions, ticks, foreignMechanisms, digests, result) (the file was written by foedus/9.0.0, this is ${ENGINE})`,
    ]);
  });
});
