import { signal } from '@preact/signals';

const KEY = 'foedus-letter-keys';
const OFF = 'off';

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return true; // a browser that forbids storage has them for as long as the page is open
  }
}

/** Whether single letters and signs control the run. Whoever speaks to a computer types letters without meaning to (WCAG 2.1, 2.1.4). */
export const areLettersKeys = signal<boolean>(remembered());

export function setLetterKeys(on: boolean): void {
  areLettersKeys.value = on;
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
  } catch {
    // as above
  }
}

/** Whether a key writes something, and would by itself control the run: the space bar writes nothing that can be seen. */
export const isLetterOrSign = (key: string): boolean => key.length === 1 && key !== ' ';
