import { describe, expect, it } from 'vitest';
import { finiteJson } from '../../formats/finite-json.ts';
import { actorTable, FORMATS, readCsv, writeCsv, writeParquet } from '../../formats/index.ts';
import { runFileText } from '../../formats/write-file.ts';
import { ACTOR_SERIES } from '../../sim/history/series.ts';
import { europe } from './runs.ts';

describe('a number that is not finite', () => {
  it.each([
    [{ a: 1, b: [2, { c: Number.NaN }] }, 'b[1].c (NaN) is no finite number'],
    [[null, -Infinity], '[1] (-Infinity) is no finite number'],
    [Infinity, 'the value (Infinity) is no finite number'],
  ])('is not written as JSON (%o)', (value, sentence) => {
    expect(() => finiteJson(value)).toThrow(sentence);
  });

  it('is not looked for where null and the word null are meant', () => {
    const value = { ended: null, name: 'null', list: [null, 0, -0] };
    expect(finiteJson(value)).toBe(JSON.stringify(value));
    expect(finiteJson(value, 2)).toBe(JSON.stringify(value, null, 2));
  });

  it.each([Number.NaN, Infinity, -Infinity])('is written in no format (%d)', (hole) => {
    const history = europe();
    const n = history.model.shape.actors;
    history.series.actors[ACTOR_SERIES.indexOf('strength') * n + 2] = hole;
    history.series.world[0] = hole;
    const table = actorTable(history);
    expect(() => [...writeCsv(table)]).toThrow(
      /^row 3, column strength: .* is no finite number, so it cannot be written$/,
    );
    expect(() => writeParquet(table)).toThrow(/^row 3, column strength: /);
    for (const { ending, write } of FORMATS.filter(({ ending }) => /^\.(csv|parquet|gexf)$/.test(ending)))
      expect(() => [...write(history)], ending).toThrow('is no finite number');
    expect(() => runFileText(history, { found: [hole] })).toThrow('result.analysis.found[0] (');
  });

  it('is read from no table', () => {
    const [head, ...rows] = [...writeCsv(actorTable(europe()))].join('').split('\r\n');
    for (const hole of ['NaN', 'Infinity', '-Infinity', '1e999']) {
      const row = rows[0]!.split(',');
      row[5] = hole;
      expect(() => readCsv([head, row.join(','), ''].join('\r\n'))).toThrow('expected a number');
    }
  });
});
