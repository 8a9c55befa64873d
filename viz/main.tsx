import { openEngine } from './app/engine.ts';
import { keepHere } from './app/install.ts';
import { greetInTongue } from './app/tongue.ts';
import { mount } from './mount.tsx';

await greetInTongue();
mount(openEngine(), document.getElementById('app')!);
// Not at once: the first run needs the network and the processor more.
if (import.meta.env.PROD) setTimeout(() => void keepHere().catch(() => {}), 2_000);
