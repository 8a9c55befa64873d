import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Answers with a file of a folder. Only what was there when the server began is served, so that no path leads out of the folder. */
export interface StaticFiles {
  /** @param path without the slash at its front. @returns whether there is such a file. */
  serve(path: string, answer: ServerResponse, isHead: boolean): Promise<boolean>;
}

/** A page of one file holds its script itself, under a policy of its own. */
const HOLDS_ITS_SCRIPT = 'offline.html';

export async function staticFiles(folder: string): Promise<StaticFiles> {
  const known = new Set(await filesUnder(folder, ''));
  return {
    async serve(path, answer, isHead) {
      // `play` stands for `play.html`, so that an address is short enough to be typed.
      const name = path === '' ? 'index.html' : known.has(path) ? path : `${path}.html`;
      if (!known.has(name)) return false;
      const file = join(folder, name);
      const size = (await stat(file).catch(() => undefined))?.size;
      if (size === undefined) return false;
      if (name === HOLDS_ITS_SCRIPT) answer.removeHeader('content-security-policy');
      answer.writeHead(200, {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'content-length': size,
        // Files of the build bear a hash in their names.
        'cache-control': /^assets\//.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      if (isHead) answer.end();
      else
        createReadStream(file)
          .on('error', () => answer.destroy())
          .pipe(answer);
      return true;
    },
  };
}

async function filesUnder(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
  const lists = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      const name = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(folder, name);
      return entry.isFile() ? [name] : [];
    }),
  );
  return lists.flat();
}
