import { describe, expect, it } from 'vitest';
import { histories, scenarios } from '../../../scenarios/index.ts';
import { parameterControls, withParameters } from '../../../sim/experiment/parameter-controls.ts';
import { createSession } from '../../../workers/session.ts';

const digestOf = async (scenario: unknown): Promise<string> =>
  (await createSession().run({ scenario, seed: '2' })).digest;
const valuesOf = (scenario: unknown) =>
  Object.fromEntries(parameterControls(scenario).map(({ key, value }) => [key, value]));

describe('the levers of every scenario', () => {
  it.each(Object.keys(scenarios))('keep to their ranges and say what they are: %s', (id) => {
    for (const { value, min, max, describe: says, key } of parameterControls(scenarios[id])) {
      expect(says, key).not.toBe('');
      for (const one of [value].flat()) {
        expect(one).toBeGreaterThanOrEqual(min);
        expect(one).toBeLessThanOrEqual(max);
      }
    }
  });

  it.each(Object.keys(histories))('left where they stand change no bit: %s', async (id) => {
    const scenario = scenarios[id];
    expect(await digestOf(withParameters(scenario, valuesOf(scenario)))).toBe(await digestOf(scenario));
  });
});

describe('a lever of a history', () => {
  const europe = scenarios['europe-1879-1914'];
  const before = digestOf(europe);
  const keys = parameterControls(europe)
    .map(({ key }) => key)
    .filter((key) => key.startsWith('model.'));

  it.each(keys)('turned to its end makes another run: %s', async (key) => {
    const { value, min, max } = parameterControls(europe).find((lever) => lever.key === key)!;
    const far = Number(value) - min > max - Number(value) ? min : max;
    expect(await digestOf(withParameters(europe, { [key]: far }))).not.toBe(await before);
  });

  it('shows where it stands afterwards', () => {
    const changed = withParameters(europe, { 'model.trust': 4, 'model.inequity': 0 });
    expect(valuesOf(changed)).toMatchObject({ 'model.trust': 4, 'model.inequity': 0, 'model.security': 5 });
  });
});

describe('a declared parameter', () => {
  it('keeps its sentence and its range', () => {
    const changed = withParameters(scenarios['classics/glove'], { 'parameters.left': 7 });
    expect(parameterControls(changed)[0]).toMatchObject({
      key: 'parameters.left',
      value: 7,
      min: 1,
      max: 200,
      whole: true,
    });
  });

  it('may be a list', () => {
    const changed = withParameters(scenarios['classics/airport'], { 'parameters.needs': [1, 2] });
    expect(parameterControls(changed)[0]!.value).toEqual([1, 2]);
  });

  it.each(['parameters.nothing', 'parameters.constructor', 'model.nothing', 'left', '__proto__'])(
    'that is not there cannot be turned: %s',
    (key) => {
      expect(() => withParameters(scenarios['classics/glove'], { [key]: 1 })).toThrow();
    },
  );
});

it('a scenario that cannot be run has no levers, and says why', () => {
  expect(() => parameterControls({ format: 'foedus-scenario/1' })).toThrow(/missing, expected/);
});
