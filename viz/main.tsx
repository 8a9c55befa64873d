import { startLanguage } from './i18n/language.ts';
import { mount } from './mount.tsx';
import { openEngine } from './shell/engine.ts';
import { installApp } from './shell/install.ts';

async function open(): Promise<void> {
  await startLanguage(/[#&]led=(en|es)\b/.exec(location.hash)?.[1]);
  mount(openEngine(), document.getElementById('app')!);
  // Not at once: the first run needs the network and the processor more. Not within another page: that is not the app.
  if (import.meta.env.PROD && parent === self) setTimeout(() => void installApp().catch(() => {}), 2_000);
}

// Nothing is awaited outside: what is fetched meanwhile may need a part of this very file, and each would wait for the other.
void open();
