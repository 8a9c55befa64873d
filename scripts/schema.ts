// npm run schema: writes scenarios/schema.json and sweep.schema.json, which editors use to complete and check a file.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { editorSchema, sweepSchema } from './editor-schema.ts';

const schemas = { 'scenarios/schema.json': editorSchema(), 'scenarios/sweep.schema.json': sweepSchema() };
for (const [file, schema] of Object.entries(schemas)) writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
// Formatted by Biome like every other file, so that `npm run check` passes.
execFileSync(
  process.execPath,
  ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', ...Object.keys(schemas)],
  {
    stdio: 'inherit',
  },
);
