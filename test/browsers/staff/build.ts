import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { serveFolder } from '../folder.ts';
import { CODE, DEBRIEF } from './states.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const client = join(root, 'classroom/client/connect.ts');
const scripted = join(root, 'test/browsers/staff/scripted-room.ts');

const scriptedRoom: Plugin = {
  name: 'scripted-room',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found?.id === client ? scripted : null;
  },
};

/** A stand-in for the replay: it says where it was led to, and how often it was loaded. */
const REPLAY = `<!doctype html><html lang="en"><title>Replay</title><main><h1>Replay</h1><p id="at"></p></main><script src="replay.js"></script></html>`;
const REPLAY_SCRIPT = `const show = () => { document.getElementById('at').textContent = location.hash; };
addEventListener('hashchange', show); show(); parent.replayLoads = (parent.replayLoads ?? 0) + 1;`;

/** Serves the pages of instructor and projector as they are, but for their connection: a scripted room is in the place of a server. */
export async function serveStaffPages(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-staff-'));
  await build({
    root,
    configFile: join(root, 'vite.staff.config.ts'),
    logLevel: 'error',
    plugins: [scriptedRoom],
    build: { outDir: folder, emptyOutDir: true },
  });
  cpSync(join(root, 'public'), folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), REPLAY);
  writeFileSync(join(folder, 'replay.js'), REPLAY_SCRIPT);
  const files = join(folder, 'live', CODE, 'export');
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, 'debrief.json'), JSON.stringify(DEBRIEF));
  writeFileSync(join(files, 'room.ndjson'), '{}\n');
  writeFileSync(join(folder, 'clock'), JSON.stringify({ now: Date.now() }));
  const { url, close } = await serveFolder(folder);
  return {
    url,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
