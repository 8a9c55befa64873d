import type { Texts } from '../index.ts';
import app from './app.json';
import common from './common.json';
import fact from './fact.json';
import odds from './odds.json';

/** The page in Spanish. A key that English has and this has not is an error of types. */
export const spanish: Texts = { ...app, ...common, ...fact, ...odds };
