import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkSweep } from '../../../sim/experiment/sweep/make-plan.ts';
import { TAKES, type WholeSpec } from '../../../sim/experiment/sweep/spec.ts';
import { formOf } from '../../../viz/sweep/form-of-spec.ts';
import { specOf } from '../../../viz/sweep/spec-of-form.ts';

// A sweep file that is opened in the page and saved again is the same sweep: its fields lose nothing that the format can say.

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x));
const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const value = fc.oneof(number, text, fc.boolean(), fc.array(number, { maxLength: 4 }));
const formula = fc.constantFrom('1 + 2', ' sqrt(4) ', 'min(1, 0.5)');
const perhaps = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
/** Without the keys that are not said. */
const said = <T extends object>(of: T): T => JSON.parse(JSON.stringify(of));

/** Two numbers, the lesser first. */
const ends = fc
  .tuple(number, number)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const positiveEnds = fc
  .tuple(positive, positive)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const distribution = fc.oneof(
  ends.map((given) => ({ kind: 'uniform', ...given })),
  positiveEnds.map((given) => ({ kind: 'loguniform', ...given })),
  fc
    .tuple(number, positive, fc.constantFrom([], ['from'], ['to'], ['from', 'to']), ends)
    .map(([mean, sd, cut, given]) => ({
      kind: 'normal',
      mean,
      sd,
      ...Object.fromEntries(Object.entries(given).filter(([key]) => cut.some((one) => one === key))),
    })),
  ends.map((given) => ({ kind: 'triangular', ...given, mode: given.to })),
);

const steps = perhaps(fc.integer({ min: 2, max: 9 }));
const whole = perhaps(fc.boolean());
const varied = fc.oneof(
  fc
    .uniqueArray(value, { minLength: 1, maxLength: 5, selector: (one) => JSON.stringify(one) })
    .map((values) => ({ values })),
  fc
    .uniqueArray(fc.integer(), { minLength: 1, maxLength: 5 })
    .chain((values) => whole.map((asked) => ({ values: values.map((x) => x || 0), whole: asked }))),
  fc
    .record({ range: ends, steps, scale: perhaps(fc.constant('linear')) })
    .map(({ range, ...rest }) => ({ ...range, ...rest })),
  fc
    .record({ range: positiveEnds, steps, scale: fc.constantFrom('linear', 'log') })
    .map(({ range, ...rest }) => ({ ...range, ...rest })),
  fc.record({ distribution, whole: perhaps(fc.constant(false)) }),
  fc.record({ expression: formula, whole }),
);

const size = fc.integer({ min: 1, max: 7 }).map((k) => 2 ** k);
const designOf = (inputs: number) =>
  fc.oneof(
    fc.constant({ kind: 'full' }),
    fc.constantFrom('lhs', 'random', 'sobol', 'saltelli').chain((kind) => size.map((of) => ({ kind, size: of }))),
    fc.record({ kind: fc.constant('morris'), size, levels: fc.constantFrom(4, 6, 8) }),
    fc
      .array(fc.array(value, { minLength: inputs, maxLength: inputs }), { minLength: 1, maxLength: 4 })
      .map((points) => ({ kind: 'points', points })),
  );

const title = fc.constantFrom(
  'alliances',
  'security',
  'count:attacked:0:10',
  'pairYears',
  'trust:GER:RUS',
  'x y, z; (w)',
);
const titles = fc.uniqueArray(title, { maxLength: 5 });
const window = fc.record({
  of: title,
  from: fc.double({ min: 0, max: 1e6, noNaN: true }),
  to: perhaps(fc.double({ min: 0, max: 1e6, noNaN: true })),
  take: fc.constantFrom(...TAKES),
});
const measure = fc.record({
  end: titles,
  windows: fc
    .array(window, { maxLength: 3 })
    .map((all) => all.map((one, k) => ({ ...one, from: one.from || 0, to: one.to || undefined, name: `window ${k}` }))),
  every: perhaps(
    fc.record({
      ticks: fc.integer({ min: 1, max: 50 }),
      names: titles.filter(({ length }) => length > 0),
    }),
  ),
  facts: fc.boolean(),
  analyses: fc.uniqueArray(fc.constantFrom('shapley[0]', 'payoff.us', 'ties', 'a b'), { maxLength: 3 }),
});

const spec = fc
  .array(varied, { maxLength: 4 })
  .map((all) => all.map((one, k) => ({ path: `parameters.p${k}`, ...(k % 2 === 0 && { as: `p${k}` }), ...one })))
  .chain((vary) =>
    fc.record({
      format: fc.constant('foedus-sweep/1'),
      scenario: fc.constant('europe-1879-1914'),
      vary: fc.constant(vary),
      design: designOf(vary.filter((entry) => !('expression' in entry)).length),
      replicates: fc.integer({ min: 1, max: 1_000_000 }),
      seed: fc.nat(),
      commonRandomNumbers: fc.boolean(),
      interventions: perhaps(
        fc.constantFrom(
          [{ name: 'a', list: [] }],
          [
            { name: 'b', list: [{ kind: 'anything' }] },
            { name: 'c', list: [] },
          ],
        ),
      ),
      measure: perhaps(measure),
      stop: perhaps(formula),
      limits: fc.record({ seconds: perhaps(fc.integer({ min: 1, max: 99 })) }),
      runsPerShard: perhaps(fc.integer({ min: 1, max: 1_000_000 })),
    }),
  )
  .map(said);

it('the fields of any sweep say that sweep again', () => {
  let sound = 0;
  fc.assert(
    fc.property(spec, (given) => {
      const checked = checkSweep(given);
      // A design may refuse what varies; what is refused is never opened.
      if ('faults' in checked) return;
      sound++;
      const { scenario, ...rest } = checked.value;
      const again = checkSweep(specOf(formOf(rest as Omit<WholeSpec, 'scenario'>), scenario));
      // As text: the order of the keys is a part of the plan, and so of its hash.
      expect(JSON.stringify(again)).toBe(JSON.stringify(checked));
    }),
    { numRuns: 500 },
  );
  expect(sound).toBeGreaterThan(100);
});
