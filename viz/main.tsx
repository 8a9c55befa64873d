import { keepHere } from './app/install.ts';
import { greetInTongue } from './app/tongue.ts';
import { mount } from './mount.tsx';

// The scenarios are data of their own size: they and the engine's host come while the page is already there to be seen.
const [{ openEngine }] = await Promise.all([import('./app/engine.ts'), greetInTongue()]);
mount(openEngine(), document.getElementById('app')!);
// Not at once: the first run needs the network and the processor more.
if (import.meta.env.PROD) setTimeout(() => void keepHere().catch(() => {}), 2_000);
