import app from './app.json';
import common from './common.json';
import fact from './fact.json';
import odds from './odds.json';

/** Every text of the page in English, by its key: `area.name`, an area a file. What other languages must have too. */
export const english = { ...app, ...common, ...fact, ...odds };
