import { LIMITS } from '../../../schema/common.ts';

/**
 * Wealth of each actor of a ring within one tick; its contents are undefined between ticks. A constant and not the working memory of
 * a run, since compiled code knows where a constant lies and how long it is.
 */
export const WEALTH = new Float64Array(LIMITS.actors);
