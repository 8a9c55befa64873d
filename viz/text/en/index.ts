import app from './app.json';
import common from './common.json';
import install from './install.json';
import print from './print.json';
import save from './save.json';
import share from './share.json';

/** Every text of the page in English, by its key: `area.name`, an area a file. What other languages must have too. */
export const english = { ...app, ...common, ...install, ...print, ...save, ...share };
