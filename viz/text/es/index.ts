import type { Texts } from '../index.ts';
import app from './app.json';
import common from './common.json';
import editor from './editor.json';
import explore from './explore.json';
import predict from './predict.json';
import questions from './questions.json';

/** The page in Spanish. A key that English has and this has not is an error of types. */
export const spanish: Texts = { ...app, ...common, ...editor, ...explore, ...predict, ...questions };
