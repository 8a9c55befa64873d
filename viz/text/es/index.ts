import type { Texts } from '../index.ts';
import app from './app.json';
import common from './common.json';
import install from './install.json';
import print from './print.json';
import save from './save.json';
import share from './share.json';

/** The page in Spanish. A key that English has and this has not is an error of types. */
export const spanish: Texts = { ...app, ...common, ...install, ...print, ...save, ...share };
