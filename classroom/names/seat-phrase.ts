import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import type { RoomLanguage } from '../log/entry.ts';

const LISTS = { en: english, es: spanish } as const;
const WORDS = 3;

/** Three words out of 2,048: 33 bits. @param below a random whole number below its argument. */
export const newPhrase = (language: RoomLanguage, below: (count: number) => number): string =>
  Array.from({ length: WORDS }, () => LISTS[language][below(LISTS[language].length)]!)
    .join(' ')
    .normalize('NFC');

/** A phrase as a person types it: without accents, capitals, commas and further spaces. */
export const plainPhrase = (typed: string): string =>
  typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .join(' ');
