import app from './app.json';
import chart from './chart.json';
import common from './common.json';
import figure from './figure.json';
import matrix from './matrix.json';
import storyline from './storyline.json';
import table from './table.json';
import time from './time.json';

/** Every text of the page in English, by its key: `area.name`, an area a file. What other languages must have too. */
export const english = { ...app, ...common, ...chart, ...figure, ...matrix, ...storyline, ...table, ...time };
