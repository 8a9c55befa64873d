import type { Texts } from '../index.ts';
import app from './app.json';
import chart from './chart.json';
import common from './common.json';
import figure from './figure.json';
import matrix from './matrix.json';
import storyline from './storyline.json';
import table from './table.json';
import time from './time.json';

/** The page in Spanish. A key that English has and this has not is an error of types. */
export const spanish: Texts = { ...app, ...common, ...chart, ...figure, ...matrix, ...storyline, ...table, ...time };
