import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import type { DecisionRow } from '../../classroom/protocol/debrief-file.ts';
import { DECISION_FORMATS } from '../../cli/decision-tables.ts';

const row = (more: Partial<DecisionRow>): DecisionRow => ({
  round: 1,
  tick: 0,
  date: 1900,
  actor: 'ATH',
  by: 'Amber Fox',
  as: 'player',
  act: 'contribute',
  about: '',
  value: 0.25,
  terms: null,
  outcome: 'decided',
  botRate: 0.1,
  bot: 'contribute',
  ...more,
});
const TERMS = {
  alliance: null,
  obligations: ['neutrality'],
  clauses: { obligations: ['neutrality' as const] },
  quotas: { ATH: 12 },
  shares: { ATH: 0.1 },
};
const ROWS = [
  row({}),
  row({ act: 'leave', about: 'league', value: null, botRate: null }),
  row({ act: 'sign', about: 'ATH SPA', value: null, botRate: null, terms: TERMS }),
];
const written = (ending: string): Uint8Array =>
  DECISION_FORMATS.find((format) => format.ending === ending)!.write(ROWS);

it('decisions without an amount are null in Parquet, whose amounts are numbers', async () => {
  const file = new Uint8Array(written('decisions.parquet')).buffer;
  const types = Object.fromEntries(
    parquetMetadata(file).schema.map(({ name, type, repetition_type }) => [name, [type, repetition_type]]),
  );
  expect(types).toMatchObject({
    value: ['DOUBLE', 'OPTIONAL'],
    bot_rate: ['DOUBLE', 'OPTIONAL'],
    round: ['INT32', 'REQUIRED'],
  });
  const rows = await parquetReadObjects({ file });
  expect(rows.map(({ value, bot_rate }) => [value, bot_rate])).toEqual([
    [0.25, 0.1],
    [null, null],
    [null, null],
  ]);
});

it('and empty in CSV', () => {
  const [, first, second, third] = new TextDecoder().decode(written('decisions.csv')).split('\r\n');
  expect(first).toBe('1,0,1900,ATH,Amber Fox,player,contribute,,0.25,,decided,0.1,contribute');
  expect(second).toBe('1,0,1900,ATH,Amber Fox,player,leave,league,,,decided,,contribute');
  expect(third).toContain('sign,ATH SPA,,"{""obligations"":[""neutrality""],""quotas"":{""ATH"":12}}",decided');
});
