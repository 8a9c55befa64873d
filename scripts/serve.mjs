import { join } from 'node:path';
import { root } from './setup.mjs';

/** Serves the app that is built in `folder` on this computer only. Takes the next free port when the one asked for is taken.
 * @param {{ port?: number, folder?: string }} [options]
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} */
export async function serve({ port = 0, folder = root } = {}) {
  const { preview } = await import('vite'); // not at the top: on a fresh clone it is installed first
  const server = await preview({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    logLevel: 'silent',
    preview: { host: '127.0.0.1', port, strictPort: false, open: false },
  });
  const address = server.httpServer.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://localhost:${address.port}/`,
    port: address.port,
    close: () => server.close(),
  };
}
