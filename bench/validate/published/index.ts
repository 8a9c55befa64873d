import { landscape } from './landscape.ts';
import type { Row } from './row.ts';

/** Every published or exact number, classic by classic; adding those of another is one file and one line here. */
export const PUBLISHED: readonly Row[] = [...landscape];
