import type { Texts } from '../index.ts';
import app from './app.json';
import common from './common.json';
import help from './help.json';
import hint from './hint.json';
import keys from './keys.json';
import phases from './phases.json';
import transport from './transport.json';

/** The page in Spanish. A key that English has and this has not is an error of types. */
export const spanish: Texts = { ...app, ...common, ...keys, ...help, ...hint, ...transport, ...phases };
