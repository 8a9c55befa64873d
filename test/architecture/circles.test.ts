import { describe, expect, it } from 'vitest';
import { circles, graphOf, mutualFolders, read, sourceFiles } from './graph.ts';

/** Circles that stay, each with its reason. The list may only become shorter. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'sim/model/mechanism.ts sim/model/model.ts':
    'a loaded model lists the mechanisms that run it, and a mechanism is handed the model: two halves of one contract, types only',
};

const graph = graphOf(sourceFiles().map((file) => [file, read(file)]));

describe('files that need each other, types and import() counted', () => {
  it('are only those that have a reason', () => {
    expect(graph.size).toBeGreaterThan(400);
    expect(graph.get('sim/engine/load.ts')).toContain('sim/mechanisms/index.ts');
    expect(Object.keys(EXCEPTIONS).length).toBeLessThanOrEqual(3);
    expect(circles(graph).map((circle) => circle.join(' '))).toEqual(Object.keys(EXCEPTIONS));
  });

  const of = (entries: Record<string, string>) => circles(graphOf(Object.entries(entries)));

  it.each([
    ["import { b } from './b.ts';", "import './a.ts';"],
    ["import type { B } from './b.ts';", "export { a } from './a.ts';"],
    ["const later = () => import('./b.ts');", "type A = import('./a.ts').A;"],
    ["export * from './b.ts';", "const a = await import('./a.ts');"],
  ])('are seen in: %s and %s', (a, b) => {
    expect(of({ 'x/a.ts': a, 'x/b.ts': b })).toEqual([['x/a.ts', 'x/b.ts']]);
  });

  it('are all in one list where one leads to the next', () => {
    const code = {
      'a.ts': "import './b.ts';",
      'b.ts': "import './c.ts';",
      'c.ts': "import './a.ts';",
      'd.ts': "import './a.ts';",
    };
    expect(of(code)).toEqual([['a.ts', 'b.ts', 'c.ts']]);
    expect(of({ 'a.ts': "import './b.ts';", 'b.ts': "// import './a.ts';" })).toEqual([]);
  });
});

describe('folders of a room', () => {
  it.each(['sim', 'viz', 'workers', 'formats', 'cli'])('need each other one way only: %s', (room) => {
    expect(mutualFolders(graph, room)).toEqual([]);
  });

  it('are seen where they do not, the room’s own files counted as one', () => {
    const of = (entries: Record<string, string>) => mutualFolders(graphOf(Object.entries(entries)), 'sim');
    expect(of({ 'sim/a/x.ts': "import '../b/y.ts';", 'sim/b/y.ts': "import '../a/z.ts';", 'sim/a/z.ts': '' })).toEqual([
      'a ↔ b',
    ]);
    expect(of({ 'sim/top.ts': "import './a/x.ts';", 'sim/a/x.ts': "import type { T } from '../top.ts';" })).toEqual([
      '. ↔ a',
    ]);
    expect(of({ 'sim/a/x.ts': "import '../b/y.ts';", 'sim/b/y.ts': '' })).toEqual([]);
  });
});
