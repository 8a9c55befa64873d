// The app's icons as PNG, drawn from public/favicon.svg by the Chromium of this computer: npm run icons
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findEngines } from './engines.mjs';
import { root } from './setup.mjs';

const { chromium: engine } = await findEngines();
if (!engine) throw new Error('there is no Chromium on this computer');
const browser = await chromium.launch({ executablePath: engine.path, args: ['--disable-gpu'] });
const drawing = readFileSync(join(root, 'public/favicon.svg'), 'utf8');
mkdirSync(join(root, 'public/icons'), { recursive: true });

/** @param {string} name @param {number} size @param {string} svg */
async function draw(name, size, svg) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  await page.screenshot({ path: join(root, 'public/icons', name), omitBackground: true });
  await page.close();
}

await draw('192.png', 192, drawing);
await draw('512.png', 512, drawing);
// A system crops this icon to its own shape: the background fills it, and the symbol stays in the middle.
await draw(
  'maskable-512.png',
  512,
  drawing
    .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
    .replace('<rect width="32" height="32" rx="7"', '<rect x="-4" y="-4" width="40" height="40"'),
);
await browser.close();
