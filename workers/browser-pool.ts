import { hostBrowserWorker } from './browser.ts';
import { openPool, type Pool } from './pool.ts';

/** Leaves one processor to the page; a phone that does not report its processors counts as two. */
const poolSize = (): number => Math.min(8, Math.max(2, (navigator.hardwareConcurrency || 2) - 1));

/** A pool of web workers of this page. */
export const openBrowserPool = (workers: number = poolSize()): Pool => openPool(hostBrowserWorker, workers);
