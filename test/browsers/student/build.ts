import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { serveFolder } from '../folder.ts';
import { CODE, REVEALED } from './states.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const client = join(root, 'classroom/client/connect.ts');
const scripted = join(root, 'test/browsers/student/scripted-room.ts');

const scriptedRoom: Plugin = {
  name: 'scripted-room',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found?.id === client ? scripted : null;
  },
};

/** Serves the student's page as it is, but for its connection: a scripted room is in the place of a server. */
export async function serveStudentPage(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-student-'));
  await build({
    root,
    configFile: join(root, 'vite.student.config.ts'),
    logLevel: 'error',
    plugins: [scriptedRoom],
    build: { outDir: folder, emptyOutDir: true },
  });
  cpSync(join(root, 'public'), folder, { recursive: true });
  mkdirSync(join(folder, 'live', CODE, 'export'), { recursive: true });
  writeFileSync(join(folder, 'live', CODE, 'export/debrief.json'), JSON.stringify(REVEALED));
  const { url, close } = await serveFolder(folder);
  return {
    url: `${url}play.html`,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
