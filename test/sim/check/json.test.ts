import { describe, expect, it } from 'vitest';
import { check, faultSentence, parseJson } from '../../../sim/check/check.ts';
import { change, draft } from './three-powers.ts';

describe('JSON that means harm', () => {
  const faultsOf = (text: string) => {
    const parsed = parseJson(text);
    const outcome = 'faults' in parsed ? parsed : check(parsed.value);
    return 'faults' in outcome ? outcome.faults.map(faultSentence) : [];
  };
  const table: [string, string][] = [
    ['', 'empty, expected JSON'],
    [' \n', 'empty, expected JSON'],
    ['{"__proto__": {"actors": 1}}', 'the key "__proto__" is reserved'],
    ['{"actors": [{"constructor": 1}]}', 'actors[0].constructor: the key "constructor" is reserved'],
    ['['.repeat(10_000) + ']'.repeat(10_000), '[0]: nested deeper than 48 levels'],
    [
      `{"actors":[${Array(1_500_000).fill('{}').join()},${Array(600_000).fill('{}').join()}]}`,
      'more than 2000000 lists',
    ],
  ];
  for (const [text, expected] of table) {
    it(`${text.trim().slice(0, 30)}: ${expected}`, () => {
      expect(faultsOf(text)[0]).toContain(expected);
    });
  }

  it('names the line of what is not JSON', () => {
    expect(faultsOf('{\n  "a": 1,\n  b\n}')[0]).toMatch(/^not JSON: .*\(line 3, column 3\)$/);
  });

  it('is answered in seconds, whatever it repeats', () => {
    const ids = Array.from({ length: 300_000 }, (_, k) => `P${k}`);
    const actors = ids.slice(0, 2_000).map((id) => ({ id, name: id, resources: { navy: 1 } }));
    const everyone = {
      id: 'x',
      name: 'X',
      family: 'power',
      at: 1900,
      changes: change({ target: { among: 'all' }, field: 'hostility' }),
    };
    const repeat = (entry: object, count: number) =>
      Array.from({ length: count }, (_, k) => ({ ...entry, id: `x${k}` }));
    for (const over of [
      { treaties: [{ ...draft().treaties[0], members: ids }] },
      { treaties: [{ ...draft().treaties[0], members: Array(300_000).fill('us') }] },
      { treaties: repeat({ ...draft().treaties[0], exclusive: true }, 4_000) },
      { actors, shocks: repeat(everyone, 4_000) },
      { shocks: [{ ...everyone, changes: Array(50_000).fill(everyone.changes[0]) }] },
    ]) {
      const outcome = check({ ...draft(), ...over });
      expect('faults' in outcome && outcome.faults.length).toBeGreaterThan(0);
    }
  });

  it('tells of a thousand faults at most, quickly', () => {
    const outcome = check({ ...draft(), dyads: Array(300_000).fill({ z: 1 }) });
    expect('faults' in outcome && outcome.faults.length).toBe(1_000);
  });
});
