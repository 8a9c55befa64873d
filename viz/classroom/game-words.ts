import { studentEnglish } from './words/en.ts';
import { studentSpanish } from './words/es.ts';
import type { StudentWords } from './words/words.ts';

/** What students are told, in a language: the wall and the instructor say of the game the same as the phones. */
export const gameWords = (language: 'en' | 'es'): StudentWords => (language === 'es' ? studentSpanish : studentEnglish);
