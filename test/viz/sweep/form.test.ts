import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { checkSweep, makePlan } from '../../../sim/experiment/sweep/make-plan.ts';
import { type SweepSpec, TAKES, type WholeSpec } from '../../../sim/experiment/sweep/spec.ts';
import { fieldOfFault } from '../../../viz/sweep/fault-field.ts';
import { isAt } from '../../../viz/sweep/field.tsx';
import { emptyEntry, emptyForm, type PlanForm, WINDOW_TAKES } from '../../../viz/sweep/form.ts';
import { formOf } from '../../../viz/sweep/form-of-spec.ts';
import { specOf } from '../../../viz/sweep/spec-of-form.ts';
import { entryOfChoice } from '../../../viz/sweep/start-values.ts';
import { valuesIn, valuesText } from '../../../viz/sweep/values-text.ts';

const ID = 'europe-1879-1914';

const sound = (spec: unknown): SweepSpec => {
  const checked = checkSweep(spec);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
};
const BARE = { format: 'foedus-sweep/1', scenario: ID };
const whole = ({ scenario: _, ...rest }: SweepSpec) => rest as Omit<WholeSpec, 'scenario'>;
const faultsOf = (form: PlanForm) => {
  const checked = checkSweep(specOf(form, ID));
  return 'faults' in checked ? checked.faults : [];
};

/** A sweep with everything that a file may say. */
const FULL: unknown = {
  format: 'foedus-sweep/1',
  scenario: ID,
  vary: [
    { path: 'actors.GBR.autonomy', as: 'autonomy', from: 0.5, to: 1, steps: 3 },
    { path: 'dyads.GBR.GER.hostility', as: 'rivalry', values: [0.1, 0.4] },
    { path: 'dyads.FRA.GER.hostility', expression: 'min(1, rivalry + 0.3)' },
    { path: 'actors.GBR.strategy', values: ['best-response', 'free-rider'] },
    { path: 'time.ticks', from: 4, to: 16, steps: 2, scale: 'log', whole: true },
  ],
  replicates: 3,
  seed: 5,
  commonRandomNumbers: false,
  interventions: [
    { name: 'asItWas', list: [] },
    { name: 'noFleet', list: [{ kind: 'cancel', tick: 0, what: 'shock', id: 'navy-law' }] },
  ],
  measure: {
    end: ['alliances', 'count:attacked:0:10'],
    windows: [{ name: 'early', of: 'security', from: 0, to: 2, take: 'mean' }],
    every: { ticks: 4, names: ['alliances'] },
    facts: true,
  },
  stop: 'alliances > 40',
  limits: { seconds: 60 },
  runsPerShard: 50,
};

describe('the fields of a plan', () => {
  it('say the sweep that they were filled from, whatever it holds', () => {
    const { scenario: _, ...rest } = sound(FULL);
    const again = sound(specOf(formOf(rest as Omit<WholeSpec, 'scenario'>), ID));
    expect(again).toEqual(sound(FULL));
  });

  it.each([
    { kind: 'lhs', size: 30 },
    { kind: 'sobol', size: 32 },
    { kind: 'saltelli', size: 16 },
    { kind: 'morris', size: 5, levels: 6 },
    { kind: 'random', size: 7 },
    { kind: 'points', points: [[0.1], [0.7]] },
  ])('say the design too: %j', (design) => {
    const distributions = [
      { kind: 'uniform', from: 0, to: 1 },
      { kind: 'loguniform', from: 0.1, to: 1 },
      { kind: 'normal', mean: 0.5, sd: 0.1, from: 0, to: 1 },
      { kind: 'triangular', from: 0, mode: 0.2, to: 1 },
    ];
    for (const distribution of design.kind === 'points' ? distributions.slice(0, 1) : distributions) {
      const spec = sound({
        format: 'foedus-sweep/1',
        scenario: ID,
        vary: [{ path: 'actors.GBR.autonomy', distribution }],
        design,
      });
      const { scenario: _, ...rest } = spec;
      expect(sound(specOf(formOf(rest as Omit<WholeSpec, 'scenario'>), ID))).toEqual(spec);
    }
  });

  it('offer whatever can be taken of a window', () => {
    expect(WINDOW_TAKES).toEqual(TAKES);
  });

  it('keep the points of each setting when others are renamed, moved or removed', () => {
    const [a, b, c] = ['GBR', 'GER', 'RUS'].map((id) => ({ path: `actors.${id}.autonomy`, values: [0] }));
    const points = [
      [0.1, 0.2, 0.3],
      [0.4, 0.5, 0.6],
    ];
    const form = formOf(whole(sound({ ...BARE, vary: [a, b, c], design: { kind: 'points', points } })));
    const [first, second, third] = form.entries;
    const changed = { ...form, entries: [third!, { ...first!, as: 'mine' }] };
    expect(sound(specOf(changed, ID)).design).toEqual({
      kind: 'points',
      points: [
        [0.3, 0.1],
        [0.6, 0.4],
      ],
    });
    const added = { ...form, entries: [first!, second!, third!, emptyEntry('actors.FRA.autonomy')] };
    expect(faultsOf(added)[0]).toEqual({ path: 'design.points[0]', message: 'expected 4 values, got 3' });
  });

  it('make a plan as they are at first, of which only the seed varies', () => {
    const spec = sound(specOf(emptyForm(), ID));
    const planned = makePlan({ ...spec, scenario: scenarios[ID] } as unknown as WholeSpec);
    if ('faults' in planned) throw new Error(JSON.stringify(planned.faults));
    expect(planned.value.runs).toBe(20);
    expect(planned.value.columns.filter(({ name }) => name === 'alliances')).toHaveLength(1);
  });

  it('leave out a card that names nothing, and send each fault to its own field', () => {
    const named = { ...emptyEntry('time.ticks'), from: 'many', steps: '' };
    const form = { ...emptyForm(), entries: [emptyEntry(), named], replicates: '0', runsPerShard: 'x' };
    const faults = faultsOf(form);
    expect(faults.map(({ path }) => path).sort()).toEqual(['replicates', 'runsPerShard', 'vary[0].from']);
    expect(faults.map((fault) => fieldOfFault(fault, form)).sort()).toEqual([
      `sweep-from-${named.key}`,
      'sweep-replicates',
      'sweep-shard',
    ]);
    const short = { ...form, entries: [{ ...named, from: '1' }], replicates: '2', runsPerShard: '' };
    expect(faultsOf(short).map((fault) => fieldOfFault(fault, short))).toEqual([`sweep-steps-${named.key}`]);
  });
});

it('a fault lies at its place and within it, and at no place of a like name', () => {
  const fault = { path: 'vary[1].values[2]', message: '' };
  expect(['vary[1]', 'vary[1].values', 'vary'].map((place) => isAt(fault, place))).toEqual([true, true, true]);
  expect(['vary[10]', 'vary[1].value', 'var', ''].map((place) => isAt(fault, place))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

describe('a list of values', () => {
  it.each([
    ['0.1, 0.2;0.4', [0.1, 0.2, 0.4]],
    ['true, false', [true, false]],
    ['[1, 2], [3]', [[1, 2], [3]]],
    ['best-response, "a, b"', ['best-response', 'a, b']],
    ['  ', []],
    ['.5, 1e3, -2', [0.5, 1000, -2]],
    ['"7"', ['7']],
  ])('is read from %j', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  it('is the same after it was written', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x)),
      fc.boolean(),
      fc.array(fc.integer(), { minLength: 1, maxLength: 4 }),
      fc.string({ maxLength: 12 }).filter((text) => text.trim() === text && text !== ''),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), (values) => {
        expect(valuesIn(valuesText(values))).toEqual(values);
      }),
    );
  });
});

describe('a card', () => {
  it('begins with a range that holds the value that stands there, and a name of its own', () => {
    const choice = { path: 'dyads.GER.RUS.hostility', says: '', of: '', value: 0.2, min: 0, max: 1 };
    const first = entryOfChoice(choice, []);
    const second = entryOfChoice({ ...choice, path: 'dyads.RUS.GER.hostility' }, [first]);
    expect([first.as, second.as]).toEqual(['hostility', 'hostility2']);
    expect(first).toMatchObject({ kind: 'range', from: '0', to: '1', steps: '5', mode: '0.2' });
    expect(faultsOf({ ...emptyForm(), entries: [first, second] })).toEqual([]);
  });

  it('begins near a value that is small beside its range', () => {
    const rate = {
      path: 'mechanisms.crisis.attacks.parameters.aggression',
      says: '',
      of: '',
      value: 0.04,
      min: 0,
      max: 10,
    };
    expect(entryOfChoice(rate, [])).toMatchObject({ from: '0', to: '0.2' });
  });

  it('begins with all values of a choice, and with numbers that are whole where they must be', () => {
    const strategy = { path: 'actors.GBR.strategy', says: '', of: '', value: 'a', choices: ['a', 'b'] };
    expect(entryOfChoice(strategy, [])).toMatchObject({ kind: 'values', values: 'a, b' });
    const ticks = { path: 'time.ticks', says: '', of: '', value: 144, min: 0, max: 100_000, whole: true };
    const entry = entryOfChoice(ticks, []);
    expect(entry.isWhole).toBe(true);
    // The column "ticks" is there already: how many were run.
    expect(entry.as).not.toBe('ticks');
    expect(faultsOf({ ...emptyForm(), entries: [entry] })).toEqual([]);
  });
});
