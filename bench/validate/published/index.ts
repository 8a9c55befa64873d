import { agreements } from './agreements.ts';
import { BALANCE } from './balance.ts';
import { coalitions } from './coalitions.ts';
import { laboratory } from './laboratory.ts';
import { landscape } from './landscape.ts';
import { nato1964 } from './nato-1964.ts';
import { publicGood } from './public-good.ts';
import { repeated } from './repeated.ts';
import type { Row } from './row.ts';
import { tribute } from './tribute.ts';

/** Every published or exact number, classic by classic; adding those of another is one file and one line here. */
export const PUBLISHED: readonly Row[] = [
  ...nato1964,
  ...publicGood,
  ...landscape,
  ...tribute,
  ...agreements,
  ...BALANCE,
  ...coalitions,
  ...laboratory,
  ...repeated,
];
