import { effect, signal } from '@preact/signals';

export type Theme = 'auto' | 'light' | 'dark';
const KEY = 'foedus-theme';

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto'; // a browser that forbids storage still has its own taste
  }
}

export const theme = signal<Theme>(remembered());

export const isDark = (): boolean =>
  theme.value === 'dark' || (theme.value === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);

export function flipTheme(): void {
  theme.value = isDark() ? 'light' : 'dark';
}

/** The stylesheet knows light and dark by this attribute, and without it by the system's wish. */
export function wearTheme(): void {
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
    try {
      if (theme.value === 'auto') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme.value);
    } catch {
      // as above
    }
  });
}
