import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const OFFLINE = join(import.meta.dirname, 'dist/offline/offline.html');

// The app as one file, which vite.offline.config.ts makes first, lies beside the app: runs are saved in it.
const offlinePage: Plugin = {
  name: 'offline-page',
  apply: 'build',
  generateBundle() {
    if (existsSync(OFFLINE)) this.emitFile({ type: 'asset', fileName: 'offline.html', source: readFileSync(OFFLINE) });
    else this.warn('dist/offline is missing (npm run build:app makes it): no run can be saved as a page');
  },
};

/** Takes the place of the worker that an app built earlier left at this address, so that a developer sees what was just written. */
const LEAVE = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', async () => {
  await self.registration.unregister();
  for (const client of await self.clients.matchAll()) client.navigate(client.url);
});`;

const noServiceWorker: Plugin = {
  name: 'no-service-worker',
  apply: 'serve',
  configureServer({ middlewares }) {
    middlewares.use('/sw.js', (_, answer) => {
      answer.setHeader('content-type', 'text/javascript');
      answer.end(LEAVE);
    });
  },
};

/** What the page may load and run: its own files, and no script or style that somebody wrote into it. */
const POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

// In the page, so that it holds on any host; from `npm start` also as a header, which alone can say who may frame it.
export const contentPolicy: Plugin = {
  name: 'content-policy',
  transformIndexHtml(_, { server }) {
    if (server) return []; // a developer's server writes styles into the page
    const attrs = { 'http-equiv': 'Content-Security-Policy', content: POLICY };
    return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
  },
  configurePreviewServer({ middlewares }) {
    middlewares.use((question, answer, next) => {
      // The page of one file holds its script itself, under a policy of its own.
      const isWithin = question.url?.split('?')[0] === '/offline.html';
      if (!isWithin) answer.setHeader('content-security-policy', `${POLICY}; frame-ancestors 'self'`);
      next();
    });
  },
};

const installable = VitePWA({
  registerType: 'prompt',
  injectRegister: null, // viz/shell/install.ts does, later and never against a person's wish
  includeAssets: [],
  manifest: {
    id: './',
    name: 'Foedus',
    short_name: 'Foedus',
    description: 'Replay how alliances form, share burdens, survive shocks and collapse.',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#faf6ec',
    theme_color: '#9a2a1d',
    icons: [
      { src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,json,svg,png,woff2}'],
    navigateFallback: null, // the app is one page: what lies at other addresses is not its own
    ignoreURLParametersMatching: [/^/], // and it is the same page whatever stands behind a question mark
    cleanupOutdatedCaches: true,
    maximumFileSizeToCacheInBytes: 8_000_000,
    sourcemap: false,
  },
});

// All that the page needs at once is one file: dozens of small ones compress badly, and each is asked for by itself.
const firstView = { name: 'page', tags: ['$initial' as const] };

/** Licences stay; notes from one compiler to the next have been read. */
const comments = { legal: true, annotation: false, jsdoc: false };

export default defineConfig({
  base: './', // relative addresses: the built page works from any folder of any host
  plugins: [offlinePage, noServiceWorker, contentPolicy, installable],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [firstView] }, comments } },
  },
  worker: { format: 'es', rolldownOptions: { output: { comments } } },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
