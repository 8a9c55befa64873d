import { mount } from './mount.tsx';

// The scenarios are data of their own size: they and the engine's host come while the page is already there to be seen.
const { openEngine } = await import('./app/engine.ts');
mount(openEngine(), document.getElementById('app')!);
