import app from './app.json';
import common from './common.json';
import editor from './editor.json';
import explore from './explore.json';
import predict from './predict.json';
import questions from './questions.json';

/** Every text of the page in English, by its key: `area.name`, an area a file. What other languages must have too. */
export const english = { ...app, ...common, ...editor, ...explore, ...predict, ...questions };
