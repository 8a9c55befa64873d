import type { Texts } from '../index.ts';
import about from './about.json';
import actor from './actor.json';
import alliance from './alliance.json';
import app from './app.json';
import common from './common.json';
import event from './event.json';
import term from './term.json';
import terms from './terms.json';
import treaty from './treaty.json';
import why from './why.json';

/** The page in Spanish. A key that English has and this has not is an error of types. */
export const spanish: Texts = {
  ...about,
  ...actor,
  ...alliance,
  ...app,
  ...common,
  ...event,
  ...term,
  ...terms,
  ...treaty,
  ...why,
};
