import { chartFigure } from '../chart.ts';
import type { Estimate } from '../statistics.ts';
import { agrees, type Row } from './row.ts';

export interface Answered {
  row: Row;
  ours: number | Estimate;
}

/** Computes every row; `progress` receives the number done. */
export const answered = (rows: readonly Row[], progress: (done: number) => void): Answered[] =>
  rows.map((row, k) => {
    const ours = row.ours();
    progress(k + 1);
    return { row, ours };
  });

const HEAD = '| classic | quantity | expected | ours | difference | where it comes from |\n|:--|:--|--:|--:|--:|:--|';

export function publishedTable(answers: readonly Answered[]): string {
  const amiss = answers.filter(({ row, ours }) => !agrees(row, ours));
  return `${answers.length - amiss.length} of ${answers.length} agree${amiss.length > 0 ? `; not: ${amiss.map(({ row }) => `${row.classic}, ${row.quantity}`).join('; ')}` : ''}.

${HEAD}
${answers.map(line).join('\n')}`;
}

function line({ row, ours }: Answered): string {
  const { classic, quantity, expected, source, from } = row;
  const verdict = agrees(row, ours) ? '' : ' **no**';
  return `| \`${classic}\` | ${quantity} | ${wanted(expected)} | ${found(ours)} | ${difference(row, ours)}${verdict} | ${source}: ${from} |`;
}

const wanted = (expected: Row['expected']): string =>
  typeof expected === 'number' ? precise(expected) : `${precise(expected[0])} to ${precise(expected[1])}`;

const found = (ours: number | Estimate): string =>
  typeof ours === 'number'
    ? precise(ours)
    : `${chartFigure(ours.value)} (${chartFigure(ours.low)} to ${chartFigure(ours.high)})`;

function difference({ expected }: Row, ours: number | Estimate): string {
  if (typeof expected !== 'number') return typeof ours === 'number' ? 'in the range' : '';
  const off = (typeof ours === 'number' ? ours : ours.value) - expected;
  return off === 0 ? '0' : Math.abs(off) < 1e-3 ? off.toExponential(0).replaceAll('-', '−') : chartFigure(off);
}

const precise = (x: number): string => String(Number(x.toPrecision(9))).replace('-', '−');
