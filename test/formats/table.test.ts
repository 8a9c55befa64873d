import { describe, expect, it } from 'vitest';
import { actorTable } from '../../formats/actors.ts';
import type { Table, TableColumn } from '../../formats/table.ts';
import { worldTable } from '../../formats/world.ts';
import { finalDigest } from '../../sim/history/digest-comparison.ts';
import type { History } from '../../sim/history/history.ts';
import { seek } from '../../sim/history/seek.ts';
import { MEASURES } from '../../sim/measures/index.ts';
import { always, cases } from '../sim/arbitrary.ts';
import { powers } from '../sim/powers.ts';
import { europe, played, playedCase } from './runs.ts';

function cells(table: Table, name: string): ArrayLike<string | number | null> {
  const column = table.columns.find((candidate: TableColumn) => candidate.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return column.cells;
}

/** Who was where after a tick, as the table says and as the state says. */
function membersAt(history: History, table: Table, sample: number) {
  const { actors } = history.model.scenario;
  const said = actors.map((_, i) => cells(table, 'alliances')[sample * actors.length + i] as string);
  const { alliances } = seek(history, sample * history.series.stride);
  const were = actors.map((_, i) =>
    alliances.filter(({ members }) => members.some(({ actor }) => actor === i)).map(({ id }) => id),
  );
  return { said: said.map((text) => (text === '' ? [] : text.split(';')).sort()), were: were.map((ids) => ids.sort()) };
}

describe('the table of actors', () => {
  it('says of every tick who was in which alliance then', () => {
    const history = europe();
    const table = actorTable(history);
    for (let sample = 0; sample < history.series.samples; sample++) {
      const { said, were } = membersAt(history, table, sample);
      expect(said, `after tick ${sample}`).toEqual(were);
    }
  });

  it('says so of any world and whatever people do in it', () => {
    always(cases({ actors: 8, ticks: 30 }), (some) => {
      const history = playedCase(some);
      const table = actorTable(history);
      for (let sample = 0; sample < history.series.samples; sample++) {
        const { said, were } = membersAt(history, table, sample);
        expect(said).toEqual(were);
      }
    });
  });

  it('has a row for each actor and tick, with the numbers of the state', () => {
    const history = europe();
    const table = actorTable(history);
    const { actors, time } = history.model.scenario;
    expect(table.rows).toBe(145 * actors.length);
    for (const { cells: column } of table.columns) expect(column).toHaveLength(table.rows);
    const row = 100 * actors.length + 3;
    expect(cells(table, 'run')[row]).toBe(`europe-1879-1914#${finalDigest(history)}`);
    expect(cells(table, 'tick')[row]).toBe(100);
    expect(cells(table, 'year')[row]).toBe(time.start + 100 / time.ticksPerYear);
    expect(cells(table, 'actor')[row]).toBe(actors[3]!.id);
    const { columns } = seek(history, 100);
    expect(cells(table, 'strength')[row]).toBe(Math.fround(columns.strength[3]!));
    expect(cells(table, 'standing')[row]).toBe(Math.fround(columns.standing[3]!));
  });

  it('has a row for so many ticks of a long run, each with its own tick', () => {
    const history = played(powers(3, 10_000));
    const table = actorTable(history);
    expect(history.series.stride).toBe(4);
    expect(table.rows).toBe(3 * 2_501);
    expect([...Array.from(cells(table, 'tick')).slice(0, 7)]).toEqual([0, 0, 0, 4, 4, 4, 8]);
    const { said, were } = membersAt(history, table, 2_000);
    expect(said).toEqual(were);
  });

  it('is not made of a run that no longer knows who was where', () => {
    const history = europe();
    history.chronicle.forgotten = 12;
    expect(() => actorTable(history)).toThrow(/the first 12 are no longer kept\. Use fewer ticks/);
    expect(worldTable(history).rows).toBe(145);
  });
});

describe('the table of the world', () => {
  it('has the measures of every tick, the start among them', () => {
    const history = played(powers(5, 12), 'x');
    const table = worldTable(history);
    for (const [k, measure] of MEASURES.entries()) {
      if (measure.every !== undefined) continue;
      const column = cells(table, measure.name);
      expect(column).toHaveLength(13);
      expect(column[0]).toBe(measure.of(seek(history, 0), history.model));
      expect(column[12]).toBe(seek(history, 12).columns.metrics[k]);
    }
  });

  it('joins that of the actors by run and tick', () => {
    const history = europe('join');
    const [actors, world] = [actorTable(history), worldTable(history)];
    expect(new Set(Array.from(cells(actors, 'tick')))).toEqual(new Set(Array.from(cells(world, 'tick'))));
    expect(cells(actors, 'run')[0]).toBe(cells(world, 'run')[0]);
  });

  it('is there of a run of no tick', () => {
    const history = played(powers(4, 0));
    expect([actorTable(history).rows, worldTable(history).rows]).toEqual([4, 1]);
  });
});
