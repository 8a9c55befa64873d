import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { entryPointsIn, exportsValue, findEntryPoints } from '../../bench/against/entry-points.ts';

/** Reads from a tree of files that is not there. */
const tree = (files: Readonly<Record<string, string>>) => (path: string) => files[path];

const ON_SHELVES = {
  'sim/schema/scenario.ts':
    'export const Scenario = z.strictObject({});\nexport type Scenario = z.infer<typeof Scenario>;',
  'sim/engine/load.ts': 'export function load(scenario: Scenario): Model {}',
  'sim/history/record.ts': 'export function record() {}\nexport function play() {}',
  'sim/history/history.ts': 'export function seek() {}\nexport function digestsOf() {}',
};

describe('where a revision keeps what is timed', () => {
  it('is found in one folder, as it once was', () => {
    const flat = Object.entries(ON_SHELVES).map(([path, text]) => [`sim/${path.split('/').at(-1)}`, text]);
    expect(findEntryPoints(tree(Object.fromEntries(flat)))).toEqual({
      Scenario: 'sim/scenario.ts',
      load: 'sim/load.ts',
      record: 'sim/record.ts',
      play: 'sim/record.ts',
      seek: 'sim/history.ts',
      digestsOf: 'sim/history.ts',
    });
  });

  it('is the index of the engine where it has one, as far as that goes', () => {
    const index =
      "export { load } from './engine/load.ts';\nexport {\n  type Recorder,\n  record,\n  play,\n} from './history/record.ts';";
    expect(findEntryPoints(tree({ ...ON_SHELVES, 'sim/index.ts': index }))).toEqual({
      Scenario: 'sim/schema/scenario.ts',
      load: 'sim/index.ts',
      record: 'sim/index.ts',
      play: 'sim/index.ts',
      seek: 'sim/history/history.ts',
      digestsOf: 'sim/history/history.ts',
    });
  });

  it('is named where it is nowhere', () => {
    expect(() => findEntryPoints(tree({ ...ON_SHELVES, 'sim/engine/load.ts': 'function load() {}' }))).toThrow(
      /^load is in none of sim\/index\.ts, sim\/engine\/load\.ts, sim\/load\.ts/,
    );
  });

  it('is known for the present state', () => {
    expect(() => entryPointsIn(fileURLToPath(new URL('../..', import.meta.url)))).not.toThrow();
  });
});

describe('what a source exports', () => {
  it.each([
    ['export async function play() {}', true],
    ['export const play = () => {};', true],
    ["export { play } from './a.ts';", true],
    ["export { run as play } from './a.ts';", true],
    ["export { a, play, b } from './a.ts';", true],
    ['export function playAll() {}', false],
    ["export { play as run } from './a.ts';", false],
    ["export { type play } from './a.ts';", false],
    ["export type { play } from './a.ts';", false],
    ["import { play } from './a.ts';", false],
    ['// export function play() {}', false],
  ])('%s', (source, does) => {
    expect(exportsValue(source, 'play')).toBe(does);
  });
});
