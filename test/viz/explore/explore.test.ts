import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import schema from '../../../scenarios/schema.json' with { type: 'json' };
import { type Schema, wordsAt } from '../../../viz/explore/complete.ts';
import { formatted, retitled } from '../../../viz/explore/editor-state.ts';
import { placed, stepsOf } from '../../../viz/explore/fault-position.ts';
import { controlSpanOf, isWithin, typed } from '../../../viz/explore/range.ts';
import { sharedRunText } from '../../../viz/share/shared-run.ts';
import { fileCheckOf, fileText, importName, LARGEST } from '../../../viz/user-scenarios/import-file.ts';
import type { ScenarioStorage, StoredScenario } from '../../../viz/user-scenarios/storage.ts';
import { createUserScenarios, scenarioIn } from '../../../viz/user-scenarios/user-scenarios.ts';
import { createSession } from '../../../workers/session.ts';

describe('what a slider covers', () => {
  it.each([
    [{ min: 0, max: 1, whole: false }, 0.25, { min: 0, max: 1, step: 0.005 }],
    [{ min: 1, max: 200, whole: true }, 2, { min: 1, max: 200, step: 1 }],
    [{ min: 1e-6, max: 1e6, whole: false }, 0.25, { min: 0.02, max: 4, step: 0.02 }],
    [{ min: -1e6, max: 1e6, whole: false }, 1, { min: -4, max: 4, step: 0.05 }],
    [{ min: 1, max: 20_000, whole: true }, 1000, { min: 20, max: 20_000, step: 100 }],
  ])('of %j about %d is %j', (control, value, { max, step }) => {
    const span = controlSpanOf(control, value);
    expect(span.max).toBe(max);
    expect(span.step).toBe(step);
    expect(span.min).toBeGreaterThanOrEqual(control.min);
  });

  it('lies within the range, has the value in it or nearly, and is not too fine', () => {
    const bounds = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0.001, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(bounds, fc.double({ min: 0, max: 1, noNaN: true }), ([min, width], share) => {
        const control = { min, max: min + width, whole: false };
        const value = min + share * width;
        const { min: low, max: high, step } = controlSpanOf(control, value);
        expect(step).toBeGreaterThan(0);
        expect(low).toBeGreaterThanOrEqual(min - 1e-6);
        expect(high).toBeLessThanOrEqual(control.max + 1e-6);
        expect(value).toBeGreaterThanOrEqual(low - step - 1e-6);
        expect(value).toBeLessThanOrEqual(high + 1e-6);
        expect((high - low) / step).toBeLessThanOrEqual(201);
      }),
    );
  });
});

describe('what is typed', () => {
  it.each([
    ['0.5', false, 0.5],
    [' -3 ', false, -3],
    ['1, 2;3', true, [1, 2, 3]],
    ['7', true, [7]],
    ['1 2', false, undefined],
    ['', false, undefined],
    ['all', false, undefined],
    ['1, x', true, undefined],
    ['Infinity', false, undefined],
  ] as const)('%j (a list: %s) is %j', (text, isList, value) => {
    expect(typed(text, isList)).toEqual(value);
  });

  const control = { key: 'parameters.n', describe: '', value: 3, min: 1, max: 5, whole: true };
  it.each([
    [1, true],
    [5, true],
    [0, false],
    [2.5, false],
    [[1, 6], false],
    [[1, 5], true],
  ])('keeps to the range or not: %j, %s', (value, fits) => {
    expect(isWithin(control, value)).toBe(fits);
  });
});

describe('where a fault is seen', () => {
  const text = '{\n  "id": "a",\n  "actors": [{ "id": "X", "loyal": 2, "loyalty": 7 }],\n  "odd key": [1, {}]\n}\n';
  const seen = (path: string, message = 'expected a number, got "x"') => {
    const { from, to } = placed(text, [{ path, message }])[0]!;
    return text.slice(from, to);
  };
  it.each([
    ['actors[0].loyalty', undefined, '7'],
    ['actors[0].loyal', 'unknown key (did you mean "loyalty"?)', '"loyal"'],
    ['["odd key"][0]', undefined, '1'],
    ['actors[0].name', 'missing, expected a text', '{ "id": "X", "loyal": 2, "loyalty": 7 }'],
    ['title', 'missing, expected a text', '{'],
    ['actors[9].name', undefined, '"actors"'],
    ['', 'expected an object', '{'],
    ['id.deeper.still', undefined, '"id"'],
  ])('%s: %s', (path, message, at) => {
    expect(seen(path, message)).toBe(at);
  });

  it('lies within any text, spoilt or not', () => {
    const path = fc.oneof(fc.string(), fc.constantFrom('a', 'a[0]', '["x"]', 'a.b[3].c'));
    fc.assert(
      fc.property(fc.string(), path, fc.string(), (any, at, message) => {
        const { from, to } = placed(any, [{ path: at, message }])[0]!;
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(any.length);
      }),
    );
  });

  it('is the place that the engine says the text is spoilt at', async () => {
    const spoilt = '{\n  "id": nonsense\n}';
    const reading = await createSession().classifyFile(spoilt);
    if (reading.kind !== 'neither') throw new Error('it was read');
    const { from } = placed(spoilt, reading.faults)[0]!;
    expect(Math.abs(from - spoilt.indexOf('nonsense'))).toBeLessThan(3);
  });

  it('comes by the steps that a path says', () => {
    expect(stepsOf('a-b.c[3]["x \\"y\\""].$d')).toEqual(['a-b', 'c', 3, 'x "y"', '$d']);
  });
});

describe('words that may stand at a place', () => {
  const at = (marked: string) => wordsAt(marked.replace('|', ''), marked.indexOf('|'), schema as unknown as Schema);
  const labels = (marked: string) => at(marked).words.map(({ label }) => label);
  it('are the keys of the object that are not there yet', () => {
    const found = labels('{"format": "foedus-scenario/1", "|"}');
    expect(found).toContain('treaties');
    expect(found).not.toContain('format');
    expect(labels('{"actors": [{"id": "a", "|"}]}')).toContain('loyalty');
    expect(labels('{"time": {"|"}}')).toEqual(expect.arrayContaining(['start', 'ticks', 'ticksPerYear']));
  });

  it('are the words that a value may be', () => {
    expect(labels('{"kind": "|"}')).toEqual(['history', 'laboratory', 'classic', 'imported']);
    expect(at('{"kind": "|"}').isKey).toBe(false);
  });

  it('are none where nobody knows', () => {
    expect(labels('{"no": {"such": {"|"}}}')).toEqual([]);
  });
});

describe('a text', () => {
  it('is tidied without changing what it says, and given a title without touching the rest', () => {
    const text = '{"id":"a","title":"Old","list":[1,\n2]}';
    expect(JSON.parse(formatted(text))).toEqual(JSON.parse(text));
    expect(retitled(text, 'New “one”')).toBe(text.replace('Old', 'New “one”'));
  });

  it('is a scenario only if it is an object', () => {
    expect(scenarioIn('{"id": 1}')).toEqual({ id: 1 });
    for (const other of ['3', 'null', '"x"', '{', '']) expect(scenarioIn(other)).toBeUndefined();
  });
});

describe('a file', () => {
  it.each([
    ['a.json', 'a.json'],
    ['\u202eexe\u0000.json\n', 'exe .json'],
    [`${'x'.repeat(100)}.json`, `${'x'.repeat(57)}…`],
    ['', 'A file'],
  ])('named %j is called %j', (name, called) => {
    expect(importName(name)).toBe(called);
  });

  it('that is no text, or too large, is refused in a sentence', async () => {
    await expect(fileText(new File([new Uint8Array([0xff, 0xfe, 0x00])], 'x'))).rejects.toThrow('not a text');
    await expect(fileText({ size: LARGEST + 1 } as File)).rejects.toThrow('larger than 16 MB');
    expect(await fileText(new File(['{}'], 'x'))).toBe('{}');
  });

  it('of a run is told from another by its first digest that differs', async () => {
    const session = createSession();
    const replay = await session.run({ scenario: scenarios['classics/glove'], seed: '1' });
    const run = await session.runFile();
    expect(sharedRunText(fileCheckOf(run, { replay }))).toBe('Same run as in the file.');
    expect(sharedRunText(fileCheckOf({ ...run, digests: ['0123456789abcdef'] }, { replay }))).toContain(
      'from tick 0 on',
    );
    expect(sharedRunText(fileCheckOf({ ...run, digests: [...run.digests, '0'] }, { replay }))).toContain(
      'from tick 1 on',
    );
  });

  it.each([
    ['{"format": "foedus-scenario/1"}', /missing, expected/],
    ['{"format": "foedus-run/1", "scenario": {}}', /missing, expected/],
    ['{"__proto__": {"x": 1}}', /reserved/],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /nested deeper than 48/],
    ['', /empty, expected JSON/],
    ['<html>', /not JSON/],
    ['[]', /expected/],
    ['null', /expected/],
  ])('with a fault in it is read as neither, and says where: %.30s', async (text, says) => {
    const reading = await createSession().classifyFile(text);
    expect(reading.kind).toBe('neither');
    if (reading.kind === 'neither') expect(reading.faults.map(({ message }) => message).join(' ')).toMatch(says);
  });

  it('is read as it was written, scenario or run', async () => {
    const session = createSession();
    const scenario = scenarios['classics/glove'];
    expect(await session.classifyFile(JSON.stringify(scenario))).toMatchObject({
      kind: 'scenario',
      id: 'classics/glove',
      scenario,
    });
    await session.run({ scenario, seed: '9' });
    const run = JSON.parse(JSON.stringify(await session.runFile()));
    expect(await session.classifyFile(JSON.stringify(run))).toMatchObject({
      kind: 'run',
      run: { seed: '9', ticks: 1 },
    });
  });
});

describe('scenarios of one’s own', () => {
  const memory = (): ScenarioStorage & { kept: Map<string, StoredScenario> } => {
    const kept = new Map<string, StoredScenario>();
    return {
      kept,
      all: async () => [...kept.values()],
      put: async (own) => void kept.set(own.key, own),
      remove: async (key) => void kept.delete(key),
      draft: async () => undefined,
      putDraft: async () => {},
    };
  };

  it('are kept, recalled, written over, deleted and brought back', async () => {
    const store = memory();
    const own = createUserScenarios(store);
    const key = await own.put('{}', 'One');
    await own.put('{"title": "Two"}', 'Two', key);
    expect(own.list.value.map(({ title }) => title)).toEqual(['Two']);
    const again = createUserScenarios(store);
    await again.recall();
    expect(again.list.value).toEqual(own.list.value);
    await again.remove(key);
    expect([again.list.value, store.kept.size]).toEqual([[], 0]);
    await again.restore();
    expect(again.list.value[0]).toMatchObject({ key, title: 'Two', text: '{"title": "Two"}' });
    expect(store.kept.size).toBe(1);
    expect(again.removed.value).toBeUndefined();
  });

  it('are here all the same where the browser keeps nothing, and that is known', async () => {
    const refuse = async () => Promise.reject(new Error('no'));
    const own = createUserScenarios({ all: refuse, put: refuse, remove: refuse, draft: refuse, putDraft: refuse });
    await own.recall();
    expect(own.refused.value).toBe(false);
    await own.put('{}', 'One');
    expect(own.refused.value).toBe(true);
    expect(own.list.value).toHaveLength(1);
    expect(await own.draft()).toBeUndefined();
  });
});
