import { effect } from '@preact/signals';
import type { Printing } from './print.tsx';

/** Time that a page has to settle before what only some people need is fetched, in milliseconds. */
const SETTLED = 2_000;

/** What lays out a sheet for paper is fetched when there is something to print, for a browser that prints waits for nothing. */
export function preloadPrint(slices: Printing): () => void {
  let stop: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fetchIt = async (): Promise<void> => {
    const { printAsSheet } = await import('./print.tsx');
    stop = printAsSheet(slices);
  };
  const end = effect(() => {
    // Without it the browser prints the page as it is.
    if (slices.run.shown.value && timer === undefined)
      timer = setTimeout(() => void fetchIt().catch(() => {}), SETTLED);
  });
  return () => {
    end();
    clearTimeout(timer);
    stop?.();
  };
}
