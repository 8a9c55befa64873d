import { english } from '../student/words/en.ts';
import { spanish } from '../student/words/es.ts';
import type { Words } from '../student/words/words.ts';

/** What students are told, in a language: the wall and the instructor say of the game the same as the phones. */
export const gameWords = (language: 'en' | 'es'): Words => (language === 'es' ? spanish : english);
