import type { Texts } from '../en/index.ts';
import about from './about.json';
import actor from './actor.json';
import alliance from './alliance.json';
import app from './app.json';
import attribution from './attribution.json';
import branch from './branch.json';
import chart from './chart.json';
import common from './common.json';
import compare from './compare.json';
import editor from './editor.json';
import event from './event.json';
import explore from './explore.json';
import fact from './fact.json';
import figure from './figure.json';
import help from './help.json';
import hint from './hint.json';
import install from './install.json';
import keys from './keys.json';
import matrix from './matrix.json';
import network from './network.json';
import odds from './odds.json';
import paired from './paired.json';
import phases from './phases.json';
import predict from './predict.json';
import print from './print.json';
import questions from './questions.json';
import record from './record.json';
import save from './save.json';
import share from './share.json';
import storyline from './storyline.json';
import sweep from './sweep.json';
import table from './table.json';
import term from './term.json';
import terms from './terms.json';
import time from './time.json';
import transport from './transport.json';
import treaty from './treaty.json';
import why from './why.json';
import without from './without.json';

/** The page in Spanish. A key that English has and this has not is an error of types. */
export const spanish: Texts = {
  ...about,
  ...actor,
  ...alliance,
  ...app,
  ...attribution,
  ...branch,
  ...chart,
  ...common,
  ...compare,
  ...editor,
  ...event,
  ...explore,
  ...fact,
  ...figure,
  ...help,
  ...hint,
  ...install,
  ...keys,
  ...matrix,
  ...network,
  ...odds,
  ...paired,
  ...phases,
  ...predict,
  ...print,
  ...questions,
  ...record,
  ...save,
  ...share,
  ...storyline,
  ...sweep,
  ...table,
  ...term,
  ...terms,
  ...time,
  ...transport,
  ...treaty,
  ...why,
  ...without,
};
