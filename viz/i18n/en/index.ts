import debrief from './debrief.json';
import { firstTexts } from './first.ts';
import sweep from './sweep.json';

/** Every text of the page in English, those of screens that come later too. What other languages must have. */
export const english = { ...firstTexts, ...debrief, ...sweep };

export type Key = keyof typeof english;
/** The page in any language. */
export type Texts = Readonly<Record<Key, string>>;
