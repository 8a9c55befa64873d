import { play } from '../../../sim/history/record.ts';
import { summarise } from '../../../sim/results/summary.ts';
import { analysisNumber, classic, type Row } from './row.ts';

const id = 'classics/nato-1964';
const found = (key: string): number => Number(analysisNumber(id)[key]);

export const nato1964Rows: readonly Row[] = [
  {
    classic: id,
    quantity: 'exploitation, the metric: Spearman’s ρ of product and share spent on defence',
    expected: 0.49011,
    source: 'published',
    from: 'Olson & Zeckhauser 1966: .490, recomputed from its table to six places',
    ours: () => summarise(play(classic(id), '1')).metrics.exploitation ?? Number.NaN,
  },
  {
    classic: id,
    quantity: 'sum of squared rank differences',
    expected: 232,
    source: 'exact',
    from: 'ranks of the table',
    ours: () => found('squaredDifferences'),
  },
  {
    classic: id,
    quantity: 'ρ without the United States',
    expected: 0.363,
    tolerance: 0.0005,
    source: 'recomputed',
    from: 'the same table, thirteen states',
    ours: () => found('withoutGreatest'),
  },
  {
    classic: id,
    quantity: 'one-tailed p',
    expected: 0.0376,
    tolerance: 0.00005,
    source: 'recomputed',
    from: 'Student’s t with 12 degrees of freedom',
    ours: () => found('oneTailed'),
  },
  {
    classic: id,
    quantity: 'two-tailed p',
    expected: 0.0752,
    tolerance: 0.00005,
    source: 'recomputed',
    from: 'Student’s t with 12 degrees of freedom',
    ours: () => found('twoTailed'),
  },
];
