import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeLink, writePayload } from '../../formats/link/link.ts';
import {
  accepted,
  check,
  checkRun,
  clausesOf,
  columnOf,
  digestsOf,
  divergence,
  faultSentence,
  fork,
  found,
  type History,
  load,
  type Mechanism,
  mechanism,
  PHASE_CATALOGUES,
  PHASES,
  play,
  replicate,
  runFile,
  runJobsHere,
  type ScenarioDraft,
  seek,
  verify,
} from '../../sim/index.ts';
import { always, cases } from './arbitrary.ts';
import { actor, only } from './builders.ts';

/** Two who trust each other by lot found a pact; how likely, a formula says. */
const pacts = mechanism({
  name: 'pacts',
  phase: 'realign',
  cites: [],
  params: z.strictObject({ chance: z.union([z.number(), z.string()]).default(0.2) }),
  formulas: { chance: ['threat', 'alliances'] },
  step(world, context) {
    const { random, formulas } = context;
    const chance = formulas.chance({ threat: world.columns.threat[0]!, alliances: world.alliances.length });
    if (random().uniform() < chance) found(world, context, [0, 1], 'Pact', clausesOf({ formality: 0.5 }));
  },
});

type Chosen = NonNullable<ScenarioDraft['mechanisms']>;
const draft = (chosen: Chosen, more: Partial<ScenarioDraft> = {}) => ({
  format: 'foedus-scenario/1' as const,
  id: 'own',
  title: 'Own',
  kind: 'laboratory' as const,
  summary: '',
  time: { start: 0, ticks: 30, ticksPerYear: 1 },
  resources: [{ id: 'arms', name: 'Arms', unit: 'points' }],
  actors: ['a', 'b', 'c'].map((id) => actor(id)),
  mechanisms: chosen,
  ...more,
});
const withPacts = (parameters: Record<string, unknown> = {}, more: Partial<ScenarioDraft> = {}) =>
  draft(only({ realign: [{ name: 'pacts', parameters }], measure: [{ name: 'metrics' }] }), more);

const options = { mechanisms: [pacts] };
const played = (input: unknown, seed = '1'): History => play(load(accepted(check(input, options)), options), seed);
const faultsOf = (input: unknown, mechanisms: readonly unknown[] = [pacts]): string[] => {
  const outcome = check(input, { mechanisms: mechanisms as Mechanism[] });
  return 'faults' in outcome ? outcome.faults.map(faultSentence) : [];
};

describe('a mechanism of one’s own', () => {
  it('runs where the scenario names it, and writes events in its name', () => {
    const { events } = played(withPacts());
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events.map(({ by, kind }) => `${by} ${kind}`))).toEqual(new Set(['pacts founded']));
  });

  it('is unknown where it is not given, or not in that phase', () => {
    expect(faultsOf(withPacts(), [])[0]).toMatch(/^mechanisms\.realign\[0\]\.name: unknown mechanism "pacts" in phase/);
    expect(faultsOf(draft({ grow: [{ name: 'pacts' }] }))[0]).toMatch(
      /^mechanisms\.grow\[0\]\.name: unknown mechanism/,
    );
    expect(faultsOf(draft({ realign: [{ name: 'pact' }] }))).toEqual([
      'mechanisms.realign[0].name: unknown mechanism "pact" in phase realign (did you mean "pacts"?)',
    ]);
  });

  it('has its parameters checked', () => {
    expect(faultsOf(withPacts({ change: 1 }))).toEqual([
      'mechanisms.realign[0].parameters.change: unknown key (did you mean "chance"?)',
    ]);
  });

  it.each<[string, unknown, string]>([
    ['no object', 5, 'mechanisms[0]: expected an object, got 5'],
    [
      'of no phase',
      { ...pacts, phase: 'war' },
      `mechanisms[0].phase: expected one of ${PHASES.map((phase) => `"${phase}"`).join(', ')}, got "war"`,
    ],
    ['without a step', { ...pacts, step: undefined }, 'mechanisms[0].step: expected a function, got nothing'],
    ['without a schema', { ...pacts, params: {} }, 'mechanisms[0].params: expected a schema of zod 4, got an object'],
    [
      'named like one of ours',
      { ...pacts, name: 'moves' },
      'mechanisms[0].name: "moves" is a mechanism of Foedus, in phase realign',
    ],
    [
      'whose luck would be that of one of ours',
      { ...pacts, name: 'attacks' },
      'mechanisms[0].name: "attacks" is a mechanism of Foedus, in phase crisis',
    ],
    [
      'that owns no column',
      { ...pacts, owns: ['loyality'] },
      'mechanisms[0].owns[0]: expected one of "position", "salience", ',
    ],
    [
      'with a formula for no parameter',
      { ...pacts, formulas: { chanse: [] } },
      'mechanisms[0].formulas.chanse: unknown parameter "chanse" (did you mean "chance"?)',
    ],
  ])('is refused: %s', (_, given, sentence) => {
    const faults = faultsOf(withPacts(), [given]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
    expect(() => load(accepted(check(draft({}))), { mechanisms: [given as Mechanism] })).toThrow(sentence);
  });

  it('is refused twice, and in what is no list', () => {
    expect(faultsOf(withPacts(), [pacts, { ...pacts, phase: 'grow' }])).toEqual([
      'mechanisms[1].name: "pacts" is named twice',
    ]);
    expect(faultsOf(withPacts(), {} as unknown[])).toEqual([
      'mechanisms: expected a list of mechanisms, got an object',
    ]);
  });

  it('that only draws changes nothing else', () => {
    let drawn = 0;
    const idle = PHASES.map((phase) =>
      mechanism({
        name: `idle-${phase}`,
        phase,
        cites: [],
        owns: [],
        params: z.strictObject({}),
        step(_, { random }) {
          for (let k = 0; k < 3; k++) drawn += random().uniform();
        },
      }),
    );
    always(
      cases(),
      ({ scenario, seed, interventions }) => {
        const chosen = PHASES.map((phase) => {
          const ours = scenario.mechanisms[phase] ?? PHASE_CATALOGUES[phase].standard.map(({ name }) => ({ name }));
          return [phase, [{ name: `idle-${phase}` }, ...ours]];
        });
        const more = { ...scenario, mechanisms: Object.fromEntries(chosen) };
        const plain = play(load(scenario), seed, interventions);
        const history = play(
          load(accepted(check(more, { mechanisms: idle })), { mechanisms: idle }),
          seed,
          interventions,
        );
        expect(divergence(plain, history)).toBeNull();
        expect(history.events).toEqual(plain.events);
      },
      25,
    );
    expect(drawn).toBeGreaterThan(0);
  });

  it('is in forks, and in states that are sought', () => {
    const history = played(withPacts());
    const again = fork(history, 11, []);
    again.advance(Infinity);
    expect(divergence(history, again.history)).toBeNull();
    expect(again.history.events).toEqual(history.events);
    const { alliances } = seek(history, 25);
    expect(alliances.map(({ id }) => id)).toEqual(
      history.events.filter(({ tick }) => tick < 25).map((event) => 'alliance' in event && event.alliance),
    );
    expect(digestsOf(played(withPacts()))).toEqual(digestsOf(history));
  });

  it('is in runs by the dozen, whatever ran before', async () => {
    const survey = { scenario: withPacts({ chance: 1 }), reporters: ['run:founded'] };
    const foundedBy = async (mechanisms: readonly Mechanism[]) =>
      columnOf(await replicate(runJobsHere({ mechanisms }), survey, 12, () => {}), 0);
    expect([...(await foundedBy([pacts]))]).toEqual(new Array(12).fill(30));
    const still: Mechanism = { ...pacts, step: () => {} };
    expect([...(await foundedBy([still]))]).toEqual(new Array(12).fill(0));
    await expect(foundedBy([])).rejects.toThrow('unknown mechanism "pacts"');
  });
});

describe('a formula of a mechanism', () => {
  it('is a number, or a text over its names and the scenario’s parameters', () => {
    const count = (parameters: Record<string, unknown>, more: Partial<ScenarioDraft> = {}): number =>
      played(withPacts(parameters, more)).events.length;
    expect(count({ chance: 0 })).toBe(0);
    expect(count({ chance: 1 })).toBe(30);
    expect(count({ chance: 'alliances < 4' })).toBe(4);
    expect(count({ chance: 'alliances < most' }, { parameters: { most: 7 } })).toBe(7);
  });

  it('reads a parameter as it stands', () => {
    const scenario = accepted(check(withPacts({ chance: 'alliances < most' }, { parameters: { most: 2 } }), options));
    const withShock = {
      ...scenario,
      mechanisms: { ...scenario.mechanisms, shock: [{ name: 'interventions', parameters: {} }] },
    };
    const { events } = play(load(withShock, options), '1', [
      { kind: 'set', tick: 20, path: 'parameters.most', value: 5 },
    ]);
    expect(events.filter(({ kind }) => kind === 'founded').map(({ tick }) => tick)).toEqual([0, 1, 20, 21, 22]);
  });

  it('is refused at its path', () => {
    expect(faultsOf(withPacts({ chance: 'thread * 2' }))).toEqual([
      'mechanisms.realign[0].parameters.chance: unknown name "thread" in formula (known: threat, alliances)',
    ]);
    expect(faultsOf(withPacts({ chance: '1 +' }))[0]).toMatch(/^mechanisms\.realign\[0\]\.parameters\.chance: formula/);
    expect(faultsOf(withPacts({}, { parameters: { threat: 1 } }))).toEqual([]);
    expect(faultsOf(withPacts({ chance: 'threat' }, { parameters: { threat: 1 } }))).toEqual([
      'mechanisms.realign[0].parameters.chance: "threat" is both a parameter and a name that formulas already use',
    ]);
    const loose = { ...pacts, params: z.looseObject({ chance: z.unknown().optional() }) };
    expect(faultsOf(withPacts({ chance: [] }), [loose])).toEqual([
      'mechanisms.realign[0].parameters.chance: expected a formula, a text or a number, got a list of 0',
    ]);
  });
});

describe('a run with mechanisms of one’s own', () => {
  const history = played(withPacts());
  const saved = JSON.parse(JSON.stringify(runFile(history)));
  const missing =
    'this run used realign/pacts, which Foedus does not have: only a program that gives this mechanism as { mechanisms } can run it again';

  it('names them in its file, where others name nothing', () => {
    expect(saved.foreignMechanisms).toEqual(['realign/pacts']);
    const plain = runFile(play(load(accepted(check(draft({})))), '1'));
    expect(Object.keys(plain)).toEqual(
      'format engine scenario scenarioHash seed interventions ticks digests result'.split(' '),
    );
  });

  it('is verified by whoever has them, and by nobody else', () => {
    const run = accepted(checkRun(saved, options));
    expect(verify(run, options)).toEqual({ notice: null, identical: true, tick: null, findings: [] });
    expect(() => verify(run)).toThrow(missing);
    expect(checkRun(saved)).toEqual({ faults: [{ path: 'foreignMechanisms', message: missing }] });
    const other = mechanism({ ...pacts, step: () => {} });
    expect(verify(run, { mechanisms: [other] })).toMatchObject({ identical: false });
  });

  it('does not name what its scenario does not choose', () => {
    const more = { ...saved, foreignMechanisms: ['realign/pacts', 'grow/more'] };
    const grow: Mechanism = { ...pacts, name: 'more', phase: 'grow' };
    expect(checkRun(more, { mechanisms: [pacts, grow] })).toEqual({
      faults: [{ path: 'foreignMechanisms[1]', message: 'the scenario chooses no mechanism "grow/more"' }],
    });
  });

  it('has no link', () => {
    const sent = {
      scenario: withPacts(),
      seed: '1',
      interventions: [],
      digests: history.digests,
      foreignMechanisms: saved.foreignMechanisms,
    };
    for (const write of [writeLink, writePayload])
      expect(() => write(sent, {})).toThrow('This run used realign/pacts, which whoever opens a link does not have.');
  });
});
