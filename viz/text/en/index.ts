import app from './app.json';
import common from './common.json';
import help from './help.json';
import hint from './hint.json';
import keys from './keys.json';
import phases from './phases.json';
import transport from './transport.json';

/** Every text of the page in English, by its key: `area.name`, an area a file. What other languages must have too. */
export const english = { ...app, ...common, ...keys, ...help, ...hint, ...transport, ...phases };
