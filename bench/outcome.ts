// Exit codes of `npm run bench` and `npm run bench:page`: 0; 1 if something is slower than before; 2 if they could not measure.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PairedMeasure } from './against/pairs.ts';
import { againstReport, compared, isSlower, type Setting } from './against/report.ts';

/** Prints a report, and writes it to its file if it has one. */
export function tell(text: string, file: string | undefined): void {
  process.stdout.write(text);
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

export function tellComparison(setting: Setting, measures: readonly PairedMeasure[], file: string | undefined): void {
  const rows = measures.map(compared);
  tell(againstReport(setting, rows), file);
  if (isSlower(rows)) process.exitCode = 1;
}

export async function endWithOutcome(bench: () => Promise<void>): Promise<void> {
  try {
    await bench();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(2); // at once: a browser or a process that waits for its next batch would keep us
  }
}
