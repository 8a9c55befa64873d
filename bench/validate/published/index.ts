import { agreementRows } from './agreements.ts';
import { balanceRows } from './balance.ts';
import { coalitionRows } from './coalitions.ts';
import { laboratoryRows } from './laboratory.ts';
import { landscapeRows } from './landscape.ts';
import { nato1964Rows } from './nato-1964.ts';
import { publicGoodRows } from './public-good.ts';
import { repeatedRows } from './repeated.ts';
import type { Row } from './row.ts';
import { tributeRows } from './tribute.ts';

/** Every published or exact number, classic by classic; adding those of another is one file and one line here. */
export const PUBLISHED: readonly Row[] = [
  ...nato1964Rows,
  ...publicGoodRows,
  ...landscapeRows,
  ...tributeRows,
  ...agreementRows,
  ...balanceRows,
  ...coalitionRows,
  ...laboratoryRows,
  ...repeatedRows,
];
