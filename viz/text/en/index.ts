import app from './app.json';
import autopsy from './autopsy.json';
import branch from './branch.json';
import common from './common.json';
import compare from './compare.json';

/** Every text of the page in English, by its key: `area.name`, an area a file. What other languages must have too. */
export const english = { ...app, ...autopsy, ...branch, ...common, ...compare };
