import type { Texts } from '../index.ts';
import app from './app.json';
import autopsy from './autopsy.json';
import branch from './branch.json';
import common from './common.json';
import compare from './compare.json';

/** The page in Spanish. A key that English has and this has not is an error of types. */
export const spanish: Texts = { ...app, ...autopsy, ...branch, ...common, ...compare };
