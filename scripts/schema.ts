// npm run schema: writes scenarios/schema.json, which editors use to complete and check a scenario file.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { editorSchema } from './editor-schema.ts';

const file = 'scenarios/schema.json';
writeFileSync(file, `${JSON.stringify(editorSchema(), null, 2)}\n`);
// Formatted by Biome like every other file, so that `npm run check` passes.
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', file], {
  stdio: 'inherit',
});
