import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

/** Parts that the page of one file does without, for it must stay small enough to be sent: what each of these files says instead. */
const LEFT_OUT: readonly [file: string, instead: string][] = [
  ['viz/shell/served-screens.ts', 'export const SERVED_SCREENS = [];'],
  ['viz/i18n/en/sweep.json', '{}'],
  ['viz/i18n/es/sweep.json', '{}'],
  // Only the screen of sweeps says what the engine says of faults in other languages.
  ['viz/i18n/es/faults.json', '{"sentences": {}, "parts": {}}'],
  ['viz/shell/served-replay.ts', 'export const servedReplay = undefined;'],
  ['viz/i18n/en/debrief.json', '{}'],
  ['viz/i18n/es/debrief.json', '{}'],
  // A class is served: no page from a disk plays with one.
  ['workers/live-session.ts', 'export const createLiveSession = undefined;'],
];
const leftOut = new Map(LEFT_OUT.map(([file, instead]) => [join(import.meta.dirname, file), instead]));

const onlyWhereServed: Plugin = {
  name: 'only-where-served',
  enforce: 'pre',
  load: (id) => leftOut.get(id) ?? null,
  transform(_, id) {
    if (/\/(viz\/sweep|viz\/debrief|viz\/classroom|workers\/browser-sweep)/.test(id))
      this.error(`the page of one file must do without ${id}`);
  },
};

/** What only a run or another language asks for, by who imports it: scenarios, and their texts. */
const PACKED_FOR = ['scenarios/catalogue.ts', 'viz/i18n/es/scenarios/index.ts'].map((file) =>
  join(import.meta.dirname, file),
);
const PACKED = '\0packed:';

// Prose takes a third of the room when it is packed, and is unpacked when it is asked for.
const textsPacked: Plugin = {
  name: 'texts-packed',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    // A name that ends otherwise, or it would be read as JSON.
    source.endsWith('.json') && PACKED_FOR.includes(importer) ? `${PACKED}${join(dirname(importer), source)}:` : null,
  load(id) {
    if (!id.startsWith(PACKED)) return null;
    const file = id.slice(PACKED.length, -1);
    this.addWatchFile(file);
    const packed = deflateRawSync(JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))), { level: 9 });
    return `import { inflateSync, strFromU8, strToU8 } from 'fflate';
export default JSON.parse(strFromU8(inflateSync(strToU8(atob('${packed.toString('base64')}'), true))));`;
  },
};

const WORKER = /new Worker\(new URL\((['"][^'"]+)(['"]), import\.meta\.url\)(?:, \{ type: 'module' \})?\)/g;

// A page that is opened from a disk may fetch no file beside it: its workers are a part of it too.
const workersWithin: Plugin = {
  name: 'workers-within',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('node_modules') || !/\.tsx?$/.test(id) || !code.includes('new Worker(new URL(')) return null;
    let imports = '';
    let count = 0;
    const changed = code.replace(WORKER, (_, path, quote) => {
      const name = `WorkerWithin${count++}`;
      imports += `import ${name} from ${path}?worker&inline${quote};\n`;
      return `new ${name}()`;
    });
    return { code: imports + changed, map: null };
  },
};

/** Licences stay; notes from one compiler to the next have been read. */
const comments = { legal: true, annotation: false, jsdoc: false };

// Each module of a library opens with the same licence, some 150 times in all. Each text stands once.
const licencesOnce = (): Plugin => ({
  name: 'licences-once',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const seen = new Set<string>();
      chunk.code = chunk.code.replace(/\/\*\*\s*\* @license\b[\s\S]*?\*\/\n?/g, (text) => {
        if (seen.has(text)) return '';
        seen.add(text);
        return text;
      });
    }
  },
});

/** The whole app as one file, in which a run is put when somebody saves it: see viz/save/page.ts. */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [onlyWhereServed, textsPacked, workersWithin, licencesOnce(), viteSingleFile()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/offline',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: { input: 'offline.html', output: { comments } },
  },
  worker: {
    format: 'iife',
    plugins: () => [onlyWhereServed, licencesOnce()],
    rolldownOptions: { output: { codeSplitting: false, comments } },
  },
});
