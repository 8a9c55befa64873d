import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCsv, readParquet } from '../../formats/index.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { powers } from '../sim/powers.ts';
import { commandIn } from './command.ts';
import { rawEurope } from './raw-scenario.ts';

const { folder, at, foedus, json, file, bytesLoaded } = commandIn('run');

const europe = 'europe-1879-1914';

describe('foedus run', () => {
  let plain: unknown;
  beforeAll(async () => {
    plain = await json('run', europe, '--seed', 'Sarajevo');
  });

  it('gives the same twice, and another digest for another seed', async () => {
    const [first, second, other] = await Promise.all([
      json('run', europe, '--seed', 'Sarajevo'),
      json('run', europe, '--seed', 'Sarajevo'),
      json('run', europe, '--seed', 'Vienna'),
    ]);
    expect(first).toEqual(second);
    expect(other.digest).not.toBe(first.digest);
    expect(Object.keys(first)).toEqual(
      'scenario seed ticks interventions digest metrics alliances events engine scenarioHash'.split(' '),
    );
    expect(first).toMatchObject({ scenario: europe, seed: 'Sarajevo', ticks: 144, interventions: [], engine: ENGINE });
    expect(first.digest).toMatch(/^[0-9a-f]{16}$/);
  });

  it('runs no tick, or more than the scenario has', async () => {
    expect(await json('run', europe, '--ticks', '0')).toMatchObject({ ticks: 0, events: 0, metrics: { attacks: 0 } });
    expect(await json('run', europe, '--ticks', '200')).toMatchObject({ ticks: 200 });
  });

  it('takes a file for a scenario', async () => {
    const [byFile, byId] = await Promise.all([json('run', file('europe.json', rawEurope())), json('run', europe)]);
    expect(byFile).toEqual(byId);
  });

  it('changes what --set says, by id and by place', async () => {
    const [plain, byId, byPlace] = await Promise.all([
      json('run', europe),
      json('run', europe, '--set', 'actors.GBR.autonomy=0.1', '--set', 'time.ticks=50'),
      json('run', europe, '--set', 'actors[0].autonomy=0.1', '--set', 'time.ticks=50'),
    ]);
    expect(byId).toEqual(byPlace);
    expect(byId.ticks).toBe(50);
    expect(byId.scenarioHash).not.toBe(plain.scenarioHash);
  });

  it('places interventions', async () => {
    const placed = [{ kind: 'set', tick: 10, path: 'actors.GER.autonomy', value: 0.9 }];
    const result = await json('run', europe, '--with', file('placed.json', placed));
    expect(result.interventions).toEqual(placed);
    expect(result.digest).not.toBe((await json('run', europe)).digest);
  });

  it('tells a person what happened', async () => {
    const { code, out, err } = await foedus('run', 'delian-league');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('478 BCE to 404 BCE, 75 ticks, seed 1');
    expect(out).toMatch(/^digest [0-9a-f]{16}$/m);
    expect(out).toMatch(/^478 BCE – .* delian-league +ATH, /m);
    expect(out).toMatch(/^honouredShare +[\d.]+$/m);
  });

  it('tells of a shock without effect, and why; and passes from 1 BCE to 1', async () => {
    const shock = { id: 's', name: 'Nothing', family: 'power', at: -1 };
    const change = { target: { actors: ['P0'] }, field: 'autonomy', operation: 'set', amount: '1/0' };
    const scenario = file('idle.json', {
      ...powers(3, 6),
      kind: 'history',
      time: { start: -3, ticks: 6, ticksPerYear: 1 },
      shocks: [{ ...shock, changes: [change] }],
    });
    const { code, out } = await foedus('run', scenario);
    expect(code).toBe(0);
    expect(out).toContain('3 BCE to 3 CE, 6 ticks');
    expect(out).toMatch(
      /^Shocks and settings without effect\n1 BCE {2}Nothing {2}its formula gives no number, as when /m,
    );
  });

  it('writes the events, one a line', async () => {
    const { events } = await json('run', europe, '--out', 'events.ndjson');
    const lines = readFileSync(at('events.ndjson'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(events);
    expect(JSON.parse(lines[0]!)).toHaveProperty('kind');
  });

  // That a run gives the same bytes twice is what test/workers/save.test.ts shows: those of the page are those of the command.
  it.each(['csv', 'world.csv', 'parquet', 'world.parquet', 'gexf', 'graphml'])(
    'writes another .%s of another seed, and nothing beside it',
    async (ending) => {
      const written = async (seed: string) => {
        const result = await json('run', europe, '--seed', seed, '--out', `${seed}.${ending}`);
        return { result, bytes: readFileSync(at(`${seed}.${ending}`)) };
      };
      const [one, other] = [await written('Sarajevo'), await written('Vienna')];
      expect(one.result).toEqual(plain);
      expect(other.bytes.equals(one.bytes)).toBe(false);
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
  );

  it('writes a table that is read back with the digest of its run', async () => {
    const { digest } = await json('run', europe, '--out', 'TABLE.CSV');
    const bytes = await json('run', europe, '--out', 'table.parquet').then(() => readFileSync(at('table.parquet')));
    const table = readCsv(readFileSync(at('TABLE.CSV'), 'utf8'));
    expect(table).toEqual(await readParquet(bytes));
    expect(table.columns[0]!.cells[0]).toBe(`${europe}#${digest}`);
    expect(table.rows).toBe(145 * 10);
  });

  // What it loads is what its start costs, and is the same on a slow computer.
  it('loads only the code it needs', async () => {
    expect(await bytesLoaded('--help')).toBeLessThan(200_000);
    expect(await bytesLoaded('run', europe, '--json')).toBeLessThan(2_300_000);
  });
});
