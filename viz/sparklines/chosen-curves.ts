import { signal } from '@preact/signals';

const KEY = 'foedus-curves';

/** More would leave no room for the pictures above. */
export const MOST_CURVES = 5;

function remembered(): readonly string[] | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (Array.isArray(kept) && kept.every((name) => typeof name === 'string')) return kept.slice(0, MOST_CURVES);
  } catch {
    // a browser that forbids storage, or something else that was left there: then as at first
  }
  return undefined;
}

/** Names of the figures that the person wants to see over time; undefined as long as they chose none. */
export const chosenCurves = signal<readonly string[] | undefined>(remembered());

/** Chosen until the session ends; undefined for what the page shows at first. */
export function chooseCurves(names: readonly string[] | undefined): void {
  chosenCurves.value = names?.slice(0, MOST_CURVES);
  try {
    if (names) sessionStorage.setItem(KEY, JSON.stringify(names));
    else sessionStorage.removeItem(KEY);
  } catch {
    // then for this page only
  }
}
