import { describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { brierOf } from '../../sim/experiment/forecast-score.ts';
import { runJob } from '../../sim/experiment/run-job.ts';
import { happened } from '../../sim/facts/facts.ts';
import { play } from '../../sim/history/record.ts';
import type { Scenario } from '../../sim/schema/scenario.ts';
import { commandIn } from './command.ts';

const { foedus, json, file } = commandIn('odds');

const europe = 'europe-1879-1914';
function scenarioOf(id: string): Scenario {
  const checked = check(scenarios[id]);
  if ('faults' in checked) throw new Error('a faulty scenario');
  return checked.value;
}

describe('foedus odds', () => {
  it('gives the share of seeds in which each fact happened, those of the seeds one by one', async () => {
    const seeds = 12;
    const found = await json('odds', europe, '--seeds', String(seeds));
    expect(Object.keys(found)).toEqual(['scenario', 'seeds', 'facts', 'brier', 'baseBrier']);
    expect(found).toMatchObject({ scenario: europe, seeds, baseBrier: 0.25 });
    const scenario = scenarioOf(europe);
    const histories = Array.from({ length: seeds }, (_, k) => play(load(scenario), String(k + 1)));
    const shares = scenario.history.facts.map(
      (fact) => histories.filter((history) => happened(fact, history)).length / seeds,
    );
    expect(found.facts.map(({ id, share }: { id: string; share: number }) => [id, share])).toEqual(
      scenario.history.facts.map(({ id }, k) => [id, shares[k]]),
    );
    expect(new Set(shares).size).toBeGreaterThan(2);
    expect(found.brier).toBe(brierOf(shares));
    for (const { share, low, high } of found.facts) expect(low <= share && share <= high).toBe(true);
  });

  it('says which facts no run can be asked about', async () => {
    const { facts, unjudged } = await json('odds', 'nato', '--seeds', '3');
    expect(unjudged).toEqual([
      { id: 'france-outside-the-command', why: 'the model has no metric "inCommand"' },
      { id: 'greece-outside-the-command', why: 'the model has no metric "inCommand"' },
    ]);
    expect(facts.length + unjudged.length).toBe(scenarioOf('nato').history.facts.length);
  });

  it('is of the scenario as it was set: a run of ten years cannot be asked what came later', async () => {
    const { facts, unjudged } = await json('odds', europe, '--seeds', '5', '--set', 'time.ticks=40');
    expect(facts.map(({ id }: { id: string }) => id)).toEqual(['cyprus-convention-lapses']);
    expect(unjudged).toHaveLength(scenarioOf(europe).history.facts.length - 1);
  });

  it('tells a person in a table', async () => {
    const { code, out, err } = await foedus('odds', 'delian-league', '--seeds', '3');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^.*: the share of 3 replications in which each fact happened$/m);
    expect(out).toMatch(/^ *\d+ % +\d+–\d+ % +470 BCE +naxos-revolts +The first ally that tries to leave/m);
    expect(out).toMatch(/^Brier score 0\.\d{3}: 0 if every fact happens in every replication, 0\.25 for a forecast/m);
    expect(out).toMatch(/^tribute-478 +the model has no metric "tributeTalents"$/m);
  });
});

describe('a job that asks for a fact', () => {
  it('has 1 where it happened and 0 where it did not', () => {
    const scenario = scenarioOf(europe);
    const reporters = ['fact:dual-alliance-renewed', 'fact:two-blocs', 'run:attacks'];
    const seeds = ['1', '2', '3', '4', '5', '6'];
    const expected = seeds.flatMap((seed) => {
      const history = play(load(scenario), seed);
      const of = (id: string) => Number(happened(scenario.history.facts.find((fact) => fact.id === id)!, history));
      return [of('dual-alliance-renewed'), of('two-blocs'), history.chronicle.counts.get('attacked') ?? 0];
    });
    expect(Array.from(runJob({ scenario, seeds, reporters }))).toEqual(expected);
  });

  it('must name one that there is', () => {
    const job = { scenario: scenarioOf(europe), seeds: ['1'], reporters: ['fact:waterloo'] };
    expect(() => runJob(job)).toThrow('reporters: no fact "waterloo"');
  });
});

describe('foedus compare', () => {
  const proud = [{ kind: 'set', tick: 40, path: 'actors.GER.autonomy', value: 0.9 }];
  const prouder = [{ kind: 'set', tick: 40, path: 'actors.GER.autonomy', value: 1 }];

  it('says where two runs of one luck part, and by how much they differ', async () => {
    const [found, withA, plain] = await Promise.all([
      json('compare', europe, '--with', file('a.json', proud), '--seed', 'Sarajevo'),
      json('run', europe, '--with', file('a.json', proud), '--seed', 'Sarajevo'),
      json('run', europe, '--seed', 'Sarajevo'),
    ]);
    expect(Object.keys(found)).toEqual(['scenario', 'seed', 'divergence', 'year', 'a', 'b', 'differences']);
    expect(found).toMatchObject({ scenario: europe, seed: 'Sarajevo', divergence: 40, year: 1889 });
    expect(found.a).toEqual(withA);
    expect(found.b).toEqual(plain);
    expect(Object.keys(found.differences)).toEqual(Object.keys(plain.metrics));
    for (const [metric, difference] of Object.entries(found.differences))
      expect(difference).toBe(withA.metrics[metric] - plain.metrics[metric]);
  });

  it('compares with another change as well', async () => {
    const names = ['--with', file('a.json', proud), '--against', file('b.json', prouder)];
    const found = await json('compare', europe, ...names);
    expect(found.b.interventions).toEqual(prouder);
    expect(found.divergence).toBe(40);
  });

  it('finds no difference where there is none, and that is no failure', async () => {
    const same = ['--with', file('a.json', proud), '--against', 'a.json'];
    const found = await json('compare', europe, ...same);
    expect(found).toMatchObject({ divergence: null, year: null });
    expect(new Set(Object.values(found.differences))).toEqual(new Set([0]));
    expect(await foedus('compare', europe, ...same)).toMatchObject({ code: 0, err: '' });
    expect((await foedus('compare', europe, ...same)).out).toMatch(/^A and B do not differ$/m);
  });

  it('tells a person the events that only one of them has, and the figures of both', async () => {
    const { code, out, err } = await foedus('compare', europe, '--with', file('a.json', proud));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('seed 1: A with one intervention, B with no interventions\nThey diverge at tick 40, 1889\n');
    expect(out).toMatch(/^1889, tick 40 +only A +intervention +actors\.GER\.autonomy = 0\.9$/m);
    expect(out).toMatch(/^\d+, tick \d+ +only B +/m);
    expect(out).toMatch(/^metric +A +B +A − B$/m);
    expect(out).toMatch(/^attacks +\d+ +\d+ +-?\d+$/m);
  });
});

describe('bad input is refused in one sentence that names the place, with exit code 2', () => {
  // The classroom's predictions are about facts of the history, so it goes with it.
  const faulty = (history: unknown[]) => () => [
    file('faulty.json', { ...(scenarios[europe] as object), history, classroom: undefined }),
  ];
  const late = {
    id: 'later',
    kind: 'war',
    who: ['GER', 'FRA'],
    from: 1939,
    to: 1945,
    source: '',
    confidence: 'textbook',
  };

  it.each<[string, () => string[], RegExp]>([
    ['odds', () => [], /missing required argument 'scenario'/],
    ['odds', () => ['nowhere'], /nowhere: neither a scenario/],
    [
      'odds',
      () => ['classics/tribute'],
      /classics\/tribute: history: expected facts to test in the runs, there are none/,
    ],
    ['odds', faulty([late]), /faulty\.json: history: .* for later the run does not cover those years/],
    ['odds', faulty([{ ...late, who: ['PRU'] }]), /faulty\.json: history\[0\]\.who\[0\]: unknown actor "PRU"/],
    ['odds', () => [europe, '--seeds', '0'], /--seeds: expected a whole number from 1 to 100000, got "0"/],
    ['odds', () => [europe, '--seeds', 'many'], /--seeds: expected a whole number from 1 to 100000, got "many"/],
    [
      'odds',
      () => [europe, '--set', 'actors.GER.loyalty=2'],
      /actors\[2\]\.loyalty: expected a number from 0 to 1, got 2/,
    ],
    ['compare', () => [europe], /required option '--with <file>' not specified/],
    ['compare', () => [europe, '--with', 'nowhere.json'], /nowhere\.json: there is no such file/],
    ['compare', () => [europe, '--with', file('object.json', {})], /object\.json: expected a list/],
    [
      'compare',
      () => [
        europe,
        '--with',
        file('none.json', []),
        '--against',
        file('b.json', [{ kind: 'set', tick: 999, path: 'x', value: 1 }]),
      ],
      /b\.json: \[0\]\.tick: expected a tick of the run, before 144, got 999/,
    ],
    ['compare', () => [europe, '--with', file('none.json', []), '--seed', ''], /--seed: expected a text of 1 to 200/],
  ])('foedus %s, case %#', async (which, args, expected) => {
    const { code, out, err } = await foedus(which, ...args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
    expect(err).toMatch(/^foedus: [^\n]+\n$/);
  });
});
