import type { DecisionRow } from '../classroom/protocol/debrief-file.ts';
import type { ExportFormat } from '../classroom/server/export.ts';
import { type Table, writeCsv, writeParquet } from '../formats/index.ts';

export function decisionTable(rows: readonly DecisionRow[]): Table {
  const text = (name: string, cellOf: (row: DecisionRow) => string) =>
    ({ name, kind: 'text', cells: rows.map(cellOf) }) as const;
  /** Of acts that have no amount, or none that the bot would have had, it says nothing. */
  const number = (name: string, cellOf: (row: DecisionRow) => number | null) =>
    ({ name, kind: 'optional', cells: rows.map(cellOf) }) as const;
  return {
    rows: rows.length,
    columns: [
      { name: 'round', kind: 'whole', cells: Int32Array.from(rows, ({ round }) => round) },
      { name: 'tick', kind: 'whole', cells: Int32Array.from(rows, ({ tick }) => tick) },
      { name: 'year', kind: 'real', cells: Float64Array.from(rows, ({ date }) => date) },
      text('actor', ({ actor }) => actor),
      text('by', ({ by }) => by),
      text('decided_by', (row) => row.as),
      text('act', ({ act }) => act),
      text('about', ({ about }) => about),
      number('value', ({ value }) => value),
      text('terms', ({ terms }) => termsText(terms)),
      text('outcome', ({ outcome }) => outcome),
      number('bot_rate', ({ botRate }) => botRate),
      text('bot_acts', ({ bot }) => bot),
    ],
  };
}

/** Clauses and quotas as one JSON text. */
const termsText = (terms: DecisionRow['terms']): string => {
  if (!terms) return '';
  const { clauses, quotas, obligations } = terms;
  return JSON.stringify({ ...(obligations && { obligations }), ...clauses, quotas });
};

/** The decisions of a class as tables, a row a decision. */
export const DECISION_FORMATS: readonly ExportFormat[] = [
  {
    ending: 'decisions.csv',
    type: 'text/csv; charset=utf-8',
    write: (rows) => new TextEncoder().encode([...writeCsv(decisionTable(rows))].join('')),
  },
  {
    ending: 'decisions.parquet',
    type: 'application/vnd.apache.parquet',
    write: (rows) => writeParquet(decisionTable(rows)),
  },
];
