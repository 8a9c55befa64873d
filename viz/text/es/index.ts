import type { Texts } from '../index.ts';
import about from './about.json';
import actor from './actor.json';
import alliance from './alliance.json';
import app from './app.json';
import chart from './chart.json';
import common from './common.json';
import event from './event.json';
import figure from './figure.json';
import matrix from './matrix.json';
import storyline from './storyline.json';
import table from './table.json';
import term from './term.json';
import terms from './terms.json';
import time from './time.json';
import treaty from './treaty.json';
import why from './why.json';

/** The page in Spanish. A key that English has and this has not is an error of types. */
export const spanish: Texts = {
  ...about,
  ...actor,
  ...alliance,
  ...app,
  ...chart,
  ...common,
  ...event,
  ...figure,
  ...matrix,
  ...storyline,
  ...table,
  ...term,
  ...terms,
  ...time,
  ...treaty,
  ...why,
};
